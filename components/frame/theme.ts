export type Theme = 'system' | 'light' | 'dark'

/** The theme is a cookie, so that the first byte of a page already has the right colours. */
export const readTheme = (value: string | undefined): Theme =>
  value === 'light' || value === 'dark' ? value : 'system'
