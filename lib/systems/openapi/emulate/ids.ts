import type { World } from '@/lib/world/types'

type Source = Pick<World, 'ids'>

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const word = ({ ids }: Source, length: number): string => {
  let text = ''
  while (text.length < length) text += letters[ids.number(letters.length)]
  return text
}

/** Twelve letters and digits, both cases, as captured answers have them. */
export const newReceipt = (world: Source): string => word(world, 12)

export const newConversationId = ({ ids }: Source): string => ids.hex(32)

export const newTransactionId = ({ ids }: Source): string => `T${ids.hex(20)}`

export const newSessionKey = ({ ids }: Source): string => ids.hex(32)

export const newVoucher = ({ ids }: Source): string => ids.alphanumeric(6)

export const newMandateId = ({ ids }: Source): string => String(ids.number(900_000) + 100_000)

/** Base64 without signs other than `=`: letters and digits encode so. */
export const newMsisdnToken = (world: Source): string => Buffer.from(word(world, 16)).toString('base64')
