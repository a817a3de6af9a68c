import net from 'node:net'

export type RawAnswer = { status: number; head: string; headers: [string, string][]; body: string }

/** Sends bytes as they are and reads until the other side closes, or until so many answers came. */
export const sendRaw = (
  port: number,
  bytes: string | Buffer | readonly (string | Buffer)[],
  { answers = 1, isHalfClosed = false }: { answers?: number; isHalfClosed?: boolean } = {},
): Promise<RawAnswer[]> =>
  new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    let text = ''
    const end = () => {
      socket.destroy()
      resolve(answersIn(text))
    }
    socket.on('connect', () => {
      for (const part of Array.isArray(bytes) ? bytes : [bytes]) socket.write(part)
      if (isHalfClosed) socket.end()
    })
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (answersIn(text).filter(({ status }) => status >= 200).length >= answers) end()
    })
    socket.on('end', end)
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? end() : reject(error),
    )
  })

/** Every whole answer of a connection, interim ones included. */
const answersIn = (text: string): RawAnswer[] => {
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd < 0) return []
  const head = text.slice(0, headEnd)
  const [first = '', ...lines] = head.split('\r\n')
  const status = Number(first.split(' ')[1])
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(':')
    return [line.slice(0, at), line.slice(at + 1).trim()]
  })
  const value = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1]
  const rest = text.slice(headEnd + 4)
  const length = value('content-length')
  if (length !== undefined && rest.length < Number(length)) return []
  const end = length === undefined ? (value('transfer-encoding') ? rest.length : 0) : Number(length)
  return [{ status, head, headers, body: rest.slice(0, end) }, ...answersIn(rest.slice(end))]
}
