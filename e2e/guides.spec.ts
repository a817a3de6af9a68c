import { openOperation, shownRun } from './screens'
import { stkPush } from './server'
import { expect, test } from './story'

test('a pasted error is explained, down to the runs that met it', async ({ owner: page, jaribu }) => {
  const { data } = await jaribu.api('POST', '/runs', stkPush('254700001032', 5))
  await jaribu.api('GET', `/runs/${data.id}?wait=30`)
  const body = {
    Body: {
      stkCallback: {
        MerchantRequestID: '1-2-3',
        CheckoutRequestID: 'ws_CO_1',
        ResultCode: 1032,
        ResultDesc: 'Request Cancelled by user.',
      },
    },
  }

  await page.goto('/reference/codes')
  await page
    .getByLabel('Code, words, or a pasted message')
    .fill(`20:15:31 shop[411] POST /callback ${JSON.stringify(body)} -> 200`)
  const said = page.getByRole('region', { name: 'What it says' })
  await expect(said).toContainText('Safaricom Daraja')
  await expect(said).toContainText('callback: STK result')
  await expect(said).toContainText('The customer dismissed the prompt')
  await said.getByRole('link', { name: 'All about code 1032' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Request Cancelled by user')
  await expect(page.getByRole('region', { name: 'Other meanings' }).first()).toContainText(
    'The customer refused',
  )
  const runs = page.getByRole('list', { name: 'Runs' })
  await expect(runs.getByRole('link')).toHaveCount(1)
  await expect(page.getByRole('list', { name: 'Callbacks' }).getByRole('listitem')).toHaveCount(1)
  await runs.getByRole('link').click()
  await expect(shownRun(page)).toContainText('Request Cancelled by user')

  await page.goto('/reference/codes?q=ResultCode%3A+7777')
  await expect(said).toContainText('stays as it came')
})

test('a run without a callback is followed to its cause', async ({ owner: page, jaribu }) => {
  await openOperation(page, 'stk-push')
  await expect(page.getByRole('link', { name: 'STK push and its limits' })).toBeVisible()
  const { data } = await jaribu.api('POST', '/runs', stkPush('254700000000', 5))
  await page.goto(`/history/${data.id}`)
  await shownRun(page).getByRole('link', { name: 'Nothing comes? Find out why' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The callback never came')
  const questions = page.getByRole('list', { name: 'Questions' })
  await questions.getByRole('button', { name: 'Test it' }).click()
  await expect(questions).toContainText('has not been answered yet')
  await expect(questions.getByRole('heading', { name: /It is too early/ })).toBeVisible()
  await expect(page).toHaveURL(/way=fine\.problem\.fine\.problem/)

  // Another answer leads another way, and the address keeps it.
  const age = questions.getByRole('listitem').filter({ hasText: 'Has it had its time?' })
  await age.getByRole('button', { name: 'Answer again' }).click()
  await age.getByRole('button', { name: 'Yes', exact: true }).click()
  await questions.getByRole('button', { name: 'Test it' }).click()
  await expect(questions).toContainText('Nothing at all.')
  await questions.getByRole('button', { name: 'It ended: paid or failed' }).click()
  await expect(questions).toContainText('It was sent once and missed')
  await page.reload()
  await expect(questions).toContainText('It was sent once and missed')
})
