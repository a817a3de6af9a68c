import type { G2CallbackKind } from '@/lib/catalogue/g2/callbacks'
import { formatMoney } from '@/lib/money'
import { headerOf } from '@/lib/wire/http'
import type { WireMessage } from '@/lib/wire/types'
import type { XmlElement } from '@/lib/xml/parse'
import { childOf, childrenOf, childText } from '@/lib/xml/tree'
import { currency } from '../kenya/money'
import { receiptOf, stampOf, unlessStandIn } from '../kenya/stamps'
import { phoneHashIn } from '../shared/phone-hash'
import {
  aboutIn,
  amountIn,
  answersIn,
  balancesIn,
  by,
  compact,
  failure,
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
import type { CallbackMeaning } from '../types'
import { checkoutFacts } from './read'
import { documentOf, pairsOf, readSoap, valueIn } from './wire'

type Meaning = CallbackMeaning<G2CallbackKind>

const sentenceOf = sentenceIn(currency)

/** Understands a captured message; undefined when it is none of this interface's. Never throws, whatever the bytes. */
export const readCallback = (message: WireMessage): Meaning | undefined => {
  const content = readSoap(message.body)?.content
  const meaning = content ? readContent(content) : readFormNotice(message)
  return meaning && unlessUnpayable({ ...meaning, sentence: plain(meaning.sentence) })
}

const readContent = (content: XmlElement): Meaning | undefined => {
  const name = content.local.toLowerCase()
  if (name === 'resultmsg' || name === 'genericapiresult') {
    return childOf(content, 'TRX_STATUS', 'RETURN_CODE') ? checkout(content) : result(content)
  }
  if (name === 'notifyqueuetimeout') return queueTimeout(content)
  if (name === 'c2bpaymentvalidationrequest') return payment(content, 'c2b-validation')
  if (name === 'c2bpaymentconfirmationrequest') return payment(content, 'c2b-confirmation')
  return undefined
}

const result = (content: XmlElement): Meaning | undefined => {
  const told = documentOf(content)
  if (told?.local.toLowerCase() !== 'result') return undefined
  const code = childText(told, 'ResultCode')
  const description = childText(told, 'ResultDesc')
  const parameters = pairsOf(childOf(told, 'ResultParameters'))
  const references = pairsOf(childOf(told, 'ReferenceData'))
  const read = (...names: string[]) => valueIn(parameters, ...names)
  const own = receiptOf(childText(told, 'TransactionID'))
  // A status has a transaction of its own, and tells of another.
  const receipt = receiptOf(read('ReceiptNo')) ?? own ?? receiptOf(read('TransactionReceipt'))
  const amount = amountIn(read('TransactionAmount', 'Amount'))
  const party = read('ReceiverPartyPublicName', 'CreditPartyPublicName', 'CreditPartyName')
  const isSuccess = isZero(code)
  return {
    system: 'g2',
    kind: 'result',
    outcome: isSuccess ? 'success' : code === '43' || saysNoOutcome(code) ? 'notice' : 'failure',
    sentence: isSuccess
      ? resultSentence({ read, amountCents: amount.amountCents, receipt, party })
      : saysNoOutcome(code)
        ? undecided(description)
        : failure('Failed', description, code),
    ...said(code, description),
    keys: [
      ...keyOf('conversation-id', childText(told, 'ConversationID')),
      ...keyOf('originator-conversation-id', childText(told, 'OriginatorConversationID')),
      ...keyOf('receipt', own),
    ],
    facts: {
      ...amount,
      ...compact({
        receipt,
        about: aboutIn(read),
        msisdn: phoneIn(party) ?? phoneIn(read('DebitPartyName')),
        shortcode: shortcodeIn(party),
        state: stateOf(read('TransactionStatus')),
        answers: answersIn(read),
        reference: valueIn(references, 'BillReferenceNumber'),
        at: stampOf(
          read(
            'TransactionCompletedDateTime',
            'Transaction Datetime',
            'TransCompletedTime',
            'FinalisedTime',
            'BOCompletedTime',
          ),
        ),
      }),
      currency,
      table: [...parameters.flatMap(splitBalances), ...references].slice(0, 200),
    },
  }
}

type Seen = {
  read: (...names: string[]) => string | undefined
  amountCents: number | undefined
  receipt: string | undefined
  party: string | undefined
}

/** Which call a result belongs to shows only in its parameters. */
const resultSentence = ({ read, amountCents, receipt, party }: Seen): string => {
  const balances = read('AccountBalance')
  if (balances) {
    const shown = balancesIn(balances)
      .map((one) => `${one.name.replace(/ Account$/, '')} ${formatMoney(one.cents, one.currency)}`)
      .join(', ')
    return shown ? `Balances: ${shown}.` : 'The balances arrived.'
  }
  const status = read('TransactionStatus')
  if (status) {
    const amount = amountCents === undefined ? '' : `: ${formatMoney(amountCents, currency)}`
    const from = read('DebitPartyName')
    return `${read('ReceiptNo') ?? 'The transaction'} is ${status.toLowerCase()}${amount}${from ? ` from ${from}` : ''}${party ? ` to ${party}` : ''}.`
  }
  if (amountCents === undefined && !party) {
    return receipt ? `Processed successfully. Receipt ${receipt}.` : 'Processed successfully.'
  }
  return sentenceOf('Sent', amountCents, party && `to ${party}`, receipted(receipt))
}

const queueTimeout = (content: XmlElement): Meaning => ({
  system: 'g2',
  kind: 'queue-timeout',
  outcome: 'timeout',
  sentence:
    'The request waited too long in the broker’s queue: nobody knows the outcome yet. Ask for the status.',
  keys: keyOf('originator-conversation-id', childText(content, 'originatorConversationID')),
  facts: {},
})

const payment = (content: XmlElement, kind: 'c2b-validation' | 'c2b-confirmation'): Meaning | undefined => {
  const told = childText(content, 'TransID')
  const receipt = unlessStandIn(told)
  if (!told) return undefined
  const isQuestion = kind === 'c2b-validation'
  const amount = amountIn(childText(content, 'TransAmount'))
  const msisdn = childText(content, 'MSISDN')
  const shortcode = childText(content, 'BusinessShortCode')
  const reference = childText(content, 'BillRefNumber', 'InvoiceNumber')
  const known = childrenOf(content, 'KYCInfo').flatMap((item) => {
    const name = childText(item, 'KYCName')
    return name ? [{ name, value: childText(item, 'KYCValue') ?? '' }] : []
  })
  const name = known
    .filter((pair) => /name\]/i.test(pair.name) && pair.value)
    .map(({ value }) => value)
    .join(' ')
  const words = [
    by(payerOf(msisdn, name)),
    shortcode && `to ${shortcode}`,
    reference && `for ${reference}`,
  ] as const
  return {
    system: 'g2',
    kind,
    outcome: isQuestion ? 'question' : 'success',
    sentence: isQuestion
      ? sentenceOf('Asks to accept', amount.amountCents, ...words)
      : sentenceOf('Paid', amount.amountCents, ...words, receipted(receipt)),
    keys: keyOf('receipt', receipt),
    facts: {
      ...amount,
      ...compact({
        receipt,
        shortcode,
        reference,
        msisdn: phoneIn(msisdn) ?? (phoneHashIn(msisdn) ? undefined : msisdn),
        payerHash: phoneHashIn(msisdn),
        at: stampOf(childText(content, 'TransTime')),
      }),
      currency,
      table: [
        ...content.children
          .filter((child) => child.children.length === 0)
          .map(({ local, text }) => ({ name: local, value: text.trim().slice(0, 2000) })),
        ...known,
      ].slice(0, 200),
    },
  }
}

/** Since November 2023 the number is a hash of 64 letters, which nobody wants to read. */
const payerOf = (msisdn: string | undefined, name: string): string | undefined => {
  const shown = phoneHashIn(msisdn) ? undefined : msisdn
  return shown && name ? `${shown} (${name})` : (shown ?? (name || undefined))
}

const checkout = (content: XmlElement): Meaning => {
  const code = childText(content, 'RETURN_CODE')
  const description = childText(content, 'DESCRIPTION')
  const status = childText(content, 'TRX_STATUS') ?? ''
  const facts = checkoutFacts(content)
  const isPending = /pending/i.test(status)
  const isFailed = /fail|error/i.test(status)
  const isPaid = !isPending && isZero(code) && !isFailed
  const isUndecided = saysNoOutcome(code) && !isFailed && !isPending
  const reference = childText(content, 'MERCHANT_TRANSACTION_ID')
  return {
    system: 'g2',
    kind: 'checkout-result',
    outcome: isPending || isUndecided ? 'notice' : isPaid ? 'success' : 'failure',
    sentence: isPaid
      ? sentenceOf(
          'Paid',
          facts.amountCents,
          by(facts.msisdn),
          reference && `for ${reference}`,
          receipted(facts.receipt),
        )
      : isPending
        ? 'The checkout is still open.'
        : isUndecided
          ? undecided(description)
          : failure('Not paid', description, code),
    ...said(code, description),
    keys: [
      ...keyOf('checkout-id', childText(content, 'TRX_ID')),
      ...keyOf('third-party-reference', reference),
      ...keyOf('receipt', facts.receipt),
    ],
    facts: { ...facts, ...compact({ reference }) },
  }
}

const largestForm = 65_536

/** The checkout's outcome as form fields or in the query string. */
const readFormNotice = (message: WireMessage): Meaning | undefined => {
  const isForm = /form-urlencoded/i.test(headerOf(message, 'content-type') ?? '')
  if (message.body.length > largestForm || (message.body.length > 0 && !isForm)) return undefined
  const text = isForm ? Buffer.from(message.body).toString('utf8') : message.query
  if (!text.includes('TRX_STATUS') || !text.includes('RETURN_CODE')) return undefined
  const fields = [...new URLSearchParams(text)].slice(0, 40)
  return checkout({
    name: 'ResultMsg',
    local: 'ResultMsg',
    namespace: undefined,
    attributes: {},
    text: '',
    children: fields.map(([name, value]) => ({
      name,
      local: name,
      namespace: undefined,
      attributes: {},
      children: [],
      text: value,
    })),
  })
}
