import type { DarajaCallbackKind } from '@/lib/catalogue/daraja/callbacks'
import type { Json } from '@/lib/catalogue/types'
import { centsOf, formatMoney } from '@/lib/money'
import { markets } from '@/lib/msisdn/markets'
import { receiptOf, stampOf, unlessStandIn } from '@/lib/systems/kenya/stamps'
import { jsonObjectOf, listOf, objectOf, pick, pickText, textOf, type WireObject } from '@/lib/wire/json'
import type { WireMessage } from '@/lib/wire/types'
import { phoneHashIn } from '../shared/phone-hash'
import {
  aboutIn,
  amountIn,
  answersIn,
  balancesIn,
  by,
  compact,
  cut,
  failure,
  type Pair,
  phoneIn,
  plain,
  receipted,
  said,
  sentenceIn,
  shortcodeIn,
  splitBalances,
  undecided,
  unlessUnpayable,
} from '../shared/sentences'
import { isZero, keyOf, saysNoOutcome, stateOf } from '../shared/wire'
import type { CallbackMeaning, Facts, Glance } from '../types'
import { isKnownWording } from './codes'
import { keysOf } from './wire'

type Meaning = CallbackMeaning<DarajaCallbackKind>

const currency = markets.kenya.currency
const sentenceOf = sentenceIn(currency)

/** Understands a captured message; undefined when it is none of M-Pesa's. Never throws, whatever the bytes. */
export const readCallback = (message: WireMessage): Meaning | undefined => {
  const body = jsonObjectOf(message.body)
  return body && readBody(body, message.path.toLowerCase())
}

const readBody = (body: WireObject, path: string): Meaning | undefined => {
  for (const recognise of recognisers) {
    const meaning = recognise(body, path)
    if (meaning) return unlessUnpayable({ ...meaning, sentence: plain(meaning.sentence) })
  }
  return undefined
}

/** What comes most often, by its wrapper: what is in it is read when there is time. */
export const glanceAtCallback = (message: WireMessage): Glance<DarajaCallbackKind> | undefined => {
  const body = jsonObjectOf(message.body)
  const kind = body && kindByWrapper(body, message)
  return kind && { system: 'daraja', kind, read: () => readBody(body, message.path.toLowerCase()) }
}

const kindByWrapper = (body: WireObject, { path }: WireMessage): DarajaCallbackKind | undefined => {
  if (stkIn(body)) return 'stk-result'
  const told = Object.keys(body).length === 1 ? resultIn(body) : undefined
  if (!told) return undefined
  const [code, description] = [pickText(told, 'ResultCode'), pickText(told, 'ResultDesc')]
  return isQueueTimeout({ path: path.toLowerCase(), code, description }) ? 'queue-timeout' : 'result'
}

const stkIn = (body: WireObject) => objectOf(pick(objectOf(pick(body, 'Body')), 'stkCallback'))

const resultIn = (body: WireObject) => {
  const told = objectOf(pick(body, 'Result'))
  const isResult =
    told && pick(told, 'ResultCode', 'ConversationID', 'OriginatorConversationID') !== undefined
  return isResult ? told : undefined
}

type Recogniser = (body: WireObject, path: string) => Meaning | undefined

const stkResult: Recogniser = (body) => {
  const told = stkIn(body) ?? objectOf(pick(body, 'stkCallback')) ?? bare(body, 'CheckoutRequestID')
  if (!told) return undefined
  const code = pickText(told, 'ResultCode')
  const description = pickText(told, 'ResultDesc')
  const items = pairsOf(pick(objectOf(pick(told, 'CallbackMetadata')), 'Item'))
  const read = (name: string) => items.find((item) => item.name.toLowerCase() === name.toLowerCase())?.value
  const receipt = receiptOf(read('MpesaReceiptNumber'))
  const msisdn = read('PhoneNumber') || undefined
  const amount = amountIn(read('Amount'))
  const at = stampOf(read('TransactionDate'))
  return {
    system: 'daraja',
    kind: 'stk-result',
    outcome: endOf(code),
    sentence: isZero(code)
      ? sentenceOf('Paid', amount.amountCents, by(msisdn), receipted(receipt))
      : unpaid('Not paid', description, code),
    ...said(code, description),
    keys: [...keysOf(told), ...keyOf('receipt', receipt)],
    facts: { ...compact({ receipt, msisdn, at }), ...amount, currency, table: tableOf(items) },
  }
}

/** As a status query says it: the prompt is still open. */
const stillOpen = '4999'

const endOf = (code: string | undefined) =>
  saysNoOutcome(code) || code === stillOpen ? 'notice' : isZero(code) ? 'success' : 'failure'

const unpaid = (verb: string, description: string | undefined, code: string | undefined) =>
  saysNoOutcome(code)
    ? undecided(description)
    : failure(code === stillOpen ? 'Not over yet' : verb, description, code)

const result: Recogniser = (body, path) => {
  const told = objectOf(pick(body, 'Result')) ?? bare(body, 'ConversationID')
  if (!told || pick(told, 'ResultCode', 'ConversationID', 'OriginatorConversationID') === undefined)
    return undefined
  const code = pickText(told, 'ResultCode')
  const description = pickText(told, 'ResultDesc')
  const parameters = pairsOf(pick(objectOf(pick(told, 'ResultParameters')), 'ResultParameter'))
  const references = pairsOf(pick(objectOf(pick(told, 'ReferenceData')), 'ReferenceItem'))
  const read = (...names: string[]) => {
    for (const name of names) {
      const found = parameters.find((pair) => pair.name.toLowerCase() === name.toLowerCase())?.value
      if (found) return found
    }
    return undefined
  }
  const own = receiptOf(pickText(told, 'TransactionID'))
  const keys = [...keysOf(told), ...keyOf('receipt', own)]
  const isTimeout = isQueueTimeout({ path, code, description })
  // A status has a transaction of its own, and tells of another.
  const receipt = receiptOf(read('ReceiptNo')) ?? own ?? receiptOf(read('TransactionReceipt'))
  const amount = amountIn(read('TransactionAmount', 'Amount'))
  const party = read('ReceiverPartyPublicName', 'CreditPartyPublicName', 'CreditPartyName')
  const reference = references.find((pair) => pair.name === 'BillReferenceNumber')?.value || undefined
  const at = stampOf(
    read('TransactionCompletedDateTime', 'TransCompletedTime', 'FinalisedTime', 'BOCompletedTime'),
  )
  const facts: Facts = {
    ...amount,
    ...compact({
      receipt,
      reference,
      at,
      about: aboutIn(read),
      msisdn: phoneIn(party) ?? phoneIn(read('DebitPartyName')),
      shortcode: shortcodeIn(party),
      state: stateOf(read('TransactionStatus')),
      answers: answersIn(read),
    }),
    currency,
    table: [...parameters.flatMap(splitBalances), ...references].slice(0, mostRows),
  }
  const shared = {
    system: 'daraja',
    ...said(code, description),
    keys,
    facts,
    ...(isTimeoutPath(path) && !isTimeout && { remark: cameAsTimeout }),
  }
  if (isTimeout) {
    return {
      ...shared,
      kind: 'queue-timeout',
      outcome: 'timeout',
      sentence: "The request timed out in M-Pesa's queue: nobody knows the outcome yet. Ask for the status.",
    }
  }
  const outcome = endOf(code)
  if (outcome !== 'success')
    return { ...shared, kind: 'result', outcome, sentence: unpaid('Failed', description, code) }
  return {
    ...shared,
    kind: 'result',
    outcome,
    sentence: resultSentence({ read, amountCents: amount.amountCents, receipt, party }),
  }
}

const cameAsTimeout =
  'It came to the address for queue time-outs. It is a result all the same: the body says how the call ended.'

/**
 * What stands within a wrapper, sent on without it: programs log and forward it so. An answer has a ResponseCode besides,
 * and is none; other messages spell the names otherwise.
 */
const bare = (body: WireObject, id: string): WireObject | undefined =>
  Object.hasOwn(body, 'ResultCode') && Object.hasOwn(body, id) && !Object.hasOwn(body, 'ResponseCode')
    ? body
    : undefined

type ResultFacts = {
  read: (...names: string[]) => string | undefined
  amountCents: number | undefined
  receipt: string | undefined
  party: string | undefined
}

/** Which call a result belongs to shows only in its parameters. */
const resultSentence = ({ read, amountCents, receipt, party }: ResultFacts): string => {
  const balances = read('AccountBalance')
  if (balances) {
    const shown = balancesIn(balances)
      .map(({ name, cents, currency }) => `${name.replace(/ Account$/, '')} ${formatMoney(cents, currency)}`)
      .join(', ')
    return shown ? `Balances: ${shown}.` : 'The balances arrived.'
  }
  const original = read('OriginalTransactionID')
  if (original)
    return sentenceOf('Reversed', amountCents, `of ${original}`, party && `to ${party}`, receipted(receipt))
  const status = read('TransactionStatus')
  if (status) {
    const from = read('DebitPartyName')
    return sentenceOf(
      `${read('ReceiptNo') ?? 'The transaction'} is ${status.toLowerCase()}`,
      undefined,
      amountCents !== undefined && `: ${formatMoney(amountCents, currency)}`,
      from && `from ${from}`,
      party && `to ${party}`,
    ).replace(' :', ':')
  }
  if (amountCents === undefined && !party) return 'Processed successfully.'
  return sentenceOf('Sent', amountCents, party && `to ${party}`, receipted(receipt))
}

const c2b: Recogniser = (body, path) => {
  const told = pickText(body, 'TransID')
  const receipt = unlessStandIn(told)
  if (!told || pick(body, 'TransAmount') === undefined || pick(body, 'BusinessShortCode') === undefined)
    return undefined
  const amount = amountIn(shown(pick(body, 'TransAmount')))
  const msisdn = pickText(body, 'MSISDN')
  const shortcode = pickText(body, 'BusinessShortCode')
  const reference = pickText(body, 'BillRefNumber') ?? pickText(body, 'InvoiceNumber')
  const at = stampOf(pickText(body, 'TransTime'))
  const isQuestion = isValidation(body, path)
  const words = [
    by(payerOf(body, msisdn)),
    shortcode && `to ${shortcode}`,
    reference && `for ${reference}`,
  ] as const
  return {
    system: 'daraja',
    kind: isQuestion ? 'c2b-validation' : 'c2b-confirmation',
    outcome: isQuestion ? 'question' : 'success',
    sentence: isQuestion
      ? `${sentenceOf('Asks to accept', amount.amountCents, ...words).slice(0, -1)}.`
      : sentenceOf('Paid', amount.amountCents, ...words, receipted(receipt)),
    keys: keyOf('receipt', receipt),
    facts: {
      ...amount,
      ...compact({
        receipt,
        shortcode,
        reference,
        at,
        msisdn: phoneIn(msisdn) ?? (phoneHashIn(msisdn) ? undefined : msisdn),
        payerHash: phoneHashIn(msisdn),
      }),
      currency,
      table: tableOf(
        Object.entries(body)
          .slice(0, mostRows)
          .map(([name, value]) => ({ name, value: textOf(value) ?? '' })),
      ),
    },
  }
}

/** Both C2B messages have one body: the path tells them apart, else the balance that only a confirmation has. */
const isValidation = (body: WireObject, path: string): boolean => {
  if (/confirm/.test(lastSegment(path))) return false
  if (/valid/.test(lastSegment(path))) return true
  return (
    pickText(body, 'OrgAccountBalance') === undefined && pickText(body, 'ThirdPartyTransID') === undefined
  )
}

const payerOf = (body: WireObject, msisdn: string | undefined) => {
  const shown = phoneHashIn(msisdn) ? undefined : msisdn
  const name = [pickText(body, 'FirstName'), pickText(body, 'MiddleName'), pickText(body, 'LastName')]
    .filter(Boolean)
    .join(' ')
  return shown && name ? `${shown} (${name})` : (shown ?? (name || undefined))
}

const ratiba: Recogniser = (body) => {
  const header = objectOf(pick(body, 'responseHeader', 'ResponseHeader'))
  if (!header) return undefined
  const answer = objectOf(pick(body, 'responseBody', 'ResponseBody'))
  // The answer to the call has the same two parts, and no data yet.
  if (pick(answer, 'responseData', 'ResponseData') === undefined) return undefined
  const items = pairsOf(pick(answer, 'responseData', 'ResponseData'))
  const read = (name: string) => items.find((item) => item.name.toLowerCase() === name.toLowerCase())?.value
  const code = pickText(header, 'responseCode') ?? read('responseCode')
  const description = pickText(header, 'responseDescription')
  const receipt = receiptOf(read('TransactionID'))
  const msisdn = read('Msisdn')
  const isSuccess = isZero(code) || code === '200'
  return {
    system: 'daraja',
    kind: 'ratiba-result',
    outcome: isSuccess ? 'success' : endOf(code),
    sentence: isSuccess
      ? sentenceOf('Standing order accepted', undefined, by(msisdn), receipted(receipt))
      : unpaid('Standing order not made', description, code),
    ...said(code, description),
    keys: [
      ...keyOf('third-party-reference', pickText(header, 'responseRefID')),
      ...keyOf('third-party-reference', pickText(header, 'requestRefID')),
      ...keyOf('receipt', receipt),
    ],
    facts: { ...compact({ receipt, msisdn }), table: tableOf(items) },
  }
}

const b2bExpress: Recogniser = (body) => {
  const code = pickText(body, 'resultCode')
  const reference = pickText(body, 'paymentReference')
  const requestId = pickText(body, 'requestId', 'RequestRefID')
  if (code === undefined || !requestId || pick(body, 'resultDesc') === undefined) return undefined
  const description = pickText(body, 'resultDesc')
  const amount = amountIn(pickText(body, 'amount'))
  const receipt = receiptOf(pickText(body, 'transactionId'))
  return {
    system: 'daraja',
    kind: 'b2b-express-result',
    outcome: endOf(code),
    sentence: isZero(code)
      ? sentenceOf('Paid', amount.amountCents, reference && `for ${reference}`, receipted(receipt))
      : unpaid('Not paid', description, code),
    ...said(code, description),
    keys: [...keysOf(body), ...keyOf('third-party-reference', requestId), ...keyOf('receipt', receipt)],
    facts: {
      ...amount,
      ...compact({ receipt, reference }),
      currency,
      table: tableOf(
        Object.entries(body)
          .slice(0, mostRows)
          .map(([name, value]) => ({ name, value: textOf(value) ?? '' })),
      ),
    },
  }
}

const billPayment: Recogniser = (body) => {
  const told = pickText(body, 'transactionId')
  const receipt = unlessStandIn(told)
  const amountCents = centsOf(pickText(body, 'paidAmount'))
  if (!told || amountCents === undefined) return undefined
  const msisdn = pickText(body, 'msisdn', 'phoneNumber')
  const reference = pickText(body, 'accountReference')
  const shortcode = pickText(body, 'shortCode')
  return {
    system: 'daraja',
    kind: 'bill-payment',
    outcome: 'success',
    sentence: sentenceOf(
      'Invoice paid:',
      amountCents,
      by(msisdn),
      reference && `for ${reference}`,
      receipted(receipt),
    ),
    keys: keyOf('receipt', receipt),
    facts: { ...compact({ receipt, amountCents, msisdn, reference, shortcode }), currency },
  }
}

const pulled: Recogniser = (body) => {
  const rows = pick(body, 'Response')
  const reference = pickText(body, 'ResponseRefID', 'RequestID')
  if (!reference || !Array.isArray(rows)) return undefined
  const count = rows.reduce<number>((sum, row) => sum + (Array.isArray(row) ? row.length : 1), 0)
  const code = pickText(body, 'ResponseCode')
  return {
    system: 'daraja',
    kind: 'pull-transactions',
    outcome: 'notice',
    sentence: `${count} pulled ${count === 1 ? 'transaction' : 'transactions'}.`,
    ...said(code, pickText(body, 'ResponseMessage')),
    keys: keyOf('third-party-reference', reference),
    facts: {},
  }
}

/** Safaricom asks for the name behind an account number before the customer pays. */
const nameQuestion: Recogniser = (body) => {
  const account = pickText(body, 'accountNumber')
  const shortcode = pickText(body, 'shortcode')
  const requestId = pickText(body, 'requestId')
  if (!account || !shortcode || !requestId || pick(body, 'timestamp') === undefined) return undefined
  return {
    system: 'daraja',
    kind: 'c2b-name-check',
    outcome: 'question',
    sentence: `Asks for the name behind account ${account} of ${shortcode}.`,
    keys: keyOf('third-party-reference', requestId),
    facts: { shortcode, reference: account },
  }
}

/**
 * What a queue timeout looks like is unconfirmed. Many give one address for results and timeouts, so a success, and a
 * failure in words that are known, are a result wherever they come; the rest counts by its path.
 */
const isQueueTimeout = ({ path, code, description }: Ended): boolean => {
  if (code === undefined || isZero(code)) return isTimeoutPath(path) && code === undefined
  if (/time[d ]*out.*queue|queue.*time[d ]*out/i.test(description ?? '')) return true
  const isOutcome =
    description !== undefined && isKnownWording(code, { place: 'result', message: description })
  return isTimeoutPath(path) && !isOutcome
}

type Ended = { path: string; code: string | undefined; description: string | undefined }

/** What a queue timeout looks like is unconfirmed, so anything else on the timeout path counts as one. */
const barePathTimeout: Recogniser = (body, path) =>
  isTimeoutPath(path)
    ? {
        system: 'daraja',
        kind: 'queue-timeout',
        outcome: 'timeout',
        sentence:
          "The request timed out in M-Pesa's queue: nobody knows the outcome yet. Ask for the status.",
        ...said(pickText(body, 'ResultCode', 'errorCode'), pickText(body, 'ResultDesc', 'errorMessage')),
        keys: keysOf(body),
        facts: {},
      }
    : undefined

const recognisers: Recogniser[] = [
  stkResult,
  result,
  c2b,
  ratiba,
  b2bExpress,
  billPayment,
  pulled,
  nameQuestion,
  barePathTimeout,
]

const lastSegment = (path: string) => path.replace(/\/+$/, '').split('/').at(-1) ?? ''
const isTimeoutPath = (path: string) => /time-?out/.test(lastSegment(path))

const mostRows = 200

/** `{Key, Value}` and `{Name, Value}` lists, or one bare object; entries may lack their value. */
const pairsOf = (value: Json | undefined): Pair[] =>
  listOf(value)
    .slice(0, mostRows)
    .flatMap((entry) => {
      const name = pickText(objectOf(entry), 'Key', 'Name')
      return name ? [{ name: cut(name, 200), value: cut(shown(pick(objectOf(entry), 'Value')), 4000) }] : []
    })

const shown = (value: Json | undefined): string =>
  value === undefined || value === null
    ? ''
    : (textOf(value) ?? (typeof value === 'boolean' ? String(value) : '…'))

const tableOf = (pairs: Pair[]): Pair[] =>
  pairs.map(({ name, value }) => ({ name: cut(name, 200), value: cut(value, 4000) }))
