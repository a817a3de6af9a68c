/** Who started a run: a person at a form, a script over our API, somebody's own program, a test case, a customer. */
export const origins = ['form', 'script', 'software', 'case', 'customer'] as const
export type Origin = (typeof origins)[number]
