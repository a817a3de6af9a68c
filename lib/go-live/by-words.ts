/** Who made the case happen, as screens and files say it. */
export const byWords = { software: 'by your software', form: 'by form' } as const
