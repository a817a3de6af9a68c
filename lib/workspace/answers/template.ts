import { escapeXml } from '@/lib/xml/write'
import { bodyValue, type ReadMessage } from './read-message'

/** `{receipt}`, `{checkout-id}`, `{body:Body.stkCallback.ResultCode}`. A brace of JSON is followed by no letter. */
const names = /\{([a-z][a-z-]*)(?::([^{}\s]+))?\}/g

const facts: Readonly<Record<string, (read: ReadMessage) => string | undefined>> = {
  receipt: ({ meaning }) => meaning?.facts.receipt,
  reference: ({ meaning }) => meaning?.facts.reference,
  phone: ({ meaning }) => meaning?.facts.msisdn,
  shortcode: ({ meaning }) => meaning?.facts.shortcode,
  amount: ({ meaning }) =>
    meaning?.facts.amountCents === undefined ? undefined : (meaning.facts.amountCents / 100).toFixed(2),
  'checkout-id': keyed('checkout-id'),
  'merchant-request-id': keyed('merchant-request-id'),
  'conversation-id': keyed('conversation-id'),
  'originator-conversation-id': keyed('originator-conversation-id'),
  'third-party-reference': keyed('third-party-reference'),
}

function keyed(kind: string) {
  return ({ meaning }: ReadMessage) => meaning?.keys.find((key) => key.kind === kind)?.value
}

/** What may stand in braces, beside `body:` with a path. */
export const templateNames: readonly string[] = Object.keys(facts)

/** Names in braces that nothing stands for. */
export const unknownNamesIn = (text: string): string[] =>
  [...text.matchAll(names)].flatMap(([, name = '', path]) => {
    const isKnown = path === undefined ? Object.hasOwn(facts, name) : name === 'body'
    return isKnown ? [] : [path === undefined ? name : `${name}:${path}`]
  })

const encoders = {
  json: (value: string) => JSON.stringify(value).slice(1, -1),
  xml: escapeXml,
  text: (value: string) => value,
}

/** A text with the message's own values in it, written as its content type wants them. */
export const fillTemplate = (text: string, read: ReadMessage, contentType: string): string => {
  const encode = /json/i.test(contentType)
    ? encoders.json
    : /xml/i.test(contentType)
      ? encoders.xml
      : encoders.text
  return text.replace(names, (_, name: string, path: string | undefined) =>
    encode((path === undefined ? facts[name]?.(read) : bodyValue(read, path)) ?? ''),
  )
}
