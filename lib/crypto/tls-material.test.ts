import { createPrivateKey } from 'node:crypto'
import forge from 'node-forge'
import { describe, expect, test } from 'vitest'
import { makeIdentity } from '@/tests/tls'
import { encodeBase64 } from './base64'
import { hidesTooMuchWork } from './key-rounds'
import { readPkcs12 } from './pkcs12'
import { readAuthorities, readIdentity } from './tls-material'

const root = makeIdentity('Private root')
const between = makeIdentity('Private issuing', { signedBy: root, isAuthority: true })
const client = makeIdentity('jaribu-client', { signedBy: between })
const stranger = makeIdentity('Somebody else')

const pkcs12Of = (passphrase: string, certificates = [client.cert, between.cert]) =>
  encodeBase64(
    Buffer.from(
      forge.asn1
        .toDer(
          forge.pkcs12.toPkcs12Asn1(
            forge.pki.privateKeyFromPem(client.key),
            certificates.map((pem) => forge.pki.certificateFromPem(pem)),
            passphrase,
            { algorithm: '3des' },
          ),
        )
        .getBytes(),
      'latin1',
    ),
  )

describe('authorities', () => {
  test('are read from a file with several, in their order', () => {
    const read = readAuthorities(`Bag Attributes\n${between.cert}\nsubject=x\n${root.cert}`)
    expect(read).toMatchObject({
      certificates: [
        { subject: 'CN=Private issuing', isRoot: false, keyWords: 'RSA, 2048 bits' },
        { subject: 'CN=Private root', isRoot: true },
      ],
    })
  })

  test('are read from one line of Base64', () => {
    const line = root.cert.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '')
    expect(readAuthorities(line)).toMatchObject({ certificates: [{ subject: 'CN=Private root' }] })
  })

  test.each([
    ['nothing of the kind', 'hello', 'no certificate'],
    ['a private key', `${root.cert}${root.key}`, 'private key'],
    ['an intermediate alone', between.cert, 'CN=Private root'],
    ['too many', root.cert.repeat(11), 'more than 10'],
  ])('are not %s', (_, text, words) => {
    expect(readAuthorities(text)).toMatchObject({ field: 'ca', message: expect.stringContaining(words) })
  })
})

describe('a client certificate', () => {
  test('comes with its chain, its own certificate first, whatever the order', () => {
    expect(readIdentity({ certificate: `${between.cert}${client.cert}`, key: client.key })).toMatchObject({
      certificates: [{ subject: 'CN=jaribu-client' }, { subject: 'CN=Private issuing' }],
    })
  })

  test('may bring its key in the same text', () => {
    expect(readIdentity({ certificate: `${client.key}${client.cert}`, key: '' })).toMatchObject({
      key: client.key,
    })
  })

  test.each([
    ['as PKCS#8', { type: 'pkcs8', cipher: 'aes-256-cbc' }],
    ['in the older way', { type: 'pkcs1', cipher: 'aes-128-cbc' }],
  ] as const)('has its key decrypted: encrypted %s', (_, { type, cipher }) => {
    const key = createPrivateKey(client.key)
      .export({ format: 'pem', type, cipher, passphrase: 'open sesame' })
      .toString()
    const given = { certificate: client.cert, key }
    expect(readIdentity({ ...given, passphrase: 'open sesame' })).toMatchObject({ key: client.key })
    expect(readIdentity(given)).toMatchObject({ field: 'passphrase' })
    expect(readIdentity({ ...given, passphrase: 'wrong' })).toMatchObject({ field: 'passphrase' })
  })

  test.each([
    ['a key of another', { certificate: client.cert, key: stranger.key }, 'key', 'does not belong'],
    ['no key', { certificate: client.cert, key: '' }, 'key', 'private key'],
    ['what is no key', { certificate: client.cert, key: 'hello' }, 'key', 'no private key'],
    ['what is no certificate', { certificate: 'hello', key: client.key }, 'certificate', 'no certificate'],
  ])('is not taken with %s', (_, given, field, words) => {
    expect(readIdentity(given)).toMatchObject({ field, message: expect.stringContaining(words) })
  })
})

describe('a PKCS#12 file', () => {
  test('opens with its passphrase', () => {
    expect(readPkcs12(pkcs12Of('open sesame'), 'open sesame')).toMatchObject({
      certificates: [{ subject: 'CN=jaribu-client' }, { subject: 'CN=Private issuing' }],
      key: client.key,
    })
  })

  test.each([
    ['another passphrase', pkcs12Of('open sesame'), 'wrong', 'passphrase'],
    ['no passphrase', pkcs12Of('open sesame'), '', 'passphrase'],
    ['a certificate of another', pkcs12Of('x', [stranger.cert]), 'x', 'pkcs12'],
    ['bytes of another kind', encodeBase64('hello'), '', 'pkcs12'],
    ['a certificate in its place', encodeBase64(new Uint8Array([0x30, 0x03, 1, 1, 0])), '', 'pkcs12'],
  ])('is refused: %s', (_, file, passphrase, field) => {
    expect(readPkcs12(file, passphrase)).toMatchObject({ field })
  })

  test('that would keep the server busy is not opened', () => {
    const { asn1 } = forge
    const rounds = (count: string) =>
      asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [
        asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, 'salt'),
        asn1.create(
          asn1.Class.UNIVERSAL,
          asn1.Type.INTEGER,
          false,
          Buffer.from(count, 'hex').toString('latin1'),
        ),
      ])
    const wrapped = (count: string) =>
      Buffer.from(
        asn1
          .toDer(
            asn1.create(
              asn1.Class.UNIVERSAL,
              asn1.Type.OCTETSTRING,
              false,
              asn1.toDer(rounds(count)).getBytes(),
            ),
          )
          .getBytes(),
        'latin1',
      )
    expect(hidesTooMuchWork(wrapped('7fffffff'))).toBe(true)
    expect(hidesTooMuchWork(wrapped('0800'))).toBe(false)
  })
})
