import type { Repeated } from '@/lib/catalogue/callbacks'
import type { Field, Operation } from '@/lib/catalogue/types'
import { centsOf, formatMoney } from '@/lib/money'
import type { Mismatch } from '@/lib/wire/mismatch'
import type { CorrelationKey, Values } from '@/lib/wire/types'

export type Agreement =
  | { kind: 'agrees' }
  | ({ kind: 'contradicts' } & Mismatch)
  | { kind: 'nothing-to-check' }

/** What a message says that can be held against its run. */
export type Claims = {
  keys: readonly CorrelationKey[]
  facts: {
    amountCents?: number
    amountUnread?: string
    currency?: string
    msisdn?: string
    shortcode?: string
    about?: { name: string; receipt: string }
  }
}

/** What is known of a run from the request itself; a list holds every value that would be right, and none is no claim. */
export type Asked = {
  amountsCents: readonly number[]
  phones: readonly string[]
  parties: readonly string[]
  /** Receipts of the earlier payments that it is about. */
  receipts: readonly string[]
}

export const nothingAsked: Asked = { amountsCents: [], phones: [], parties: [], receipts: [] }

/** What was asked for, as the entry's fields tell. A list of several requests says nothing of one. */
export const askedIn = (operation: Pick<Operation, 'fields' | 'body'>, values: Values): Asked => {
  if (operation.body === 'array') return nothingAsked
  const given = (kind: Field['kind']) =>
    operation.fields.flatMap((field) => {
      const isMeant = field.kind === kind || (kind === 'shortcode' && isFixedParty(field))
      const value = isMeant ? (values[field.name] ?? field.const) : undefined
      const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
      return text === '' ? [] : [text]
    })
  return {
    amountsCents: given('amount').flatMap((amount) => centsOf(amount) ?? []),
    phones: given('msisdn'),
    parties: given('shortcode'),
    receipts: given('receipt'),
  }
}

/** A receiver that the provider prescribes. */
const isFixedParty = (field: Field) => /^\d{5,7}$/.test(String(field.const ?? ''))

/**
 * Whether what a message says fits the run that it is about. What only one of them says is no contradiction, but for the
 * ids: where `isEnd`, a message that is to end the run has to bring one that the run has, if that has any.
 */
export const agreementOf = (
  message: Claims,
  repeats: Repeated | undefined,
  run: { keys: readonly { kind: string; value: string }[]; asked: Asked; isEnd?: boolean },
): Agreement => {
  const compared = [
    ...idsCompared(message, run.keys),
    ...(run.isEnd ? idsShared(message, run.keys) : []),
    ...(repeats ? factsCompared(message, repeats, run.asked) : []),
    ...aboutCompared(message, run.asked),
  ]
  const [differing] = compared.filter(({ agrees }) => !agrees)
  if (differing) {
    const { field, expected, got } = differing
    return { kind: 'contradicts', field, expected, got }
  }
  return { kind: compared.length > 0 ? 'agrees' : 'nothing-to-check' }
}

type Compared = Mismatch & { agrees: boolean }

/** A receipt is no id of a request: one may be spoken of by many messages. */
export const isOfRequest = ({ kind }: { kind: string }) =>
  kind !== 'receipt' && kind !== 'run' && kind !== 'mention'

/** Whether two messages or runs have an id in common: of one kind, with one value. */
export const shareId = (
  one: readonly { kind: string; value: string }[],
  other: readonly { kind: string; value: string }[],
): boolean => one.some(({ kind, value }) => other.some((key) => key.kind === kind && key.value === value))

const idsCompared = (message: Claims, known: readonly { kind: string; value: string }[]): Compared[] => {
  const kinds = new Set(message.keys.filter(isOfRequest).map(({ kind }) => kind))
  return [...kinds].flatMap((kind) => {
    const own = known.filter((key) => key.kind === kind).map(({ value }) => value.trim())
    if (own.length === 0) return []
    const said = message.keys.filter((key) => key.kind === kind).map(({ value }) => value.trim())
    // Some messages carry two of a kind, the sender's and the provider's.
    const agrees = said.some((value) => own.includes(value))
    return [{ field: kind, expected: onceEach(own), got: onceEach(said), agrees }]
  })
}

/** An address alone names no run whose ids are known: it stands in the logs of every proxy. */
const idsShared = (message: Claims, known: readonly { kind: string; value: string }[]): Compared[] => {
  const own = known.filter(isOfRequest)
  const said = message.keys.filter(isOfRequest)
  const [first] = own
  if (!first) return []
  const agrees = own.some(({ kind, value }) =>
    said.some((key) => key.kind === kind && key.value.trim() === value.trim()),
  )
  return [
    {
      field: first.kind,
      expected: first.value,
      got: said.map(({ value }) => value.trim()).join(', '),
      agrees,
    },
  ]
}

const factsCompared = (
  { facts }: Claims,
  repeats: Repeated,
  { amountsCents, phones, parties }: Asked,
): Compared[] => {
  const { amountCents, amountUnread, msisdn, shortcode } = facts
  const money = (cents: number) => formatMoney(cents, facts.currency ?? '').trim()
  const found: Compared[] = []
  const amount = amountUnread ?? (amountCents === undefined ? undefined : money(amountCents))
  if (repeats.amount && amount !== undefined && amountsCents.length > 0) {
    found.push({
      field: repeats.amount,
      expected: onceEach(amountsCents.map(money)),
      got: amount,
      agrees: amountCents !== undefined && amountsCents.includes(amountCents),
    })
  }
  if (repeats.phone && msisdn !== undefined && isVisible(msisdn) && phones.length > 0) {
    found.push({
      field: repeats.phone,
      expected: onceEach(phones),
      got: msisdn,
      agrees: phones.some((phone) => isSamePhone(phone, msisdn)),
    })
  }
  if (repeats.party && shortcode !== undefined && parties.length > 0) {
    found.push({
      field: repeats.party,
      expected: onceEach(parties),
      got: shortcode,
      agrees: parties.some((party) => bare(party) === bare(shortcode)),
    })
  }
  return found
}

/** What is told of another payment than the one that was asked about. */
const aboutCompared = ({ facts: { about } }: Claims, { receipts }: Asked): Compared[] =>
  about && receipts.length > 0
    ? [
        {
          field: about.name,
          expected: onceEach(receipts),
          got: about.receipt,
          agrees: receipts.some((receipt) => receipt.toUpperCase() === about.receipt.trim().toUpperCase()),
        },
      ]
    : []

/** A request may name one party in several fields. */
const onceEach = (values: readonly string[]) => [...new Set(values)].join(', ')

const bare = (party: string) => party.replace(/\s/g, '').replace(/^0+/, '')

/** Digits shown, with or without a middle in stars; a hash shows nothing that could differ. */
const isVisible = (phone: string) =>
  /^\+?[\d\s*•xX.()-]+$/.test(phone) && phone.replace(/\D/g, '').length <= 15

/** Fewer digits than this may be any number's. */
const leastDigits = 8

/** One number may be written with and without its country, and its middle may be hidden. */
export const isSamePhone = (a: string, b: string): boolean => {
  const [whole, other] = /[*•xX]/.test(a) ? [b, a] : [a, b]
  const digits = national(whole)
  const hidden = /[*•xX]+/.test(other)
  if (!hidden) {
    const [long, short] = [digits, national(other)].sort((x, y) => y.length - x.length) as [string, string]
    return long === short || (short.length >= leastDigits && long.endsWith(short))
  }
  const tail = lastDigits(other)
  if (/[*•xX]/.test(whole)) return digits.endsWith(tail) || tail.endsWith(lastDigits(whole))
  const head = national(/^\D*(\d*)/.exec(other)?.[1] ?? '')
  // Of a number that one writes with its country and the other without, only the end can be compared.
  const beginsSo = digits.startsWith(head) || digits.slice(countryDigits).startsWith(head)
  return digits.endsWith(tail) && (beginsSo || digits.length <= longestNational)
}

const countryDigits = 3
const longestNational = 9
const lastDigits = (phone: string) => /(\d*)\D*$/.exec(phone)?.[1] ?? ''
const national = (phone: string) => phone.replace(/\D/g, '').replace(/^0+/, '')
