import { phoneEndings } from '@/lib/systems/kenya/codes'
import { newReceipt, newRequestId, newUuid } from '@/lib/systems/kenya/ids'
import { answerJson, oweJson } from '@/lib/systems/kenya/json'
import type { WireAnswer } from '@/lib/wire/types'
import { subscriberOf } from '@/lib/world/phones'
import type { World } from '@/lib/world/types'
import { type Call, field, type Handler, market } from './call'

/** Ratiba has its own form of refusal. */
export const refuseOrder = (world: Pick<World, 'ids' | 'now'>, message: string): WireAnswer =>
  answerJson(400, {
    requestRefId: newRequestId(world),
    responseMessage: message,
    responseCode: 400,
    timestamp: new Date(world.now).toISOString().replace(/\.\d+Z$/, 'Z'),
  })

const endings = new Set(['1001', '1025', '1032', '1037', '1050', '1051', '2001'])

/** What the customer makes of the request for a standing order. */
const endingFor = (call: Call, msisdn: string): string => {
  const { world } = call
  const name = `${msisdn}/${field(call, 'StandingOrderName')}`
  if (world.store.record('standing-orders', name)) return '1050'
  const { behaviour } = subscriberOf(world, market, msisdn, phoneEndings)
  const code = String(Number(msisdn.slice(-4)))
  if (endings.has(code)) return code
  if (behaviour.kind === 'person') call.notes.push('Standing orders are accepted without asking the phone.')
  world.store.putRecord({
    collection: 'standing-orders',
    key: name,
    value: {
      shortcode: field(call, 'BusinessShortCode'),
      amount: field(call, 'Amount'),
      frequency: field(call, 'Frequency'),
      start: field(call, 'StartDate'),
      end: field(call, 'EndDate'),
    },
    updatedAt: world.now,
  })
  return '0'
}

export const createOrder: Handler = (call) => {
  const { world } = call
  if (!world.store.organisation(market, field(call, 'BusinessShortCode'))) {
    return refuseOrder(
      world,
      "Value in field 'BusinessShortCode' can only be what was issued for this application",
    )
  }
  if (field(call, 'EndDate') < field(call, 'StartDate')) {
    // unconfirmed: the words.
    return refuseOrder(world, "Value in field 'EndDate' is before 'StartDate'")
  }
  const reference = newUuid(world)
  const msisdn = field(call, 'PartyA')
  const code = call.ending?.code ?? endingFor(call, msisdn)
  const masked = `254******${msisdn.slice(-3)}`
  const requestReference = newUuid(world)
  oweJson(world, {
    operation: call.operation.id,
    kind: 'ratiba-result',
    url: field(call, 'CallBackURL'),
    dueAt: world.now + world.settings.resultDelayMs,
    body:
      code === '0'
        ? {
            responseHeader: {
              responseRefID: reference,
              requestRefID: requestReference,
              responseCode: '0',
              responseDescription: 'The service request is processed successfully',
            },
            responseBody: {
              responseData: [
                { name: 'TransactionID', value: newReceipt(world) },
                { name: 'responseCode', value: '0' },
                { name: 'Status', value: 'OKAY' },
                { name: 'Msisdn', value: masked },
              ],
            },
          }
        : {
            ResponseHeader: {
              responseRefID: reference,
              requestRefID: requestReference,
              responseCode: code,
              responseDescription: 'Error',
            },
            ResponseBody: {
              ResponseData: [
                { Name: 'TransactionID', Value: '0000000000' },
                { Name: 'responseCode', Value: code },
                { Name: 'Status', Value: 'ERROR' },
                { Name: 'Msisdn', Value: masked },
              ],
            },
          },
    keys: [{ kind: 'third-party-reference', value: reference }],
  })
  call.keys.push({ kind: 'third-party-reference', value: reference })
  return answerJson(200, {
    ResponseHeader: {
      responseRefID: reference,
      responseCode: '200',
      responseDescription: 'Request accepted for processing',
      ResultDesc: 'The service request is processed successfully.',
    },
    ResponseBody: { responseDescription: 'Request accepted for processing', responseCode: '200' },
  })
}
