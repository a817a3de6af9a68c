import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { encryptHere, readPublicKeyHere } from './browser-rsa'
import { decryptPkcs1 } from './rsa-decrypt'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})
const oneLine = publicKey.replace(/-----[A-Z ]+-----|\s/g, '')

describe('a public key is read as portals print it', () => {
  test.each([
    ['PEM', publicKey],
    ['one line', oneLine],
    ['with spaces around', `  ${oneLine}\n`],
  ])('%s', async (_, typed) => {
    const read = await readPublicKeyHere(typed)
    expect(read?.bits).toBe(2048)
    const made = await encryptHere('the-api-key', read?.pem ?? '')
    expect(made.kind === 'made' && decryptPkcs1(made.credential, privateKey)).toBe('the-api-key')
  })

  test.each(['', 'hello', privateKey])('%j is none', async (typed) => {
    expect(await readPublicKeyHere(typed)).toBeUndefined()
  })
})

test('the padding is PKCS#1 v1.5', async () => {
  const made = await encryptHere('x', publicKey)
  const block =
    made.kind === 'made' &&
    privateDecrypt(
      { key: privateKey, padding: constants.RSA_NO_PADDING },
      Buffer.from(made.credential, 'base64'),
    )
  expect(block && [block[0], block[1]]).toEqual([0, 2])
})
