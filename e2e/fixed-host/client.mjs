// Somebody's program as it is: the provider's address is fixed in it, and it has never heard of a sandbox of ours.
import https from 'node:https'

const call = (method, path, headers, body) =>
  new Promise((resolve, reject) => {
    const request = https.request(`https://sandbox.safaricom.co.ke${path}`, { method, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', () => resolve(JSON.parse(text)))
    })
    request.on('error', reject)
    request.end(body)
  })

const [, , key, secret, passkey, callbackUrl] = process.argv
const basic = Buffer.from(`${key}:${secret}`).toString('base64')
const { access_token } = await call('GET', '/oauth/v1/generate?grant_type=client_credentials', {
  authorization: `Basic ${basic}`,
})
const stamp = new Date(Date.now() + 3 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
const answer = await call(
  'POST',
  '/mpesa/stkpush/v1/processrequest',
  { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
  JSON.stringify({
    BusinessShortCode: '174379',
    Password: Buffer.from(`174379${passkey}${stamp}`).toString('base64'),
    Timestamp: stamp,
    TransactionType: 'CustomerPayBillOnline',
    Amount: '1',
    PartyA: '254708374149',
    PartyB: '174379',
    PhoneNumber: '254708374149',
    CallBackURL: callbackUrl,
    AccountReference: 'FIXED',
    TransactionDesc: 'Order',
  }),
)
console.log(JSON.stringify(answer))
