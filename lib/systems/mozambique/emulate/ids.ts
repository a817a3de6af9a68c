import type { World } from '@/lib/world/types'

type Source = Pick<World, 'ids'>

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Twelve letters and digits, both cases, as captured answers have them. */
export const newReceipt = ({ ids }: Source): string => {
  let receipt = ''
  while (receipt.length < 12) receipt += letters[ids.number(letters.length)]
  return receipt
}

/** 32 hex digits in captured answers; the portal's table shows another form. */
export const newConversationId = ({ ids }: Source): string => ids.hex(32)

export const newTransactionId = ({ ids }: Source): string => `T${ids.hex(20)}`
