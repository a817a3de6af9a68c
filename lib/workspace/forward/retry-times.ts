import { createHash } from 'node:crypto'

const firstMs = 5_000
const longestMs = 3_600_000

/** Between three quarters and five quarters, the same for the same id: many that failed together come apart. */
const jitter = (id: string): number =>
  0.75 + createHash('sha256').update(id).digest().readUInt16BE(0) / 131_072

/** How long until the next try: 5 s, 20 s, 80 s and so on up to an hour, or what the receiver asked for. */
export const retryAfterMs = (tryNumber: number, id: string, askedMs = 0): number =>
  Math.max(
    Math.round(Math.min(longestMs, firstMs * 4 ** (tryNumber - 1)) * jitter(id)),
    Math.min(longestMs, askedMs),
  )
