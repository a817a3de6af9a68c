import { openOperation, payOnPhone, phoneOnScreen, sendButton, shownRun } from './screens'
import { expect, test } from './story'

const msisdn = '258840000000'

test('Mozambique answers once the phone has paid, and by callback once the account has a response URL', async ({
  owner,
  jaribu,
}) => {
  await openOperation(owner, 'c2b-payment', 'mozambique')
  await sendButton(owner).click()
  const run = shownRun(owner)
  await expect(run).toContainText('Waiting for the answer')
  await expect(phoneOnScreen(owner, msisdn)).toContainText('MZN 10.00')
  await payOnPhone(owner, { msisdn })
  await expect(run).toContainText('Paid MZN 10.00')
  await expect(run.getByRole('list', { name: 'Timeline' })).toContainText('HTTP 201')

  await owner.goto('/sandbox/mozambique')
  await owner.getByLabel('Asynchronous response URL').fill(`${jaribu.url}/hook/local`)
  await owner.getByRole('button', { name: 'Update' }).click()
  await expect(owner.getByRole('heading', { name: 'Mode asynchronous' })).toBeVisible()

  await openOperation(owner, 'c2b-payment', 'mozambique')
  await sendButton(owner).click()
  await expect(shownRun(owner)).toContainText('Accepted, waiting for the callback')
  await payOnPhone(owner, { msisdn })
  await expect(shownRun(owner)).toContainText('Paid MZN 10.00')
  await expect(shownRun(owner).getByRole('list', { name: 'Timeline' })).toContainText('We answered 200')
})
