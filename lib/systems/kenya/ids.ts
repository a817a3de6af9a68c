import { markets } from '@/lib/msisdn/markets'
import { bookId } from '@/lib/world/book-id'
import { stampOf } from '@/lib/world/clock'
import type { World } from '@/lib/world/types'

type Source = Pick<World, 'ids' | 'now'>

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export const stamp = (at: number): string => stampOf(at, markets.kenya, 'YYYYMMDDHHmmss')
export const dayOf = (at: number): string => stampOf(at, markets.kenya, 'YYYYMMDD')

/** Year, month and day as receipts write them: L is 2017, A is January, 1-9 then A is the 10th. Daraja reference. */
export const receiptPrefix = (at: number): string => {
  const year = Number(stampOf(at, markets.kenya, 'YYYY'))
  const month = Number(stampOf(at, markets.kenya, 'MM'))
  const day = Number(stampOf(at, markets.kenya, 'DD'))
  const letter = capitals[(11 + year - 2017 + 26) % 26]
  return `${letter}${capitals[month - 1]}${day < 10 ? day : capitals[day - 10]}`
}

export const newReceipt = ({ ids, now }: Source): string => `${receiptPrefix(now)}${ids.alphanumeric(7)}`

/** Stands where no transaction was created. */
export const noReceipt = (at: number): string => `${receiptPrefix(at)}0000000`

export const newConversationId = ({ ids, now }: Source): string => `AG_${dayOf(now)}_${ids.hex(20)}`

/** MerchantRequestID, OriginatorConversationID and requestId share one form. */
export const newRequestId = ({ ids }: Pick<World, 'ids'>): string =>
  `${ids.hex(4)}-${ids.hex(4)}-${ids.hex(4)}-${ids.hex(12)}${ids.number(900_000_000) + 100_000_000}`

export const newCheckoutId = ({ ids, now }: Source, msisdn: string): string =>
  `ws_CO_${stampOf(now, markets.kenya, 'DDMMYYYYHHmmss')}${ids.number(900) + 100}${msisdn.slice(-9)}`

export const newTransactionId = (world: Source): string => bookId(world, 'T')

export const newUuid = ({ ids }: Pick<World, 'ids'>): string =>
  `${ids.hex(8)}-${ids.hex(4)}-4${ids.hex(3)}-a${ids.hex(3)}-${ids.hex(12)}`
