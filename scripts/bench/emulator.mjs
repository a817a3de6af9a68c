import { constants, createHash, publicEncrypt } from 'node:crypto'
import { installed } from '../steps/dependencies.mjs'
import { call, fire } from './processes.mjs'

const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'
const timestamp = '20261120120000'

const connections = 32

const pathOf = (url) => url.replace(/^https?:\/\/[^/]+/, '')
const portOf = (url) => Number(new URL(url).port)
const jobOf = (requests, wanted) => ({
  port: portOf(requests[0].url),
  connections,
  wanted,
  requests: requests.map(({ url, method = 'GET', ...request }) => ({
    ...request,
    method,
    path: pathOf(url),
  })),
})

/** Requests a second, until the last answer. */
const rateOf = async (requests, wanted) => (await fire(jobOf(requests, wanted))).rate

/** As many a second, until the last callback is a row: counted where it is stored, so that counting loads no server. */
const rateWithCallbacks = async (file, requests, wanted) => {
  const Database = installed('better-sqlite3')
  const database = new Database(file, { readonly: true })
  const stored = database.prepare('select count(*) from callbacks').pluck()
  const before = stored.get()
  const sending = fire(jobOf(requests, wanted))
  const giveUpAt = Date.now() + 60_000
  while (stored.get() - before < requests.length) {
    if (Date.now() > giveUpAt)
      throw new Error(`${stored.get() - before} of ${requests.length} callbacks came`)
    await new Promise((done) => setTimeout(done, 10))
  }
  const ended = performance.timeOrigin + performance.now()
  database.close()
  const { began } = await sending
  return (requests.length / (ended - began)) * 1000
}

/** Until what came before is written down, which is work of its own beside what is measured. */
const settled = async (file) => {
  const Database = installed('better-sqlite3')
  const database = new Database(file, { readonly: true })
  const written = database.prepare('select count(*) from exchanges').pluck()
  const giveUpAt = Date.now() + 60_000
  for (let before = -1, now = written.get(); now !== before && Date.now() < giveUpAt; now = written.get()) {
    before = now
    await new Promise((done) => setTimeout(done, 1500))
  }
  database.close()
}

/** The first few make a process warm and are not counted. */
const warm = async (requests, wanted, count) => {
  await fire(jobOf(requests.slice(0, count), wanted))
  return requests.slice(count)
}

const many = (count, make) => Array.from({ length: count }, (_, index) => make(index))
const json = { 'content-type': 'application/json' }

/** What clients of a system encrypt with. A large key is in the making after the first start. */
const keyOf = async (url, system) => {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${url}/emulator/${system}/public-key`)
    if (answer.ok) return answer.text()
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error(`${system} gives no public key`)
}

const encryptWith = (key) => (text) =>
  publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text)).toString('base64')

const bearer = (ciphertext) => ({ ...json, origin: '*', authorization: `Bearer ${ciphertext}` })

/** STK pushes to as many phones, each ended by its test number. */
const measureDaraja = async (url, file) => {
  const base = `${url}/emulator/daraja`
  const basic = Buffer.from('jaribu-local-key:jaribu-local-secret').toString('base64')
  const ask = {
    url: `${base}/oauth/v1/generate?grant_type=client_credentials`,
    headers: { authorization: `Basic ${basic}` },
  }
  const tokens = await rateOf(
    await warm(
      many(9000, () => ask),
      [200],
      1000,
    ),
    [200],
  )
  const { access_token: token } = await (await fetch(ask.url, ask)).json()
  const push = (index) => {
    const phone = `2547${String(index).padStart(4, '0')}1032`
    return {
      url: `${base}/mpesa/stkpush/v1/processrequest`,
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}` },
      body: JSON.stringify({
        BusinessShortCode: 174379,
        Password: Buffer.from(`174379${passkey}${timestamp}`).toString('base64'),
        Timestamp: timestamp,
        TransactionType: 'CustomerPayBillOnline',
        Amount: 1,
        PartyA: phone,
        PartyB: 174379,
        PhoneNumber: phone,
        CallBackURL: `${url}/hook/local/bench`,
        AccountReference: 'BENCH',
        TransactionDesc: 'Bench',
      }),
    }
  }
  await settled(file)
  const payments = await rateWithCallbacks(file, await warm(many(7000, push), [200], 1000), [200])
  return [
    { what: 'Daraja: tokens', rate: tokens },
    {
      what: 'Daraja: STK pushes, ended by the phone, callback delivered and stored',
      rate: payments,
    },
  ]
}

/** Every session and every payment carries an RSA-4096 ciphertext; some clients make a new one each time. */
const measureOpenapi = async (url) => {
  const base = `${url}/emulator/openapi/sandbox/ipg/v2/vodacomTZN`
  const encrypt = encryptWith(await keyOf(url, 'openapi'))
  const ask = (ciphertext) => ({ url: `${base}/getSession/`, headers: bearer(ciphertext) })
  const apiKey = 'jaribulocalkeyformpesaopenapi001'
  const once = encrypt(apiKey)
  const fresh = await rateOf(many(300, () => encrypt(apiKey)).map(ask), [200])
  const again = await rateOf(
    many(2000, () => ask(once)),
    [200],
  )
  const { output_SessionID: session } = await (await fetch(ask(once).url, ask(once))).json()
  const authorised = encrypt(session)
  const pay = (index) => ({
    url: `${base}/c2bPayment/singleStage/`,
    method: 'POST',
    headers: bearer(authorised),
    body: JSON.stringify({
      input_Amount: '1',
      input_CustomerMSISDN: '000000000001',
      input_Country: 'TZN',
      input_Currency: 'TZS',
      input_ServiceProviderCode: '000000',
      input_TransactionReference: 'BENCH',
      input_ThirdPartyConversationID: `bench${index}`,
      input_PurchasedItemsDesc: 'Bench',
    }),
  })
  return [
    { what: 'OpenAPI: sessions, each with a ciphertext of its own', rate: fresh },
    { what: 'OpenAPI: sessions, one ciphertext again', rate: again },
    {
      what: 'OpenAPI: payments, answered at once',
      rate: await rateOf(await warm(many(4000, pay), [201], 500), [201]),
    },
  ]
}

/** There is no session: the API key itself, encrypted, is the bearer of every payment. */
const measureMozambique = async (url) => {
  const encrypt = encryptWith(await keyOf(url, 'mozambique'))
  const apiKey = 'jaribulocalkeyformozambique00001'
  const once = encrypt(apiKey)
  const pay = (ciphertext, reference) => ({
    url: `${url}/emulator/mozambique/ipg/v1x/b2cPayment/`,
    method: 'POST',
    headers: bearer(ciphertext),
    body: JSON.stringify({
      input_TransactionReference: 'BENCH',
      input_CustomerMSISDN: '258843330333',
      input_Amount: '1',
      input_ThirdPartyReference: reference,
      input_ServiceProviderCode: '171717',
    }),
  })
  const fresh = many(300, (index) => pay(encrypt(apiKey), `FRESH${index}`))
  const again = many(4000, (index) => pay(once, `AGAIN${index}`))
  return [
    { what: 'Mozambique: payments, each with a ciphertext of its own', rate: await rateOf(fresh, [201]) },
    {
      what: 'Mozambique: payments, one ciphertext again',
      rate: await rateOf(await warm(again, [201], 500), [201]),
    },
  ]
}

/** The broker knows no session: a hash signs each envelope. */
const measureSoap = async (url, file) => {
  const certificate = await (await fetch(`${url}/emulator/g2/certificate`)).text()
  const credential = encryptWith(certificate)('Safaricom999!*!')
  const hex = createHash('sha256').update(`700100Jaribu#Local1${timestamp}`).digest('hex')
  const password = Buffer.from(hex.toUpperCase()).toString('base64')
  const gen = 'http://api-v1.gen.mm.vodafone.com/mminterface/request'
  const envelope = (
    index,
  ) => `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:req="${gen}">
<soapenv:Header><tns:RequestSOAPHeader xmlns:tns="http://www.huawei.com.cn/schema/common/v2_1">
<tns:spId>700100</tns:spId><tns:spPassword>${password}</tns:spPassword><tns:serviceId>700100000</tns:serviceId><tns:timeStamp>${timestamp}</tns:timeStamp>
</tns:RequestSOAPHeader></soapenv:Header>
<soapenv:Body><req:RequestMsg><![CDATA[<?xml version="1.0" encoding="UTF-8"?><request xmlns="${gen}">
<Transaction><CommandID>BusinessPayment</CommandID><LanguageCode>0</LanguageCode><OriginatorConversationID>600000_BENCH_${index}</OriginatorConversationID>
<Parameters><Parameter><Key>Amount</Key><Value>10.00</Value></Parameter></Parameters>
<ReferenceData><ReferenceItem><Key>QueueTimeoutURL</Key><Value>${url}/hook/local/timeout</Value></ReferenceItem></ReferenceData>
<Timestamp>2026-11-20T12:00:00.0000000Z</Timestamp></Transaction>
<Identity><Caller><CallerType>2</CallerType><ThirdPartyID>jaribu_1</ThirdPartyID><ResultURL>${url}/hook/local/result</ResultURL></Caller>
<Initiator><IdentifierType>11</IdentifierType><Identifier>testapi</Identifier><SecurityCredential>${credential}</SecurityCredential><ShortCode>600000</ShortCode></Initiator>
<PrimaryParty><IdentifierType>4</IdentifierType><Identifier>600000</Identifier></PrimaryParty>
<ReceiverParty><IdentifierType>1</IdentifierType><Identifier>254711000100</Identifier></ReceiverParty></Identity>
<KeyOwner>1</KeyOwner></request>]]></req:RequestMsg></soapenv:Body></soapenv:Envelope>`
  const pay = (index) => ({
    url: `${url}/emulator/g2/mminterface/request`,
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
    body: envelope(index),
  })
  const rate = await rateWithCallbacks(file, await warm(many(1200, pay), [200], 200), [200])
  return [{ what: 'G2 SOAP: B2C payments, result delivered and stored', rate }]
}

/** The bare limit of the machine for a request of the size of an STK push. */
export const measureBare = async (port) => {
  const path = '/mpesa/stkpush/v1/processrequest'
  const ask = { url: `http://localhost:${port}${path}`, method: 'POST', headers: json, body: 'x'.repeat(420) }
  return rateOf(
    await warm(
      many(24_000, () => ask),
      [200],
      4000,
    ),
    [200],
  )
}

/** Sessions and whole payments of each emulated system. */
export const measureEmulator = async (url, file) => {
  await call(url, 'PATCH', '/sandbox/settings', { resultDelayMs: 0, autoPayDelayMs: 0 })
  const rows = []
  for (const measure of [measureDaraja, measureOpenapi, measureMozambique, measureSoap]) {
    await settled(file)
    rows.push(...(await measure(url, file)))
  }
  return rows
}
