import type { IncomingMessage } from 'node:http'

export type BodyRead =
  | { kind: 'whole'; body: Uint8Array }
  | { kind: 'too-large' }
  /** The sender was slower than `withinMs`. */
  | { kind: 'too-slow' }
  /** The sender hung up before the end. */
  | { kind: 'gone' }

/** A sender of single bytes must not cost a buffer object a byte. */
const firstRoom = 4096

/** Reads a body while it streams. Nothing beyond `mostBytes` is held, and nobody is waited for beyond `withinMs`. */
export const readBody = (
  request: IncomingMessage,
  { mostBytes, withinMs }: { mostBytes: number; withinMs: number },
): Promise<BodyRead> => {
  const declared = Number(request.headers['content-length'] ?? Number.NaN)
  if (declared > mostBytes) return Promise.resolve({ kind: 'too-large' })
  if (declared === 0) return Promise.resolve({ kind: 'whole', body: new Uint8Array() })
  return new Promise((resolve) => {
    let held = Buffer.allocUnsafe(declared > 0 ? declared : firstRoom)
    let size = 0
    const timer = setTimeout(() => end({ kind: 'too-slow' }), withinMs)
    timer.unref()
    const onData = (chunk: Buffer) => {
      const wanted = size + chunk.length
      if (wanted > mostBytes) return end({ kind: 'too-large' })
      if (wanted > held.length) {
        const grown = Buffer.allocUnsafe(Math.min(mostBytes, Math.max(wanted, held.length * 2)))
        held.copy(grown, 0, 0, size)
        held = grown
      }
      chunk.copy(held, size)
      size = wanted
    }
    const onEnd = () => end({ kind: 'whole', body: held.subarray(0, size) })
    const onGone = () => end({ kind: 'gone' })
    const end = (read: BodyRead) => {
      clearTimeout(timer)
      request.off('data', onData).off('end', onEnd).off('close', onGone).off('error', onGone)
      // Whoever answers early decides what becomes of the rest.
      if (read.kind !== 'whole') request.pause()
      resolve(read)
    }
    request.on('data', onData).once('end', onEnd).once('close', onGone).once('error', onGone)
  })
}
