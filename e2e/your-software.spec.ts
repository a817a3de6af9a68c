import { payOnPhone, phoneOnScreen, shownRun } from './screens'
import { expect, test } from './story'

/** A shop's own program: it takes a token and asks a customer to pay, as it would of Safaricom. */
const shop = (base: string, callbackUrl: string) => {
  const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'
  const timestamp = new Date(Date.now() + 3 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
  const order = {
    BusinessShortCode: '174379',
    Password: btoa(`174379${passkey}${timestamp}`),
    Timestamp: timestamp,
    TransactionType: 'CustomerPayBillOnline',
    Amount: 250,
    PartyA: '254700000000',
    PartyB: '174379',
    CallBackURL: callbackUrl,
    AccountReference: 'INV-1042',
    TransactionDesc: 'Order 1042',
  }
  return async (customer: object) => {
    const basic = btoa('jaribu-local-key:jaribu-local-secret')
    const granted = await fetch(`${base}/oauth/v1/generate?grant_type=client_credentials`, {
      headers: { Authorization: `Basic ${basic}` },
    })
    const { access_token: token } = await granted.json()
    const answer = await fetch(`${base}/mpesa/stkpush/v1/processrequest`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'User-Agent': 'duka-bora/2.1',
      },
      body: JSON.stringify({ ...order, ...customer }),
    })
    return { status: answer.status, note: answer.headers.get('X-Jaribu-Note') }
  }
}

test('a program makes a wrong call, its maker reads why, mends it, and is paid', async ({
  owner: page,
  jaribu,
}) => {
  await page.goto('/sandbox?tab=code')
  await page.getByRole('link', { name: 'Exchanges' }).click()
  await expect(page.getByText('No call of your software yet')).toBeVisible()
  const base = `${jaribu.url}/emulator/daraja`
  await expect(page.getByText(base).first()).toBeVisible()

  const pay = shop(base, `${jaribu.url}/hook/local/duka`)
  const wrong = await pay({ phoneNumber: '254700000000' })
  expect(wrong.status).toBe(400)
  expect(wrong.note).toMatch(/^PhoneNumber is missing/)

  // The list fills by itself, and what was refused says why.
  const list = page.getByRole('list', { name: 'Exchanges, newest first' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await list.getByRole('link', { name: 'M-PESA Express (STK push)' }).click()
  const why = page.getByRole('region', { name: 'Why it was refused' })
  await expect(why).toContainText('PhoneNumber is missing: phoneNumber was sent')
  await expect(why).toContainText('Call it PhoneNumber.')
  await expect(page.getByRole('list', { name: 'What was checked' })).toContainText(
    'Check the fields refused here',
  )
  await expect(page.getByRole('region', { name: 'What nobody reads' })).toContainText(
    'it is PhoneNumber, capitals included',
  )
  await page.keyboard.press('Escape')

  expect((await pay({ PhoneNumber: '254700000000' })).status).toBe(200)
  await payOnPhone(page)
  await expect(phoneOnScreen(page)).toContainText('KES 250')
  await expect(list.getByRole('listitem')).toHaveCount(4)
  await list.getByRole('link', { name: 'M-PESA Express (STK push)' }).first().click()
  const exchange = page.getByRole('article', { name: 'Exchange' })
  await expect(exchange).toContainText('KES 250.00')
  await expect(exchange).toContainText('duka-bora/2.1')

  // The payment has its page, as one that was sent from a form.
  await exchange.getByRole('link', { name: 'Its page: prompt, callbacks, queries' }).click()
  await expect(shownRun(page)).toContainText('Paid KES 250.00')
  await page.goBack()

  // The form takes over what the program sent.
  await exchange.getByRole('link', { name: 'Open in Try it' }).click()
  await expect(page.getByLabel(/^AccountReference/)).toHaveValue('INV-1042')
  await page.goBack()

  // The search finds it, and the address says so.
  await page.getByRole('searchbox', { name: 'Search exchanges' }).fill('phoneNumber was')
  await expect(page).toHaveURL(/q=phoneNumber/)
})
