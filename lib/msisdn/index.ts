import { type Market, markets } from './markets'
import { readPhone } from './read'

export { type Market, marketOf, markets } from './markets'
export { readPhone } from './read'

/** A whole number in international form, from whatever a person typed; undefined when it is none of this market's. */
export const parseMsisdn = (typed: string, market: Market): string | undefined => {
  const read = readPhone(typed, market)
  return 'msisdn' in read ? read.msisdn : undefined
}

/** The same where nobody says whose number it is: its country code tells. */
export const parseAnyMsisdn = (typed: string): string | undefined => {
  const digits = typed.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '')
  const market = Object.values(markets).find(({ prefix }) => digits.startsWith(prefix))
  return market && parseMsisdn(typed, market)
}

/** The same, where a number of the market is known. */
export const parseMsisdnLike = (typed: string, example: string): string | undefined => {
  const market = Object.values(markets).find(({ msisdn }) => msisdn.test(example))
  return market ? parseMsisdn(typed, market) : parseAnyMsisdn(typed)
}

/** `254708374149` -> `2547••••4149`. */
export const maskMsisdn = (msisdn: string): string =>
  /^\+?\d{9,15}$/.test(msisdn) ? `${msisdn.slice(0, -8)}${dots}${msisdn.slice(-4)}` : msisdn

const dots = '••••'

/** Whole numbers of every market, by each market's own rule. */
const whole = Object.values(markets)
  .map((market) => market.msisdn.source.replace(/^\^|\$$/g, ''))
  .join('|')
const international = new RegExp(`(?<![0-9])(?:${whole})(?![0-9])`, 'g')
const national = /(?<![0-9A-Za-z_.-])0([17])\d{4}(\d{4})(?![0-9])/g
/** CheckoutRequestID ends in the last nine digits of the phone: Daraja reference, Identifier formats. */
const insideCheckoutId = /(ws_CO_\d{14,18}?[17])\d{4}(\d{4})(?![0-9])/g

/** Masks every phone number inside a text. */
export const maskPhonesIn = (text: string): string =>
  text
    .replace(insideCheckoutId, `$1${dots}$2`)
    .replace(international, maskMsisdn)
    .replace(national, `0$1${dots}$2`)

/** As `maskPhonesIn`, but a masked JSON number becomes a string, so that the text is still JSON. */
export const maskPhonesInJson = (text: string): string =>
  maskPhonesIn(text.replace(bareNumber, (_, before: string, digits: string) => `${before}"${digits}"`))

const bareNumber = new RegExp(`([:[,]\\s*)(${whole})(?=\\s*[,}\\]])`, 'g')
