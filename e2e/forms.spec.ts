import { fieldNamed, openOperation, sendButton } from './screens'
import { expect, test } from './story'

test.describe('a form that is refused', () => {
  test.use({ provokes: [422] })

  test('keeps what was typed, says beside each field what is wrong, and leads to the first', async ({
    owner,
  }) => {
    await owner.goto('/settings/account')
    await owner.getByLabel('Name').fill('Wanjiru')
    await owner.getByLabel('E-mail').fill('no address')
    await owner.getByLabel('Password').fill('short')
    await owner.getByRole('button', { name: 'Finish account' }).click()
    const email = owner.getByLabel('E-mail')
    await expect(email).toBeFocused()
    await expect(email).toHaveAccessibleDescription(/Enter an e-mail address/)
    await expect(owner.getByLabel('Password')).toHaveAccessibleDescription(/Use 10 characters or more/)
    await expect(owner.getByLabel('Name')).toHaveValue('Wanjiru')
    await expect(email).toHaveValue('no address')
    await expect(owner.getByLabel('Password')).toHaveValue('short')

    await email.fill('wanjiru@duka.example')
    await expect(email).not.toHaveAttribute('aria-invalid')
    await expect(owner.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true')
  })

  test('by the server alone shows the same', async ({ owner }) => {
    await owner.goto('/environments')
    await owner.getByRole('link', { name: 'New environment' }).click()
    const dialog = owner.getByRole('dialog')
    await dialog.getByLabel('Own base URL').check()
    await dialog.getByLabel('Name').fill('Proxy')
    await dialog.getByLabel('Base URL', { exact: true }).fill('not a url')
    await dialog.getByRole('button', { name: 'Create environment' }).click()
    const baseUrl = dialog.getByLabel('Base URL', { exact: true })
    await expect(baseUrl).toBeFocused()
    await expect(baseUrl).toHaveAttribute('aria-invalid', 'true')
    await expect(baseUrl).toHaveValue('not a url')
    await expect(dialog.getByLabel('Name')).toHaveValue('Proxy')
  })
})

test('checks of a request lead to the first field that fails, from any tab', async ({ owner }) => {
  await openOperation(owner, 'stk-push')
  await fieldNamed(owner, 'AccountReference').fill('a reference that is too long')
  await owner.getByRole('tab', { name: 'Code' }).click()
  await sendButton(owner).click()
  await expect(fieldNamed(owner, 'AccountReference')).toBeFocused()
  await expect(owner.getByText('1 check fails')).toBeVisible()
})

test('the schema of a form is fetched when somebody first touches the form', async ({ owner }) => {
  await owner.goto('/settings/tokens')
  await expect(owner.getByRole('button', { name: 'Create token' })).toBeEnabled()
  await owner.waitForLoadState('networkidle')
  const scripts: string[] = []
  owner.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
  await owner.getByLabel('Name').focus()
  await expect.poll(() => scripts.length).toBeGreaterThan(0)
})
