import { fillFields, openOperation, payOnPhone, phoneOnScreen, sendButton, shownRun } from './screens'
import { expect, test } from './story'

const msisdn = '255700000000'
/** Pays by itself. */
const payer = '255700000100'

test('a session counts down, a customer pays on the phone, and the second payment breaks the daily limit', async ({
  owner,
}) => {
  await owner.goto('/sandbox/openapi')
  await owner.getByRole('button', { name: /^C2B single stage/ }).click()
  await owner.getByLabel('C2B single stage: Daily number').fill('1')
  await owner.getByRole('button', { name: 'Save' }).click()
  await expect(owner.getByText('Saved', { exact: true })).toBeVisible()
  await owner.getByRole('button', { name: /^Environment: / }).click()
  await owner.getByRole('menuitemcheckbox', { name: /^Local Tanzania/ }).click()
  await expect(owner.getByRole('button', { name: /^Environment: Local Tanzania/ })).toBeVisible()

  await openOperation(owner, 'c2b-single-stage', 'openapi')
  await sendButton(owner).click()
  const run = shownRun(owner)
  await expect(run).toContainText('Waiting for the answer')
  await expect(phoneOnScreen(owner, msisdn)).toContainText('TZS 150.00')
  await payOnPhone(owner, { msisdn })
  await expect(run).toContainText('Paid TZS 150.00')
  await expect(owner.getByRole('timer')).toHaveText(/^(1:00:00|[5-9]\d:\d\d)$/)

  await fillFields(owner, { input_CustomerMSISDN: payer })
  await sendButton(owner).click()
  await expect(run.getByRole('list', { name: 'Timeline' })).toContainText('INS-993')
  await expect(run).toContainText('Refused')
})

test('money is set aside and then taken; a mandate is created, paid, queried and cancelled', async ({
  owner,
}) => {
  const run = shownRun(owner)
  const timeline = run.getByRole('list', { name: 'Timeline' })
  const goOn = async (label: string, title: string) => {
    await run.getByRole('link', { name: label }).click()
    await expect(owner.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }

  await openOperation(owner, 'c2b-multi-stage', 'openapi')
  await fillFields(owner, { input_CustomerMSISDN: payer })
  await sendButton(owner).click()
  await expect(timeline).toContainText('HTTP 201')
  const answer = (await run.getByRole('region', { name: 'Answer' }).textContent()) ?? ''
  const [, voucher = ''] = answer.match(/"output_VoucherCode": "(\w+)"/) ?? []
  await goOn('Take or release it', 'C2B two stage: take or release')
  await fillFields(owner, { input_VoucherCode: voucher, input_CustomerMSISDN: '1' })
  await sendButton(owner).click()
  await expect(timeline).toContainText('INS-GAR-0')

  await openOperation(owner, 'direct-debit-create', 'openapi')
  await fillFields(owner, { input_CustomerMSISDN: payer })
  await sendButton(owner).click()
  await expect(timeline).toContainText('INS-0')
  await goOn('Take a payment', 'Direct debit: take a payment')
  await sendButton(owner).click()
  await expect(run).toContainText('Paid TZS 150.00')
  await goOn('Query the mandate', 'Direct debit: query mandate')
  await sendButton(owner).click()
  await expect(run).toContainText('"output_MandateStatus": "Active"')
  await goOn('Cancel the mandate', 'Direct debit: cancel mandate')
  await sendButton(owner).click()
  await expect(timeline).toContainText('INS-0')
  await goOn('Query the mandate', 'Direct debit: query mandate')
  await sendButton(owner).click()
  await expect(run).toContainText('"output_MandateStatus": "Cancelled"')
})
