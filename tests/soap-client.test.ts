import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as soap from 'soap'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encryptPkcs1 } from '@/lib/crypto/rsa'
import { g2 } from '@/lib/systems/g2'
import { makeCheckoutPassword, makeSpPassword } from '@/lib/systems/g2/hashed-passwords'
import { encryptNewPassword } from '@/lib/systems/g2/passwords'
import { localProvider } from '@/lib/systems/g2/presets'
import { seededIds } from '@/lib/world/ids'
import { memoryStore } from '@/lib/world/memory'
import { defaultSettings } from '@/lib/world/settings'
import type { World } from '@/lib/world/types'
import { goldenMessages } from './golden-messages'

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

let server: Server
let base = ''

/** The emulated broker behind a plain server: what an ordinary SOAP client finds. */
beforeAll(async () => {
  const world: World = {
    store: memoryStore(),
    now: Date.UTC(2026, 10, 20, 6, 15, 30),
    ids: seededIds(3),
    settings: structuredClone(defaultSettings),
    keys: { g2: { privateKey: pair.privateKey, certificate: pair.publicKey } },
    publicUrl: '',
  }
  g2.seed(world)
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? '/', base)
    const { answer } = g2.emulate(
      {
        method: request.method ?? 'GET',
        path: url.pathname.replace('/emulator/g2', ''),
        query: url.search.slice(1),
        headers: Object.entries(request.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
        body: Buffer.concat(chunks),
        remoteAddress: '127.0.0.1',
      },
      world,
    )
    response.writeHead(answer.status, answer.headers.flat())
    response.end(answer.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  world.publicUrl = base
})

afterAll(() => new Promise((done) => server.close(done)))

const timeStamp = '20261120091530'

test('an ordinary SOAP client pays by the description of the broker', async () => {
  const client = await soap.createClientAsync(`${base}/emulator/g2/mminterface/request?wsdl`)
  const { spId, spPassword, serviceId } = localProvider
  client.addSoapHeader({
    'head:RequestSOAPHeader': {
      attributes: { 'xmlns:head': 'http://www.huawei.com.cn/schema/common/v2_1' },
      'head:spId': spId,
      'head:spPassword': makeSpPassword(spId, spPassword, timeStamp),
      'head:serviceId': serviceId,
      'head:timeStamp': timeStamp,
    },
  })
  const envelope = goldenMessages('g2').text('01')
  const document = /<!\[CDATA\[([\s\S]*)\]\]>/.exec(envelope)?.[1] ?? ''
  const credential = encryptPkcs1('Safaricom999!*!', pair.publicKey)
  const request = document
    .replaceAll('600100', '600000')
    .replace('jaribuapi', 'testapi')
    .replace(/<SecurityCredential>[^<]*/, `<SecurityCredential>${credential}`)
  const [answer] = (await client.GenericAPIRequestAsync(request)) as [unknown]
  expect(answer).toMatchObject({ response: { ResponseCode: '0' } })
})

test('and starts a checkout by its description', async () => {
  const client = await soap.createClientAsync(
    `${base}/emulator/g2/mpesa_online/lnmo_checkout_server.php?wsdl`,
  )
  const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'
  client.addSoapHeader({
    'head:CheckOutHeader': {
      attributes: { 'xmlns:head': 'tns:ns' },
      MERCHANT_ID: '174379',
      PASSWORD: makeCheckoutPassword('174379', passkey, timeStamp),
      TIMESTAMP: timeStamp,
    },
  })
  const [answer] = (await client.processCheckOutAsync({
    MERCHANT_TRANSACTION_ID: 'JRB-1',
    REFERENCE_ID: 'ACC-1',
    AMOUNT: '54.00',
    MSISDN: '254708374149',
    CALL_BACK_URL: 'http://127.0.0.1:9/checkout',
    CALL_BACK_METHOD: 'POST',
  })) as [{ RETURN_CODE?: string; TRX_ID?: string }]
  expect(answer).toMatchObject({ RETURN_CODE: '00', TRX_ID: expect.stringMatching(/^[0-9a-f]{32}$/) })
})

test('and asks for a conversation by its description', async () => {
  const client = await soap.createClientAsync(
    `${base}/emulator/g2/queryTransactionService/services/transaction?wsdl`,
  )
  const { spId, spPassword, serviceId } = localProvider
  client.addSoapHeader({
    'head:RequestSOAPHeader': {
      attributes: { 'xmlns:head': 'http://www.huawei.com.cn/schema/common/v2_1' },
      'head:spId': spId,
      'head:spPassword': makeSpPassword(spId, spPassword, timeStamp),
      'head:serviceId': serviceId,
      'head:timeStamp': timeStamp,
    },
  })
  const [paid] = /<OriginatorConversationID>([^<]+)/.exec(goldenMessages('g2').text('01'))?.slice(1) ?? []
  const [answer] = (await client.queryTransactionAsync({
    originatorConversationID: paid?.replaceAll('600100', '600000'),
    extensionInfo: { item: [{ Key: 'queryDate', Value: timeStamp }] },
  })) as [Record<string, Record<string, unknown>>]
  expect(answer.result).toMatchObject({ ResponseCode: '00000000', ResponseDesc: 'Success' })
  const [request] = [answer.submitApiRequestList?.submitApiRequest].flat()
  expect(Buffer.from(String(request), 'base64').toString()).toMatch(/^POST .*RequestMsg/s)
})

test('and changes the password by its description', async () => {
  const client = await soap.createClientAsync(
    `${base}/emulator/g2/changePasswordService/services/management?wsdl`,
  )
  const { spId, spPassword, sharedKey, sharedVector } = localProvider
  const change = (from: string, to: string) =>
    client.changePasswordAsync({
      spId,
      spPassword: makeSpPassword(spId, from, timeStamp),
      timeStamp,
      newPassword: encryptNewPassword(to, sharedKey, sharedVector),
    }) as Promise<[{ result: { ResponseCode: string } }]>
  const [answer] = await change(spPassword, 'Another1!')
  expect(answer.result).toMatchObject({ ResponseCode: '00000000' })
  const [refused] = await change(spPassword, 'Third1!')
  expect(refused.result).toMatchObject({ ResponseCode: '100000007' })
})
