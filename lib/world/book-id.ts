import type { World } from './types'

/**
 * An id that the books alone use. It begins with the time, so that what is written in one moment stands side by side in
 * each index.
 */
export const bookId = ({ ids, now }: Pick<World, 'ids' | 'now'>, letter: 'D' | 'P' | 'T'): string =>
  `${letter}${now.toString(36).padStart(9, '0')}${ids.hex(11)}`
