import { type Market, markets } from './markets'

export type PhoneRead = { msisdn: string } | { problem: string }

/** Marks that no screen shows: of direction and width, soft hyphens, selectors of an emoji's look. */
const invisible = /\p{Cf}|\uFE0E|\uFE0F|\u20E3/gu
const between = /[\s\p{Pd}\u2212.,·•()[\]/_'’"]/gu
/** `tel:`, `Phone:`, `wa.me/`: what stands before a number where it is copied from. */
const before =
  /^(?:(?:tel|callto|sms|smsto|whatsapp)\s*:|(?:https?:\/\/)?(?:wa\.me|api\.whatsapp\.com\/send\?phone=)\/?|(?:tele?phone|phone|mobile|mob|cell|number|no|msisdn|tel|whatsapp|simu)\s*[:.#]+)\s*/i

/** Digits of every script that phones write, as our own. */
const ownDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

/** A number in digits with what tells that it is international; undefined where it holds something else. */
const digitsOf = (typed: string): { digits: string; isInternational: boolean } | undefined => {
  const text = ownDigits(typed)
    .replace(invisible, '')
    .trim()
    .replace(/^["'`’]+|["'`’,;]+$/g, '')
    .replace(before, '')
    .replace(/;[\w-]+=[^;]*/g, '')
    // A column of numbers with gaps comes out of a spreadsheet with a decimal.
    .replace(/^(\+?\d{9,13})\.0+$/, '$1')
  const bare = text.replace(between, '')
  const found = /^(\+?)(\d+)$/.exec(bare.replace(/^\+?\+/, '+'))
  if (!found) return undefined
  const [, plus = '', all = ''] = found
  const isInternational = plus !== '' || all.startsWith('00')
  return { digits: all.replace(/^00/, ''), isInternational }
}

/** How many digits follow the country code. */
const lengthAfter = ({ msisdn, prefix }: Market): number =>
  msisdn.source
    .replace(/^\^|\$$/g, '')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\\d\{(\d+)\}/g, (_, count) => 'x'.repeat(Number(count))).length - prefix.length

/** What follows the country code: some keep the zero of home there, in brackets or without. */
const nationalOf = (digits: string, isInternational: boolean, market: Market): string => {
  const home = digits.replace(/^0/, '')
  if (digits.startsWith(market.prefix)) return digits.slice(market.prefix.length).replace(/^0/, '')
  if (!isInternational && home.startsWith(market.prefix) && home.length > lengthAfter(market))
    return home.slice(market.prefix.length).replace(/^0/, '')
  return home
}

const isOfAnother = (digits: string, isInternational: boolean, market: Market): boolean =>
  isInternational && !digits.startsWith(market.prefix) && !digits.startsWith('0')

/** A whole number in international form, from whatever a person typed or pasted, or what stands against it. */
export const readPhone = (typed: string, market: Market): PhoneRead => {
  const read = digitsOf(typed)
  if (!read) return { problem: strangeness(typed) }
  const { digits, isInternational } = read
  if (isOfAnother(digits, isInternational, market)) return { problem: anotherCountry(digits, market) }
  const national = nationalOf(digits, isInternational, market)
  const whole = `${market.prefix}${national}`
  if (market.msisdn.test(whole)) return { msisdn: whole }
  const other = Object.values(markets).find(({ msisdn }) => msisdn.test(digits))
  if (other) return { problem: anotherCountry(digits, market) }
  const wanted = lengthAfter(market)
  const { prefix, name } = market
  if (national.length < wanted) return { problem: `It is too short: ${wanted} digits follow ${prefix}.` }
  if (national.length > wanted) return { problem: `It is too long: ${wanted} digits follow ${prefix}.` }
  return { problem: `No mobile number of ${name} goes on with ${national.slice(0, 2)} after ${prefix}.` }
}

const anotherCountry = (digits: string, market: Market): string => {
  const other = Object.values(markets).find(({ prefix }) => digits.startsWith(prefix))
  return other
    ? `It is a number of ${other.name}, and one of ${market.name} is asked for.`
    : `It is of another country: numbers of ${market.name} begin with +${market.prefix}.`
}

const strangeness = (typed: string): string => {
  const text = ownDigits(typed).replace(invisible, '').trim()
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(text))
    return 'A spreadsheet has shortened it: format the column as text and copy it again.'
  if (/^[0-9a-f]{8,}[\s*•]*[0-9a-f]{8,}$/i.test(text) && /[a-f]/i.test(text))
    return 'It is a hash of a number: nobody can turn it back.'
  if (/[*•x#]{2,}/i.test(text)) return 'Some of its digits are masked.'
  return 'It holds something other than digits.'
}
