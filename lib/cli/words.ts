import type { Callback } from './io'

const clockTime = (ms: number): string => new Date(ms).toTimeString().slice(0, 8)

/** What somebody else sent must not steer the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const tame = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '·')

/** A callback in one line. */
export const line = (callback: Callback): string => {
  const what =
    callback.meaning?.sentence || `${callback.method} ${callback.path}, ${callback.bodyBytes} bytes`
  const marks = [
    callback.duplicateOf !== null && `repeats ${callback.duplicateOf}`,
    callback.mismatch !== null && 'does not match, decides nothing',
  ].filter(Boolean)
  const end = marks.length > 0 ? ` (${marks.join(', ')})` : ''
  return tame(`${clockTime(callback.receivedAt)}  #${callback.id}  ${callback.kind}  ${what}${end}`)
}

/** A callback whole, as text. */
export const readable = (callback: Callback): string => {
  const { method, path, query, headers, body, bodyEncoding, bodyBytes } = callback
  const text = bodyEncoding === 'utf8' ? body : `${bodyBytes} bytes that are no text`
  const head = [
    `${method} ${path}${query === '' ? '' : `?${query}`}`,
    ...headers.map((each) => each.join(': ')),
  ]
  return `${head.map(tame).join('\n')}\n\n${text.split('\n').map(tame).join('\n')}\n`
}

type Outcome = {
  id: string
  verdict: string
  code: string | null
  description: string | null
  receipt: string | null
}

/** What became of a run, in one line. */
export const outcomeLine = ({ id, verdict, code, description, receipt }: Outcome): string =>
  tame([id, verdict, code, description, receipt].filter((each) => each !== null && each !== '').join('  '))
