import type { WireMessage } from './types'

/** Value of the first header of this name, which is given in lower case. */
export const headerOf = (message: WireMessage, name: string): string | undefined =>
  message.headers.find(([key]) => key.length === name.length && key.toLowerCase() === name)?.[1]

/** Doubled and trailing slashes are what clients make by joining; the real gateways take them. */
export const tidyPath = (path: string): string => path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')

export const isHttpUrl = (text: string): boolean =>
  URL.canParse(text) && (/^https?:/i.test(text) || /^https?:$/.test(new URL(text).protocol))
