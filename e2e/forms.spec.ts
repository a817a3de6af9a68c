import type { Page } from '@playwright/test'
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

test.describe('before the form library is here', () => {
  /** Holds the library back until it is released. */
  const holdLibrary = async (page: Page) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let isHeld = false
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      const response = await route.fetch()
      const body = await response.text()
      if (body.includes('shouldUseNativeValidation') && body.includes('touchedFields')) {
        isHeld = true
        await held
      }
      await route.fulfill({ response, body })
    })
    return {
      release: async () => {
        release()
        await page.unrouteAll({ behavior: 'ignoreErrors' })
      },
      isHeld: () => isHeld,
    }
  }

  test('what is typed and sent is what is stored once it is, and follows a teammate', async ({
    owner,
    jaribu,
  }) => {
    const library = await holdLibrary(owner)
    await owner.goto('/environments/local?part=general')
    await expect.poll(library.isHeld).toBe(true)
    const name = owner.getByLabel('Name', { exact: true })
    await name.fill('Typed early')
    await owner.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(name).toHaveValue('Typed early')
    await library.release()
    // The message, not the button that stands before “Delete”.
    await expect(owner.getByText('Saved', { exact: true })).toBeVisible()
    await owner.reload()
    await expect(name).toHaveValue('Typed early')
    const saved = await jaribu.api('PATCH', '/environments/local', { name: 'By a teammate' })
    expect(saved.status).toBe(200)
    await expect(name).toHaveValue('By a teammate')
  })

  test('what is chosen shows its fields, and is kept', async ({ owner }) => {
    const library = await holdLibrary(owner)
    await owner.goto('/environments')
    await owner.getByRole('link', { name: 'New environment' }).click()
    const dialog = owner.getByRole('dialog')
    await dialog.getByLabel('Own base URL').check()
    await dialog.getByLabel('Name').fill('Proxy')
    const baseUrl = dialog.getByLabel('Base URL', { exact: true })
    await baseUrl.fill('https://proxy.duka.example')
    await library.release()
    await expect(dialog.getByLabel('Own base URL')).toBeChecked()
    await expect(baseUrl).toHaveValue('https://proxy.duka.example')
    await dialog.getByRole('button', { name: 'Create environment' }).click()
    await expect(owner.getByRole('heading', { name: 'Proxy' })).toBeVisible()
  })
})

test.describe('before the page listens', () => {
  /** Opens a page whose scripts come only when they are released. */
  const openHeld = async (page: Page, path: string) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/_next/static/**/*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(path, { waitUntil: 'commit' })
    return release
  }

  test('Enter sends no password into an address, and what was typed stays', async ({ visitor }) => {
    const page = await visitor()
    const release = await openHeld(page, '/sign-in')
    await page.getByLabel('E-mail').fill('achieng@duka.example')
    await page.getByLabel('Password').fill('a good long password')
    await page.getByLabel('Password').press('Enter')
    await expect(page).toHaveURL(/\/sign-in$/)
    release()
    await page.waitForLoadState('networkidle')
    await expect(page).toHaveURL(/\/sign-in$/)
    await expect(page.getByLabel('E-mail')).toHaveValue('achieng@duka.example')
    await expect(page.getByLabel('Password')).toHaveValue('a good long password')
  })

  test('what is typed into a request is what is sent', async ({ owner }) => {
    const release = await openHeld(owner, '/try/daraja/stk-push')
    await fieldNamed(owner, 'AccountReference').fill('INV-EARLY')
    release()
    const code = owner.getByRole('tab', { name: 'Code' })
    await expect(async () => {
      await code.click()
      await expect(code).toHaveAttribute('aria-selected', 'true', { timeout: 500 })
    }, 'the page listens').toPass()
    await expect(owner.getByText(/INV-EARLY/).first()).toBeVisible()
    await owner.getByRole('tab', { name: 'Form' }).click()
    await expect(fieldNamed(owner, 'AccountReference')).toHaveValue('INV-EARLY')
  })

  test('what is typed into a search is searched for', async ({ owner }) => {
    const release = await openHeld(owner, '/history?verdict=paid')
    await owner.getByLabel('Search runs').fill('INV-EARLY')
    await owner.getByLabel('Search runs').press('Enter')
    release()
    await expect(owner).toHaveURL(/verdict=paid.*q=INV-EARLY/)
    await expect(owner.getByLabel('Search runs')).toHaveValue('INV-EARLY')
  })
})
