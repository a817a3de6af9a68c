import {
  fillFields,
  inviteViewer,
  openOperation,
  payOnPhone,
  phoneOnScreen,
  send,
  sendButton,
} from './screens'
import { expect, test } from './story'

test.describe('a viewer', () => {
  test.use({ provokes: [403] })

  test('is invited by a link, sees the same callback arrive, and can send nothing', async ({
    owner,
    jaribu,
    visitor,
  }) => {
    const teammate = await inviteViewer(owner, visitor)
    await teammate.goto(`${jaribu.url}/inbox`)

    await openOperation(owner, 'stk-push')
    await fillFields(owner, { Amount: '12', PhoneNumber: '254700000000' })
    const run = await send(owner)
    // Whoever only watches is not covered by it.
    const watched = phoneOnScreen(teammate, '2547••••0000')
    await watched.getByRole('button', { name: 'Show the phone' }).click()
    await expect(watched).toContainText('A viewer watches')
    await payOnPhone(owner)
    await expect(run).toContainText('Paid KES 12.00')
    await expect(teammate.getByRole('main')).toContainText('Paid KES 12.00 by 2547••••0000')

    await teammate.goto(`${jaribu.url}/try/daraja/stk-push`)
    await expect(sendButton(teammate)).toBeDisabled()
    await expect(teammate.getByText('Viewers can look at everything, but cannot send.')).toBeVisible()
    const refused = await teammate.evaluate(async () => {
      const answer = await fetch('/api/v1/runs', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ operation: 'daraja.stk-push', environment: 'local', values: {} }),
      })
      return answer.status
    })
    expect(refused).toBe(403)
    const { data } = await jaribu.api('GET', '/runs')
    expect(data.runs).toHaveLength(1)
  })
})

test.describe('an owner', () => {
  test.use({ provokes: [401] })

  test('chooses e-mail and password, signs out, and signs in again; a wrong password is refused', async ({
    owner,
    jaribu,
    visitor,
  }) => {
    await owner.goto('/settings/account')
    await owner.getByLabel('E-mail').fill('wanjiru@duka.example')
    await owner.getByLabel('Password').fill('a good long password')
    await owner.getByRole('button', { name: 'Finish account' }).click()
    await expect(owner.getByRole('button', { name: 'Save e-mail' })).toBeVisible()
    await owner.getByRole('button', { name: /account and appearance$/ }).click()
    await owner.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(owner.getByRole('heading', { name: /sign in/i })).toBeVisible()

    await owner.getByLabel('E-mail').fill('wanjiru@duka.example')
    await owner.getByLabel('Password').fill('not the password')
    await owner.getByRole('button', { name: 'Sign in' }).click()
    await expect(owner.getByText('E-mail or password is wrong.')).toBeVisible()
    await owner.getByLabel('Password').fill('a good long password')
    await owner.getByRole('button', { name: 'Sign in' }).click()
    await expect(owner.getByRole('navigation', { name: 'Main' })).toBeVisible()

    const stranger = await visitor()
    await stranger.goto(jaribu.ownerLink)
    await expect(stranger.getByRole('heading', { name: 'This link was used already' })).toBeVisible()
  })
})
