import { fillFields, openOperation, receiptOf, send } from './screens'
import { stkPush } from './server'
import { expect, test } from './story'

test('a payout with a credential from the tools page, then balance, status by receipt and a reversal', async ({
  owner,
  jaribu,
}) => {
  // The credential is made in the browser: nothing leaves it from the first letter of the password on.
  await owner.goto('/tools')
  const asked: string[] = []
  await owner.getByLabel('Certificate', { exact: true }).selectOption({ label: 'Local sandbox' })
  const password = owner.getByLabel('Initiator password')
  await expect(password).toBeVisible()
  await owner.waitForLoadState('networkidle')
  owner.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
  await password.fill('Safaricom999!*!')
  await owner.getByRole('button', { name: 'Encrypt in this browser' }).click()
  const made = owner.getByRole('status').filter({ hasText: /^[A-Za-z0-9+/=]{300,}$/ })
  await expect(made).toBeVisible()
  const credential = ((await made.textContent()) ?? '').trim()
  expect(asked).toEqual([])

  await openOperation(owner, 'b2c-v3')
  await fillFields(owner, { Amount: '150', PartyB: '254708374149', SecurityCredential: credential })
  const payout = await send(owner)
  await expect(payout).toContainText('Paid KES 150.00')
  const receipt = await receiptOf(payout)

  await openOperation(owner, 'account-balance')
  const balance = await send(owner)
  await expect(balance).toContainText('Done')
  await balance.getByRole('button', { name: /result/i }).click()
  await expect(balance).toContainText('Utility Account')

  await openOperation(owner, 'transaction-status')
  await fillFields(owner, { TransactionID: receipt })
  const status = await send(owner)
  await expect(status).toContainText('Done')
  await expect(status).toContainText(receipt)

  const sold = await jaribu.api('POST', '/runs', stkPush('254708374149', 35))
  const paid = await jaribu.api('GET', `/runs/${sold.data.id}?wait=30`)
  expect(paid.data.verdict).toBe('paid')
  await owner.goto(`/history/${sold.data.id}`)
  await owner.getByRole('link', { name: /^Reverse/ }).click()
  await expect(owner).toHaveURL(/\/try\/daraja\/reversal/)
  const reversal = await send(owner)
  await expect(reversal.getByRole('status')).toContainText(/Done|Paid/)
  await expect(reversal).toContainText('success')
})
