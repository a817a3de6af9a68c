import type { Page } from '@playwright/test'
import { startMerchant } from './merchant'
import { fillFields, openOperation, send } from './screens'
import type { Jaribu } from './server'
import { expect, test } from './story'

const paybill = '600000'
const customer = '254700000000'

const register = async (
  page: Page,
  jaribu: Jaribu,
  validation: string,
  silence: 'Completed' | 'Cancelled',
) => {
  await openOperation(page, 'c2b-register-v2')
  await fillFields(page, {
    ShortCode: paybill,
    ResponseType: silence,
    ConfirmationURL: `${jaribu.url}/hook/local/confirmation`,
    ValidationURL: `${validation}/validation`,
  })
  const send = page.getByRole('button', { name: /^Send anyway$|^Send to / }).first()
  await send.click()
  await expect(page.getByRole('article', { name: /^Run / })).toContainText('Done')
}

/** From the sandbox page, as a customer would from the phone's menu. */
const payFromMenu = async (page: Page, reference: string, amount: string) => {
  await page.goto('/sandbox')
  const form = page.getByRole('form', { name: 'Customer pays' })
  await form.getByLabel('From the phone').fill(customer)
  await form.getByLabel('To the paybill or till').fill(paybill)
  await form.getByLabel('Account number').fill(reference)
  await form.getByLabel('Amount').fill(amount)
  await form.getByLabel('PIN').fill('1234')
  await form.getByRole('button', { name: 'Pay from this phone' }).click()
  await expect(page.getByRole('region', { name: 'Progress of the payment' })).toBeVisible()
}

/** References of the confirmations that the inbox has, once there are as many. */
const confirmed = async (jaribu: Jaribu, count: number) => {
  let references: string[] = []
  await expect
    .poll(async () => {
      const { data } = await jaribu.api('GET', '/callbacks?inbox=local')
      references = data.callbacks
        .filter(({ kind }: { kind: string }) => kind === 'c2b-confirmation')
        .map(({ body }: { body: string }) => JSON.parse(body).BillRefNumber)
      return references.length
    })
    .toBe(count)
  return references
}

const balance = async (jaribu: Jaribu) => {
  const { data } = await jaribu.api('GET', '/sandbox/phones')
  return data.phones.find(({ msisdn }: { msisdn: string }) => msisdn === customer).balanceCents as number
}

test('a customer pays from the sandbox page: the merchant accepts, then rejects', async ({
  owner,
  jaribu,
}) => {
  const merchant = await startMerchant()
  await jaribu.api('PATCH', `/sandbox/organisations/${paybill}`, { validation: true })
  await register(owner, jaribu, merchant.url, 'Completed')
  const before = await balance(jaribu)

  await payFromMenu(owner, 'ACCEPTED', '40')
  expect(await confirmed(jaribu, 1)).toEqual(['ACCEPTED'])
  expect(await balance(jaribu)).toBe(before - 4000)

  merchant.answerWith('reject')
  await payFromMenu(owner, 'REJECTED', '50')
  await expect.poll(() => merchant.validations().length).toBe(2)
  await expect.poll(() => balance(jaribu)).toBe(before - 4000)
  expect(merchant.validations().map(({ body }) => body.BillRefNumber)).toEqual(['ACCEPTED', 'REJECTED'])
  expect(await confirmed(jaribu, 1)).toEqual(['ACCEPTED'])
  merchant.stop()
})

for (const [silence, paid] of [
  ['Completed', true],
  ['Cancelled', false],
] as const) {
  test(`a merchant says nothing, and the payment is ${silence.toLowerCase()} as registered`, async ({
    owner,
    jaribu,
  }) => {
    const merchant = await startMerchant()
    merchant.answerWith('say nothing')
    await jaribu.api('PATCH', '/sandbox/settings', { validationTimeoutMs: 500 })
    await jaribu.api('PATCH', `/sandbox/organisations/${paybill}`, { validation: true })
    await register(owner, jaribu, merchant.url, silence)
    const before = await balance(jaribu)
    await payFromMenu(owner, 'SILENT', '60')
    await expect.poll(() => merchant.validations().length).toBe(1)
    if (paid) expect(await confirmed(jaribu, 1)).toEqual(['SILENT'])
    await expect.poll(() => balance(jaribu)).toBe(paid ? before - 6000 : before)
    const { data } = await jaribu.api('GET', '/callbacks?inbox=local')
    expect(data.callbacks).toHaveLength(paid ? 1 : 0)
    merchant.stop()
  })
}

test('with the inbox as validation URL every payment is accepted, and both notices are kept', async ({
  owner,
  jaribu,
}) => {
  await jaribu.api('PATCH', `/sandbox/organisations/${paybill}`, { validation: true })
  await openOperation(owner, 'c2b-register-v2')
  await fillFields(owner, { ShortCode: paybill })
  await expect(await send(owner)).toContainText('Done')
  await payFromMenu(owner, 'BOTH', '70')
  expect(await confirmed(jaribu, 1)).toEqual(['BOTH'])
  const { data } = await jaribu.api('GET', '/callbacks?inbox=local')
  expect(data.callbacks.map(({ kind }: { kind: string }) => kind)).toEqual([
    'c2b-validation',
    'c2b-confirmation',
  ])
})
