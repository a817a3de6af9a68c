import type { Json } from '@/lib/catalogue/types'
import { field } from '@/lib/systems/gateway/values'
import { amountOf } from '@/lib/systems/vodacom/call'
import { stampOf } from '@/lib/world/clock'
import type { World } from '@/lib/world/types'
import { type Product, productOf } from '../applications'
import { type Call, marketOf } from './call'
import { isDocumented } from './codes'

const usageCollection = 'openapi-usage'

type Usage = { count: number; cents: number }

const usageOf = ({ store }: Pick<World, 'store'>, key: string): Usage => {
  const value: Json | undefined = store.record(usageCollection, key)?.value
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { count: Number(value.count ?? 0), cents: Number(value.cents ?? 0) }
    : { count: 0, cents: 0 }
}

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

const isInHours = ({ from, until }: Product, clock: string): boolean => {
  const [begin, end, now] = [minutesOf(from ?? '00:00'), minutesOf(until ?? '24:00'), minutesOf(clock)]
  return begin <= end ? now >= begin && now < end : now >= begin || now < end
}

const exceeds = (limit: number | undefined, value: number) => limit !== undefined && value > limit

/** The customer's number, where the field holds one. */
const customerOf = (call: Call): string =>
  call.operation.name === 'update-transaction-status' ? '' : field(call, 'input_CustomerMSISDN')

const keysOf = (call: Call) => {
  const day = stampOf(call.world.now, marketOf(call), 'YYYYMMDD')
  const { name } = call.operation
  const customer = customerOf(call)
  return {
    session: `${call.session.hash}:${name}:${call.market.id}:${day}`,
    customer: customer && `${call.session.appId}:${name}:${call.market.id}:${day}:${customer}`,
  }
}

/**
 * The code of the limit that this call would break; INS-992 for several. Which code stands for which limit of a day is
 * inferred from its wording.
 */
export const brokenLimit = (call: Call): string | undefined => {
  const { world, operation, application } = call
  const product = productOf(application, operation.name)
  if (!product.isOn) return 'INS-997'
  const cents = amountOf(field(call, 'input_Amount')) ?? 0
  const keys = keysOf(call)
  const used = usageOf(world, keys.session)
  const byCustomer = keys.customer ? usageOf(world, keys.customer) : { count: 0, cents: 0 }
  const broken = [
    ['INS-996', !isInHours(product, stampOf(world.now, marketOf(call), 'HH:mm'))],
    ['INS-995', exceeds(product.singleCents, cents)],
    ['INS-994', exceeds(product.dailyCents, used.cents + cents)],
    ['INS-993', exceeds(product.dailyCount, used.count + 1)],
    ['INS-990', exceeds(product.customerDailyCents, byCustomer.cents + cents)],
    ['INS-991', keys.customer !== '' && exceeds(product.customerDailyCount, byCustomer.count + 1)],
  ] as const
  const codes = broken.flatMap(([code, isBroken]) =>
    isBroken && isDocumented(operation, code) ? [code] : [],
  )
  return codes.length > 1 ? 'INS-992' : codes[0]
}

/** Counts a call that was let through, whatever becomes of it. */
export const countUse = (call: Call) => {
  const { world } = call
  const cents = amountOf(field(call, 'input_Amount')) ?? 0
  for (const key of Object.values(keysOf(call)).filter(Boolean)) {
    const used = usageOf(world, key)
    world.store.putRecord({
      collection: usageCollection,
      key,
      value: { count: used.count + 1, cents: used.cents + cents },
      updatedAt: world.now,
    })
  }
}
