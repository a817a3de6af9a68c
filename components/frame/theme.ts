export type Theme = 'system' | 'light' | 'dark'

/** The theme is a cookie, so that the first byte of a page already has the right colours. */
export const readTheme = (value: string | undefined): Theme =>
  value === 'light' || value === 'dark' ? value : 'system'

/** Turns the page at once, and the ones to come. */
export const applyTheme = (theme: Theme): void => {
  document.documentElement.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from two of the browsers we serve
  document.cookie = `jaribu-theme=${theme}; path=/; max-age=31536000; samesite=lax`
}
