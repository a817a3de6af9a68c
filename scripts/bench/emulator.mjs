import { call } from './processes.mjs'

const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'
const timestamp = '20261120120000'
const password = Buffer.from(`174379${passkey}${timestamp}`).toString('base64')

const token = async (url) => {
  const answer = await fetch(`${url}/emulator/daraja/oauth/v1/generate?grant_type=client_credentials`, {
    headers: {
      authorization: `Basic ${Buffer.from('jaribu-local-key:jaribu-local-secret').toString('base64')}`,
    },
  })
  return (await answer.json()).access_token
}

/**
 * STK pushes to as many phones, each ended by its test number, until the last callback was captured. `rate` counts
 * whole payments: push, acknowledgement, prompt, outcome, callback delivered over HTTP and stored.
 */
export const measureEmulator = async (url, pushes = 1000, connections = 16) => {
  await call(url, 'PATCH', '/sandbox/settings', { resultDelayMs: 0, autoPayDelayMs: 0 })
  const bearer = await token(url)
  let { cursor } = await call(url, 'GET', '/callbacks?inbox=local')
  let next = 0
  let refused = 0
  const push = async () => {
    while (next < pushes) {
      const phone = `2547${String(next++).padStart(4, '0')}1032`
      const answer = await fetch(`${url}/emulator/daraja/mpesa/stkpush/v1/processrequest`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          BusinessShortCode: 174379,
          Password: password,
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
      })
      await answer.arrayBuffer()
      if (answer.status !== 200) refused += 1
    }
  }
  const began = performance.now()
  const clients = Array.from({ length: connections }, push)
  let captured = 0
  while (captured < pushes - refused) {
    const page = await call(url, 'GET', `/callbacks?inbox=local&after=${cursor}&wait=20`)
    if (page.callbacks.length === 0) break
    captured += page.callbacks.length
    cursor = page.cursor
  }
  const seconds = (performance.now() - began) / 1000
  await Promise.all(clients)
  return { rate: captured / seconds, captured, refused }
}
