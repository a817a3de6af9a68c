import { createHash } from 'node:crypto'
import { markets } from '@/lib/msisdn/markets'
import { phoneEndings } from '@/lib/systems/kenya/codes'
import { newRequestId } from '@/lib/systems/kenya/ids'
import { answerJson } from '@/lib/systems/kenya/json'
import { stampOf } from '@/lib/world/clock'
import { nameFor, subscriberOf } from '@/lib/world/phones'
import { field, type Handler, market, refusal } from './call'

/** A whole number below `bound` that belongs to a phone for good. */
const steady = (msisdn: string, salt: string, bound: number): number =>
  createHash('sha256').update(`${salt}:${msisdn}`).digest().readUInt32BE(0) % bound

const day = 86_400_000
const networkStart = Date.UTC(2012, 0, 1)

/** When the line was made, somewhere between 2012 and 2022. */
const registeredAt = (msisdn: string) => networkStart + steady(msisdn, 'registered', 3650) * day

/** Half of the lines were never swapped of late; 01-01-1900 says so. */
const swapOf = (msisdn: string, now: number): number | undefined =>
  steady(msisdn, 'swap', 2) === 0 ? undefined : now - (1 + steady(msisdn, 'swapped', 80)) * day

const dateOf = (at: number) => stampOf(at, markets.kenya, 'DD-MM-YYYY')
const minuteOf = (at: number) => stampOf(at, markets.kenya, 'DD-MM-YYYY HH:mm')

export const checkImsi: Handler = (call) => {
  const msisdn = field(call, 'customerNumber')
  const swap = swapOf(msisdn, call.world.now)
  return answerJson(200, {
    requestRefID: newRequestId(call.world),
    responseCode: '200',
    responseDesc: 'Success',
    imsi: `7${String(steady(msisdn, 'imsi-a', 1e9)).padStart(9, '0')}${String(steady(msisdn, 'imsi-b', 1e6)).padStart(6, '0')}`,
    lastSwapDate: swap === undefined ? '01-01-1900' : dateOf(swap),
    msisdnRegistrationDate: dateOf(registeredAt(msisdn)),
    customerNumber: msisdn,
  })
}

export const checkSimSwap: Handler = (call) => {
  const swap = swapOf(field(call, 'customerNumber'), call.world.now)
  return answerJson(200, {
    requestRefID: newRequestId(call.world),
    responseCode: '200',
    responseDesc: 'Success',
    lastSwapDate: swap === undefined ? '01-01-1900 00:00' : minuteOf(swap),
  })
}

export const checkAge: Handler = (call) =>
  answerJson(200, {
    requestRefID: newRequestId(call.world),
    responseCode: '200',
    responseDesc: 'Success',
    msisdnRegistrationDate: minuteOf(registeredAt(field(call, 'customerNumber'))),
  })

/** The document belongs to the phone unless its number ends in 0, so that both answers can be seen. */
export const validateNumber: Handler = (call) => {
  call.notes.push('Here an idNumber that ends in 0 does not belong to the phone; every other one does.')
  return answerJson(200, {
    requestRefID: field(call, 'requestRefID'),
    responseCode: '200',
    responseDesc: 'Success',
    status: field(call, 'idNumber').endsWith('0') ? 'false' : 'true',
  })
}

const veil = (name: string) => (name ? `${name[0]}******` : '')

export const checkName: Handler = (call) => {
  const msisdn = field(call, 'body.msisdn')
  const requestID = field(call, 'header.requestID')
  const known = call.world.store.subscriber(market, msisdn)
  const isStranger = !known && msisdn.endsWith('0404')
  if (isStranger) {
    return answerJson(400, {
      header: {
        requestID,
        timestamp: stampOf(call.world.now, markets.kenya, 'YYYYMMDDHHmmss'),
        status: '400',
        message: 'Error',
      },
      body: { message: 'The customer does not exist.' },
    })
  }
  const { name } = subscriberOf(call.world, market, msisdn, phoneEndings)
  const [first = '', ...rest] = name.split(' ')
  return answerJson(200, {
    header: {
      requestID,
      timestamp: String(Math.floor(call.world.now / 1000)),
      status: '200',
      message: 'Success',
    },
    body: { firstName: first, middleName: '', lastName: veil(rest.at(-1) ?? '') },
  })
}

export const describeOrganisation: Handler = (call) => {
  const { world } = call
  const shortcode = field(call, 'Identifier')
  const organisation = world.store.organisation(market, shortcode)
  if (!organisation) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid Identifier')
  const wantsTill = field(call, 'IdentifierType') === '2'
  if (wantsTill !== (organisation.kind === 'till')) {
    call.notes.push(`IdentifierType does not fit ${shortcode}.`)
    if (call.isStrict) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid IdentifierType')
  }
  return answerJson(200, {
    ConversationID: newRequestId(world),
    ResponseCode: '4000',
    ResponseMessage: 'Success',
    DetailedMessage: 'Request received successfully',
    OrganizationShortCode: shortcode,
    OrganizationName: organisation.name,
    ChargeProfileID: '20013',
  })
}

/**
 * This call goes the other way in life: the provider asks the integrator for the name behind an account. Here a sample
 * integrator answers, so that the form can be tried.
 */
export const nameAccount: Handler = (call) => {
  call.notes.push('In life Safaricom calls this path on your host; a sample host answered.')
  const accountNumber = field(call, 'accountNumber')
  if (/^0+$/.test(accountNumber)) return answerJson(404, { message: 'account not found' })
  return answerJson(200, { accountName: nameFor(accountNumber.replace(/\D/g, '') || '7') })
}
