import type { CallbackRow } from '@/db/queries/callbacks'

/** Said by the client itself when it sends again. */
const ownHeaders = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding'])

/** Sends a captured message once more, byte for byte, from a POSIX shell. */
export const curlOf = (row: Pick<CallbackRow, 'method' | 'headers' | 'body'>, url: string): string => {
  const lines = [`curl -X ${quote(row.method)} ${quote(url)}`]
  for (const [name, value] of row.headers) {
    if (!ownHeaders.has(name.toLowerCase())) lines.push(`-H ${quote(`${name}: ${value}`)}`)
  }
  if (row.body.byteLength === 0) return lines.join(' \\\n  ')
  const text = row.body.toString('utf8')
  if (Buffer.from(text, 'utf8').equals(row.body) && !text.includes('\0')) {
    // A leading @ would make --data-binary read a file.
    return [...lines, `${text.startsWith('@') ? '--data-raw' : '--data-binary'} ${quote(text)}`].join(
      ' \\\n  ',
    )
  }
  const encoded = row.body.toString('base64')
  return `printf %s ${quote(encoded)} | base64 -d | ${[...lines, '--data-binary @-'].join(' \\\n  ')}`
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
