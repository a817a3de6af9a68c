import { fillFields, openOperation, payOnPhone, phoneOnScreen, receiptOf, send, shownRun } from './screens'
import { stkPush } from './server'
import { expect, test } from './story'

test('a customer pays an STK push on the phone on the screen, and the run is there after a restart', async ({
  owner,
  jaribu,
}) => {
  await openOperation(owner, 'stk-push')
  await fillFields(owner, { Amount: '25', PhoneNumber: '254700000000', AccountReference: 'INV-7' })
  const run = await send(owner)
  await expect(run).toContainText('Accepted, waiting for the callback')
  await expect(run).not.toContainText('Paid')

  const phone = phoneOnScreen(owner)
  await expect(phone).toContainText('KES 25.00')
  await expect(phone).toContainText('INV-7')
  await payOnPhone(owner)

  await expect(run).toContainText('Paid KES 25.00')
  await expect(phone).toContainText('Sent')
  const timeline = run.getByRole('list', { name: 'Timeline' })
  await expect(timeline).toContainText('Answered with the PIN')
  await expect(timeline).toContainText('We answered 200')
  const receipt = await receiptOf(run)
  await expect(owner.getByRole('button', { name: /^Callbacks: 1 new$/ })).toBeVisible()

  await owner.getByRole('button', { name: /^Callbacks/ }).click()
  const drawer = owner.getByRole('dialog', { name: 'Callbacks' })
  await expect(drawer).toContainText(receipt)
  await expect(drawer).toContainText('Paid KES 25.00 by 2547••••0000')
  await owner.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  // A page that is open would rightly complain of the stream that ends with the server.
  await owner.goto('about:blank')
  await jaribu.stop()
  await jaribu.start()
  await owner.goto(`/history?q=${receipt}`)
  const row = owner.getByRole('link').filter({ hasText: receipt })
  await expect(row).toHaveCount(1)
  await row.click()
  await expect(shownRun(owner)).toContainText('Paid KES 25.00')
  await expect(shownRun(owner)).toContainText(receipt)
})

test('the phone is answered while the callbacks are open beside it', async ({ owner }) => {
  await openOperation(owner, 'stk-push')
  await fillFields(owner, { Amount: '3', PhoneNumber: '254700000000' })
  await send(owner)
  const bell = owner.getByRole('button', { name: /^Callbacks/ })
  await bell.click()
  const drawer = owner.getByRole('dialog', { name: 'Callbacks' })
  await expect(drawer).toContainText('No callbacks yet')

  const phone = phoneOnScreen(owner)
  await phone.getByLabel('M-PESA PIN').press('Escape')
  await expect(phone).toContainText('Cancelled')
  await expect(drawer).toContainText(/cancelled/i)

  await drawer.getByRole('button', { name: 'Close' }).click()
  await expect(drawer).toBeHidden()
  await expect(bell).toBeFocused()
})

const endings = [
  { does: 'cancels', button: /^Cancel c$/, code: '1032', verdict: 'Failed' },
  { does: 'types a wrong PIN', button: /^Wrong PIN w$/, code: '2001', verdict: 'Failed' },
  { does: 'has too little money', button: /^Too little money t$/, code: '1', verdict: 'Failed' },
  { does: 'does not answer', button: /^Ignore i$/, code: '1037', verdict: 'Failed' },
]

for (const { does, button, code, verdict } of endings) {
  test(`a customer ${does}, and the run says so with the code explained`, async ({ owner, jaribu }) => {
    await openOperation(owner, 'stk-push')
    await fillFields(owner, { Amount: '1', PhoneNumber: '254700000000' })
    const run = await send(owner)
    await phoneOnScreen(owner).getByRole('button', { name: button }).click()
    await expect(run.getByRole('status')).toContainText(verdict)
    await expect(run.getByLabel(`Code ${code} explained`)).toBeVisible()
    await expect(run).not.toContainText('Paid')

    const { data } = await jaribu.api('GET', '/callbacks?inbox=local')
    expect(data.callbacks).toHaveLength(1)
    const body = JSON.parse(data.callbacks[0].body)
    expect(String(body.Body.stkCallback.ResultCode)).toBe(code)
    expect(body.Body.stkCallback.CallbackMetadata).toBeUndefined()
  })
}

const testNumbers = [
  ['254700001032', '1032'],
  ['254700000001', '1'],
  ['254700001037', '1037'],
  ['254700002001', '2001'],
  ['254708374149', '0'],
] as const

for (const [msisdn, code] of testNumbers) {
  test(`a script that pushes to ${msisdn} gets result code ${code} without a click`, async ({ jaribu }) => {
    const sent = await jaribu.api('POST', '/runs', stkPush(msisdn))
    expect(sent.status, JSON.stringify(sent.data)).toBe(201)
    expect(sent.data.verdict).toBe('pending')
    const ended = await jaribu.api('GET', `/runs/${sent.data.id}?wait=45`)
    expect(ended.data).toMatchObject({ verdict: code === '0' ? 'paid' : 'failed', code })
  })
}
