import type { Json } from '@/lib/catalogue/types'
import type { CallbackMeaning } from '@/lib/systems/types'
import { objectOf } from '@/lib/wire/json'
import { rewrite } from '../replay/rewrite'

export type Variant = { id: string; title: string; rule: string; body: string }

const map = (value: Json, change: (entry: [string, Json]) => [string, Json][]): Json => {
  if (Array.isArray(value)) return value.map((each) => map(each, change))
  const object = objectOf(value)
  if (!object) return value
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, inner]) =>
      change([name, inner]).map(([key, kept]): [string, Json] => [key, map(kept, change)]),
    ),
  )
}

/** Names of what every source calls optional, or leaves out at times. */
const optional =
  /^(CallbackMetadata|ResultParameters|ReferenceData|InvoiceNumber|OrgAccountBalance|ThirdPartyTransID|FirstName|MiddleName|LastName)$/

const reworded = (value: Json): Json => {
  const words = map(value, ([name, inner]) => [
    [name, /Desc(ription)?$/.test(name) && typeof inner === 'string' ? `${inner} (worded otherwise)` : inner],
  ])
  const turned = turnedRound(words)
  return objectOf(turned) ? { ...objectOf(turned), SomethingNew: 'of a later version' } : turned
}

/** Names in the opposite order, lists too. */
const turnedRound = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(turnedRound).reverse()
  const object = objectOf(value)
  if (!object) return value
  return Object.fromEntries(
    Object.entries(object)
      .reverse()
      .map(([name, inner]) => [name, turnedRound(inner)]),
  )
}

const asText = (value: Json): Json => {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(asText)
  const object = objectOf(value)
  return object
    ? Object.fromEntries(Object.entries(object).map(([name, inner]) => [name, asText(inner)]))
    : value
}

/** The same payment in the ways in which a provider's messages come, each with the rule that it tries. */
export const variantsOf = (
  example: string,
  meaning: CallbackMeaning | undefined,
  { seed, now }: { seed: string; now: number },
): Variant[] => {
  const shiftMs = now - (meaning?.facts.at ?? now)
  const fresh = (name: string, moved = shiftMs) =>
    rewrite(example, meaning, { seed: `${seed} ${name}`, ids: true, shiftMs: moved, amount: undefined }).body
  const usual = fresh('payment')
  const json = parsed(usual)
  const inJson = (change: (value: Json) => Json) =>
    json === undefined ? undefined : JSON.stringify(change(json))
  const all: (Omit<Variant, 'body'> & { body: string | undefined })[] = [
    { id: 'usual', title: 'A payment', rule: 'Answer first, work afterwards.', body: usual },
    { id: 'repeat', title: 'The same again', rule: 'Take a repetition, and count it once.', body: usual },
    {
      id: 'wording',
      title: 'Other wording, other order, a new field',
      rule: 'Read by name and code, never by place or words.',
      body: inJson(reworded),
    },
    {
      id: 'texts',
      title: 'Numbers as text',
      rule: 'Take numbers and text for the same.',
      body: inJson(asText),
    },
    {
      id: 'bare',
      title: 'Without what is optional',
      rule: 'Live without what is not always there.',
      body: inJson((value) => map(value, (entry) => (optional.test(entry[0]) ? [] : [entry]))),
    },
    {
      id: 'unknown',
      title: 'A payment that nobody asked for',
      rule: 'Answer for what you do not know, or not yet: a callback may come before its acknowledgement.',
      body: fresh('stranger'),
    },
    {
      id: 'late',
      title: 'The first one a day late, after the others',
      rule: 'Take a message whenever it comes.',
      body: fresh('payment', shiftMs - 86_400_000),
    },
  ]
  return all.flatMap(({ body, ...rest }) => (body === undefined ? [] : [{ ...rest, body }]))
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
