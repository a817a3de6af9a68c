import { centsOf, formatMoney } from '@/lib/money'
import type { CallbackMeaning, Facts } from '../types'

export type Pair = { name: string; value: string }

/** `Working Account|KES|120000.00|…&Utility Account|…` becomes a row an account. */
export const splitBalances = (pair: Pair): Pair[] => {
  const balances = balancesIn(pair.value)
  if (balances.length === 0) return [pair]
  return balances.map(({ name, cents, currency }) => ({
    name: balances.length === 1 ? `${pair.name}: ${name}` : name,
    value: formatMoney(cents, currency),
  }))
}

export const balancesIn = (value: string) =>
  value.split('&').flatMap((part) => {
    const [name, code, amount] = part.split('|')
    const cents = centsOf(amount)
    return name && code && /^[A-Z]{3}$/.test(code) && cents !== undefined
      ? [{ name, cents, currency: code }]
      : []
  })

/** The number that starts `254708374149 - Asha Test`. */
export const phoneIn = (party: string | undefined): string | undefined =>
  /^(254\d{9})(?!\d)/.exec(party ?? '')?.[1]

/** The number that starts `600000 - Jaribu Shop`. */
export const shortcodeIn = (party: string | undefined): string | undefined =>
  /^\s*(\d{5,7})(?!\d)/.exec(party ?? '')?.[1]

export const by = (payer: string | undefined) => payer && `by ${payer}`
export const receipted = (receipt: string | undefined) => receipt && `. Receipt ${receipt}`

/** `Paid KES 1.00 by 254708374149.`, in this currency. */
export const sentenceIn =
  (currency: string) =>
  (verb: string, cents: number | undefined, ...rest: (string | false | undefined)[]): string =>
    `${[verb, cents !== undefined && formatMoney(cents, currency), ...rest].filter(Boolean).join(' ').replaceAll(' . ', '. ')}.`

export const failure = (verb: string, description: string | undefined, code: string | undefined): string => {
  const words = description?.replace(/[.\s]+$/, '')
  return `${[verb, words].filter(Boolean).join(': ')}${code ? ` (${code})` : ''}.`
}

/** Results have one form: what it tells of shows which question it answers, where that is none of a payment. */
export const answersIn = (read: (name: string) => string | undefined): Facts['answers'] =>
  read('AccountBalance') ? 'balance' : read('TransactionStatus') ? 'status' : undefined

/** A reversal names the payment that it takes back, and a status the one that was asked about. */
export const aboutIn = (read: (name: string) => string | undefined): Facts['about'] => {
  for (const name of ['OriginalTransactionID', 'ReceiptNo']) {
    const receipt = read(name)
    if (receipt) return { name, receipt }
  }
  return undefined
}

/** An amount, or what stands in its place. */
export const amountIn = (text: string | undefined): Pick<Facts, 'amountCents' | 'amountUnread'> => {
  const amountCents = centsOf(text)
  if (amountCents !== undefined) return { amountCents }
  return text === undefined || text.trim() === '' ? {} : { amountUnread: cut(text.trim(), 60) }
}

/** Nobody pays nothing, less than that, or what is no number: a message that says so tells of no payment. */
export const unlessUnpayable = <M extends CallbackMeaning>(meaning: M): M => {
  const { amountCents, amountUnread, currency = '', state, answers } = meaning.facts
  if (meaning.outcome !== 'success' || state || answers) return meaning
  if (amountUnread === undefined && (amountCents === undefined || amountCents > 0)) return meaning
  const amount = amountUnread ?? formatMoney(amountCents ?? 0, currency).trim()
  return {
    ...meaning,
    outcome: 'notice',
    sentence: `The amount in it is “${amount}”, which nobody can pay: it tells of no payment.`,
  }
}

/** For a message that ends nothing. */
export const undecided = (description: string | undefined): string => {
  const words = description?.replace(/[.\s]+$/, '')
  return `It has no result code, so it does not say how this ended${words ? `: ${words}` : ''}.`
}

export const said = (code: string | undefined, description: string | undefined) =>
  compact({ code: code && cut(code, 60), description: description && cut(description, 500) })

export const compact = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

export const cut = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text

/** One line without control characters, of a length that a list can show. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
export const plain = (sentence: string) => cut(sentence.replace(/[\u0000-\u001f\u007f]+/g, ' '), 400)
