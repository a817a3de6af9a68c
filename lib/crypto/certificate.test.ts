import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import forge from 'node-forge'
import { describe, expect, test } from 'vitest'
import { darajaCertificates } from '@/lib/systems/daraja/certificates'
import { encodeBase64 } from './base64'
import { encryptHere, readCertificateHere } from './browser-rsa'
import { readCertificate } from './certificate'
import { EncryptionError, encryptPkcs1 } from './rsa'

const derOf = (pem: string) => Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64')

describe.each(darajaCertificates)('the bundled certificate $id', ({ id, pem }) => {
  // As read with openssl from the published files.
  const facts = {
    'sandbox-2014': {
      commonName: 'CN=apicrypt.safaricom.co.ke',
      validTo: '2016-11-11T07:12:45.000Z',
      fingerprint:
        'A5:42:C3:C6:7B:59:8A:33:7A:1C:C7:41:E5:43:4C:70:DE:56:50:81:E5:C8:53:E0:5A:51:C8:43:76:47:66:F0',
    },
    'sandbox-2018': {
      commonName: 'CN=sandbox.safaricom.co.ke',
      validTo: '2019-04-04T12:00:00.000Z',
      fingerprint:
        '12:2A:C9:04:7C:BC:99:C8:C9:41:69:7E:62:EE:DA:97:04:CF:1A:45:AA:BC:C9:79:BD:03:34:CF:D0:CB:18:F7',
    },
    'production-2017': {
      commonName: 'CN=apigee.apicaller.safaricom.co.ke',
      validTo: '2018-03-21T13:20:13.000Z',
      fingerprint:
        '94:17:91:52:12:AC:70:8D:3A:C8:2B:71:0E:71:D9:76:FA:0E:B7:83:F4:67:B1:59:C1:5A:D7:21:6E:F2:C1:6B',
    },
  }[id]

  test('reads with its subject, dates, key size and fingerprint, although it has expired', () => {
    const read = readCertificate(pem)
    expect(read?.subject).toContain(facts.commonName)
    expect(read && new Date(read.validTo).toISOString()).toBe(facts.validTo)
    expect(read?.fingerprint).toBe(facts.fingerprint)
    expect(read?.bits).toBe(2048)
  })

  test('reads the same from PEM, DER bytes, bare Base64 and a file with text around it', () => {
    const expected = readCertificate(pem)
    expect(readCertificate(derOf(pem))).toEqual(expected)
    expect(readCertificate(Buffer.from(pem))).toEqual(expected)
    expect(readCertificate(encodeBase64(derOf(pem)))).toEqual(expected)
    expect(readCertificate(`\uFEFFBag Attributes\r\n${pem.replaceAll('\n', '\r\n')}`)).toEqual(expected)
  })

  test('reads the same in the browser', async () => {
    const expected = readCertificate(pem)
    for (const input of [pem, derOf(pem), encodeBase64(derOf(pem))]) {
      const read = await readCertificateHere(input)
      expect(read?.fingerprint).toBe(expected?.fingerprint)
      expect(read?.validTo).toBe(expected?.validTo)
      expect(read?.bits).toBe(expected?.bits)
      expect(read?.serial).toBe(expected?.serial)
    }
  })

  test('encrypts a password to 344 characters on one line, different each time', async () => {
    const one = encryptPkcs1('Safaricom999!*!', pem)
    expect(one).toMatch(/^[A-Za-z0-9+/]{342}==$/)
    expect(encryptPkcs1('Safaricom999!*!', pem)).not.toBe(one)
    const here = await encryptHere('Safaricom999!*!', pem)
    expect(here.kind === 'made' && here.credential).toMatch(/^[A-Za-z0-9+/]{342}==$/)
  })
})

describe('what is no certificate', () => {
  test.each([
    ['empty text', ''],
    ['words', 'hello'],
    ['Base64 of something else', encodeBase64('hello')],
    ['a broken PEM', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
    ['bytes of another file', new Uint8Array([0x30, 0x82, 0, 0])],
  ])('reads as nothing: %s', async (_, input) => {
    expect(readCertificate(input)).toBeUndefined()
    expect(await readCertificateHere(input)).toBeUndefined()
  })
})

describe('encryption', () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const forgeKey = forge.pki.privateKeyFromPem(
    pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  )

  test('opens with the private key and PKCS#1 v1.5 padding', () => {
    const bytes = forgeKey.decrypt(forge.util.decode64(encryptPkcs1('pä$$', publicKey)), 'RSAES-PKCS1-V1_5')
    expect(forge.util.decodeUtf8(bytes)).toBe('pä$$')
  })

  test('in the browser opens with the same key', async () => {
    const certificate = forge.pki.createCertificate()
    certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
    certificate.validity.notBefore = new Date(0)
    certificate.validity.notAfter = new Date(1)
    certificate.sign(forgeKey, forge.md.sha256.create())
    const made = await encryptHere('pä$$', forge.pki.certificateToPem(certificate))
    if (made.kind !== 'made') throw new Error(made.reason)
    const block = privateDecrypt(
      { key: pair.privateKey, padding: constants.RSA_NO_PADDING },
      Buffer.from(made.credential, 'base64'),
    )
    expect(block[0]).toBe(0)
    expect(block[1]).toBe(2)
    expect(block.subarray(block.indexOf(0, 2) + 1).toString('utf8')).toBe('pä$$')
  })

  test('refuses what does not fit into the key', () => {
    expect(() => encryptPkcs1('x'.repeat(245), publicKey)).not.toThrow()
    expect(() => encryptPkcs1('x'.repeat(246), publicKey)).toThrow(EncryptionError)
  })

  test('refuses a key that is not RSA', () => {
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
    expect(() => encryptPkcs1('x', curve.export({ type: 'spki', format: 'pem' }).toString())).toThrow(
      EncryptionError,
    )
    expect(() => encryptPkcs1('x', 'nonsense')).toThrow(EncryptionError)
  })
})
