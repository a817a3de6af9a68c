import { expect } from '@playwright/test'
import { stkPush } from './server'
import { test } from './story'

const capture = (url: string, number: number, code = 0) =>
  fetch(`${url}/hook/local`, {
    method: 'POST',
    body: JSON.stringify({
      Body: {
        stkCallback: {
          MerchantRequestID: `merchant-${number}`,
          CheckoutRequestID: `ws_CO_${number}`,
          ResultCode: code,
          ResultDesc: 'The service request is processed successfully.',
          CallbackMetadata: {
            Item: [{ Name: 'MpesaReceiptNumber', Value: `UKK${String(number).padStart(7, '0')}` }],
          },
        },
      },
    }),
  })

test('the inbox is read down, narrowed and walked by keys, and what arrives meanwhile waits', async ({
  owner,
  jaribu,
}) => {
  for (let number = 1; number <= 230; number += 1) await capture(jaribu.url, number, number === 7 ? 1032 : 0)
  await owner.goto('/inbox')
  const list = owner.getByRole('list', { name: 'Callbacks, newest first' })
  const row = (receipt: string) => list.getByRole('link').filter({ hasText: receipt })
  await expect(row('UKK0000230')).toBeVisible()

  // Further down a new one waits, and nothing moves.
  await list.hover()
  await owner.mouse.wheel(0, 3000)
  await expect(row('UKK0000230')).toBeHidden()
  await capture(jaribu.url, 231)
  const pill = owner.getByRole('button', { name: '1 new' })
  await expect(pill).toBeVisible()
  await capture(jaribu.url, 232)
  await owner.getByRole('button', { name: '2 new' }).click()
  await expect(row('UKK0000232')).toBeVisible()
  await expect(owner.getByRole('button', { name: / new$/ })).toBeHidden()

  // Older pages come as they are scrolled to.
  await list.hover()
  await owner.mouse.wheel(0, 60_000)
  await expect(async () => {
    await owner.mouse.wheel(0, 60_000)
    await expect(row('UKK0000001')).toBeVisible({ timeout: 500 })
  }).toPass()

  // Keys walk the list; the address follows, and Back closes what was opened.
  await owner.goto('/inbox')
  await expect(row('UKK0000232')).toBeVisible()
  await owner.keyboard.press('j')
  const pane = owner.getByRole('complementary', { name: 'The chosen callback' })
  await expect(pane).toContainText('UKK0000232')
  await owner.keyboard.press('j')
  await expect(pane).toContainText('UKK0000231')
  await owner.keyboard.press('k')
  await expect(pane).toContainText('UKK0000232')
  await owner.keyboard.press('Enter')
  await expect(pane).toBeFocused()
  await owner.keyboard.press('Escape')
  await expect(pane).toBeHidden()
  await row('UKK0000230').click()
  await expect(pane).toContainText('UKK0000230')
  await owner.goBack()
  await expect(pane).toBeHidden()

  // A filter is a link that opens what the sender saw, and only fitting arrivals enter.
  await owner.getByRole('button', { name: 'Filters' }).click()
  await owner.getByLabel('Result code').fill('1032')
  await owner.getByRole('button', { name: 'Apply' }).click()
  await expect(owner).toHaveURL(/\/inbox\?code=1032$/)
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await capture(jaribu.url, 233)
  await capture(jaribu.url, 234, 1032)
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await owner.reload()
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await owner.getByRole('button', { name: 'Remove the filter: code 1032' }).click()
  await expect(row('UKK0000233')).toBeVisible()
})

test('of two quick changes in the history both count, and new runs take their place', async ({
  owner,
  jaribu,
}) => {
  const send = async (reference: string) => {
    const push = stkPush('254700000000', 1)
    const { data } = await jaribu.api('POST', '/runs', {
      ...push,
      values: { ...push.values, AccountReference: reference },
    })
    return data.id as string
  }
  const first = await send('FIRST')
  await owner.goto('/history')
  const runs = owner.getByRole('list', { name: 'Runs' })
  const linkTo = (id: string) => runs.locator(`a[href="/history/${id}"]`)
  await expect(linkTo(first)).toBeVisible()
  const second = await send('SECOND')
  await expect(runs.getByRole('listitem').first().locator(`a[href="/history/${second}"]`)).toBeVisible()

  // Both before the screen has drawn the first.
  await owner.evaluate(() => {
    const choose = (name: string, value: string) => {
      const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`)
      if (!select) throw new Error(`There is no ${name}.`)
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value)
      select.dispatchEvent(new Event('change', { bubbles: true }))
    }
    choose('Operation', 'daraja.stk-push')
    choose('Verdict', 'failed')
  })
  await expect(owner).toHaveURL('/history?operation=daraja.stk-push&verdict=failed')
  await expect(owner.getByText('No run fits these filters.')).toBeVisible()
  await expect(owner.getByLabel('Operation', { exact: true })).toHaveValue('daraja.stk-push')
  await expect(owner.getByLabel('Verdict')).toHaveValue('failed')
  await owner.getByRole('button', { name: 'Clear the filters' }).click()

  await owner.keyboard.press('/')
  await owner.keyboard.type('second')
  await expect(runs.getByRole('listitem')).toHaveCount(1)
  await expect(owner).toHaveURL('/history?q=second')
  await owner.keyboard.press('Escape')
  await owner.keyboard.press('j')
  await owner.keyboard.press('Enter')
  await expect(owner).toHaveURL(`/history/${second}`)
  await owner.goBack()
  await expect(owner.getByLabel('Search runs')).toHaveValue('second')
  await expect(runs.getByRole('listitem')).toHaveCount(1)
})
