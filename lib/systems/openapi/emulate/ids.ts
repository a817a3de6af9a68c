import { word } from '@/lib/systems/vodacom/ids'
import type { World } from '@/lib/world/types'

type Source = Pick<World, 'ids'>

export const newSessionKey = ({ ids }: Source): string => ids.hex(32)

export const newVoucher = ({ ids }: Source): string => ids.alphanumeric(6)

export const newMandateId = ({ ids }: Source): string => String(ids.number(900_000) + 100_000)

/** Base64 without signs other than `=`: letters and digits encode so. */
export const newMsisdnToken = (world: Source): string => Buffer.from(word(world, 16)).toString('base64')
