import { z } from 'zod'

const file = (what: string) => z.string().max(60_000, `This is too long for ${what}.`).optional()

/** What is left out stays; null removes. */
export const tlsInput = z.strictObject({
  /** PEM with one certificate or several, or a DER file in Base64. */
  ca: file('the certificates of an authority').nullable(),
  /** Certificate and key as PEM, or both in a PKCS#12 file. */
  client: z
    .strictObject({
      /** The chain included. */
      certificate: file('a chain of certificates'),
      key: file('a private key'),
      /** A .p12 or .pfx file in Base64. */
      pkcs12: file('a PKCS#12 file'),
      /** Opens the key or the file, and is not kept. */
      passphrase: z.string().max(1_000, 'This is too long for a passphrase.').optional(),
    })
    .nullable()
    .optional(),
})
export type TlsInput = z.input<typeof tlsInput>
