import { bookId } from '@/lib/world/book-id'
import type { World } from '@/lib/world/types'

type Source = Pick<World, 'ids'>

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Letters and digits, both cases. */
export const word = ({ ids }: Source, length: number): string => {
  let text = ''
  while (text.length < length) text += letters[ids.number(letters.length)]
  return text
}

/** Twelve letters and digits, as captured answers have them. */
export const newReceipt = (world: Source): string => word(world, 12)

/** 32 hex digits in captured answers; Mozambique’s portal shows another form in its table. */
export const newConversationId = ({ ids }: Source): string => ids.hex(32)

export const newTransactionId = (world: Pick<World, 'ids' | 'now'>): string => bookId(world, 'T')
