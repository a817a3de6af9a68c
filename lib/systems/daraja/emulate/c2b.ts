import { checkCallbackUrl } from '@/lib/systems/daraja/callback-url'
import { type Reply, startPayment, validationAnswered } from '@/lib/systems/kenya/c2b'
import { phoneEndings } from '@/lib/systems/kenya/codes'
import { newRequestId } from '@/lib/systems/kenya/ids'
import { answerJson } from '@/lib/systems/kenya/json'
import { limits } from '@/lib/systems/kenya/limits'
import { putRegistration, registrationOf } from '@/lib/systems/kenya/registration'
import { isZero } from '@/lib/systems/shared/wire'
import type { DeliveredCallback } from '@/lib/systems/types'
import { parseObject, textOf } from '@/lib/wire/json'
import type { WireAnswer } from '@/lib/wire/types'
import { subscriberOf } from '@/lib/world/phones'
import type { World } from '@/lib/world/types'
import { amountOf, field, type Handler, keyed, market, refusal } from './call'

const accepted = (world: World, description: string, requestId = newRequestId(world)): WireAnswer =>
  answerJson(200, {
    OriginatorCoversationID: requestId,
    ResponseCode: '0',
    ResponseDescription: description,
  })

export const registerUrls: Handler = (call) => {
  const { world } = call
  const shortcode = field(call, 'ShortCode')
  const confirmationUrl = field(call, 'ConfirmationURL')
  const validationUrl = field(call, 'ValidationURL')
  if (!world.store.organisation(market, shortcode)) {
    return refusal(world, 400, '400.002.02', 'Bad Request - Invalid ShortCode')
  }
  if (shortcode === '174379') {
    call.notes.push('Safaricom refuses 174379 here: C2B has its own test shortcodes, such as 600000.')
    if (call.isStrict) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid ShortCode')
  }
  const before = registrationOf(world, shortcode)
  if (before && before.confirmationUrl !== confirmationUrl) {
    if (call.isStrict) return refusal(world, 500, '500.003.1001', 'Urls are already registered.')
    call.notes.push(
      'URLs were registered before; the sandbox replaces them, production answers 500.003.1001.',
    )
  }
  if (/valid/i.test(confirmationUrl) && /confirm/i.test(validationUrl)) {
    call.notes.push('ConfirmationURL and ValidationURL look swapped.')
  }
  // An inbox of this very sandbox is reached without any network.
  const foreign = [confirmationUrl, validationUrl].filter((url) => !url.startsWith(`${world.publicUrl}/`))
  for (const url of new Set(foreign)) {
    for (const finding of checkCallbackUrl(url, 'production').findings) {
      if (finding.result === 'refused') call.notes.push(`${url}: ${finding.message}`)
    }
  }
  putRegistration(world, {
    shortcode,
    system: 'daraja',
    version: call.operation.version === 'v1' ? 'v1' : 'v2',
    responseType: field(call, 'ResponseType') === 'Cancelled' ? 'Cancelled' : 'Completed',
    confirmationUrl,
    validationUrl,
    registeredAt: world.now,
  })
  return accepted(world, 'Success')
}

/** Any value made of zeros accepts, any other rejects; what cannot be read counts as silence. */
const readReply = (result: DeliveredCallback['result']): Reply => {
  if (result.kind === 'failed' || result.status < 200 || result.status > 299) return { kind: 'silent' }
  const body = parseObject(result.body)
  const code = textOf(body?.ResultCode)?.trim()
  if (!body || !code) return { kind: 'silent' }
  if (!isZero(code)) return { kind: 'rejected', code: code.slice(0, 40) }
  const id = body.ThirdPartyTransID
  return { kind: 'accepted', thirdPartyId: typeof id === 'string' ? id.slice(0, 100) : '' }
}

/** The organisation answered its validation URL, or did not. */
export const validationDelivered = (due: DeliveredCallback, world: World) =>
  validationAnswered(due, readReply(due.result), world)

export const simulatePayment: Handler = (call) => {
  const { world } = call
  const organisation = world.store.organisation(market, field(call, 'ShortCode'))
  if (!organisation) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid ShortCode')
  const isPaybill = field(call, 'CommandID') === 'CustomerPayBillOnline'
  const reference = field(call, 'BillRefNumber')
  if (!isPaybill && reference !== '') {
    call.notes.push('BillRefNumber with CustomerBuyGoodsOnline makes the real call fail.')
    if (call.isStrict) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid BillRefNumber')
  }
  if (isPaybill && reference === '') {
    call.notes.push('BillRefNumber is missing, which a payment to a paybill needs; accepted.')
    if (call.isStrict) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid BillRefNumber')
  }
  if (amountOf(call) > limits.mostPayment) {
    call.notes.push('More than one transaction may carry; the payment itself ends with that.')
    if (call.isStrict) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid Amount')
  }
  const registration = registrationOf(world, organisation.shortcode)
  if (!registration) call.notes.push('No URLs are registered for this shortcode: no notice will be sent.')
  if (isPaybill === (organisation.kind === 'till')) {
    call.notes.push(`CommandID does not fit ${organisation.shortcode}.`)
  }
  const requestId = newRequestId(world)
  const started = startPayment(world, {
    organisation,
    requestId,
    subscriber: subscriberOf(world, market, field(call, 'Msisdn'), phoneEndings),
    amountCents: amountOf(call),
    reference: isPaybill ? reference : '',
    delayMs: world.settings.resultDelayMs,
  })
  if (started.kind === 'refused') {
    call.notes.push(
      `The payment itself ended with ${started.code}; only the customer hears of that, in a message.`,
    )
  } else {
    call.keys.push(...keyed(['receipt', started.transaction.receipt]))
  }
  return accepted(world, 'Accept the service request successfully.', requestId)
}
