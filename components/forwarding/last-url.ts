const name = 'jaribu-replay-url'

/** Where this browser sent a callback last; empty where it never did, or may not remember. */
export const lastUrl = (): string => {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

export const rememberUrl = (url: string): void => {
  try {
    if (url !== '') localStorage.setItem(name, url)
  } catch {
    // A browser that keeps nothing asks again.
  }
}
