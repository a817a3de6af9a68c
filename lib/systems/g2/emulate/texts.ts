import { g2Codes } from '@/lib/catalogue/g2'

/** What Kenya's core calls an end in Daraja, and what the older table over SOAP calls it. */
const older: Record<string, string> = { SFC_IC0003: '7', R000001: '42', R000002: '49', '2032': '49' }

export const soapCode = (code: string): string => older[code] ?? code

const texts = new Map(
  g2Codes
    .filter((row) => row.where === 'result' || row.where === 'api')
    .toReversed()
    .map((row) => [row.code ?? '', row.message.split(' / ').at(-1) ?? row.message]),
)

/** The code in words; the oldest table speaks first. */
export const resultText = (code: string): string =>
  code === '0' ? 'The service request is processed successfully.' : (texts.get(code) ?? 'Request failed')
