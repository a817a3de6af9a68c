import { expect, test } from './story'

test('what the frame fetches late answers keys and gives the focus back', async ({ owner }) => {
  await owner.goto('/')
  await expect(owner.getByRole('heading', { level: 1 }).first()).toBeVisible()

  const search = owner.getByRole('button', { name: 'Search or jump' })
  await search.focus()
  await owner.keyboard.press('Control+K')
  const palette = owner.getByRole('dialog', { name: 'Search or jump' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await owner.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await expect(search).toBeFocused()

  await owner.keyboard.press('?')
  const keys = owner.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys).toContainText('Search or jump')
  await owner.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await expect(search).toBeFocused()

  const account = owner.getByRole('button', { name: 'account and appearance' })
  await account.focus()
  await owner.keyboard.press('Enter')
  await expect(owner.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await expect(owner.locator('[role^=menuitem]').first()).toBeFocused()
  await owner.keyboard.press('Escape')
  await expect(owner.getByRole('menu')).toBeHidden()
  await expect(account).toBeFocused()

  const environment = owner.getByRole('button', { name: /^Environment:/ })
  await environment.focus()
  await owner.keyboard.press('ArrowDown')
  await expect(owner.getByRole('menuitem', { name: 'New environment' })).toBeVisible()
  await expect(owner.locator('[role^=menuitem]').first()).toBeFocused()
  await owner.keyboard.press('Escape')
  await expect(environment).toBeFocused()

  const bell = owner.getByRole('button', { name: 'Callbacks' })
  await bell.click()
  const callbacks = owner.getByRole('dialog', { name: 'Callbacks' })
  await expect(callbacks).toContainText('No callbacks yet.')
  await owner.keyboard.press('Escape')
  await expect(callbacks).toBeHidden()
  await expect(bell).toBeFocused()
})

for (const key of ['Enter', 'Space', 'ArrowDown']) {
  test(`a menu of a page opens with ${key} at its first item, at the first use too`, async ({ owner }) => {
    await owner.goto('/reports')
    const opener = owner.getByRole('button', { name: 'Export' })
    await expect(opener).toBeEnabled()
    await opener.focus()
    await owner.keyboard.press(key)
    await expect(owner.getByRole('menuitem').first()).toBeFocused()
    await owner.keyboard.press('ArrowDown')
    await expect(owner.getByRole('menuitem').nth(1)).toBeFocused()
    await owner.keyboard.press('Escape')
    await expect(owner.getByRole('menu')).toBeHidden()
    await expect(opener).toBeFocused()
  })
}

test('a dialog of a page opens by a key and gives the focus back', async ({ owner }) => {
  await owner.goto('/sandbox')
  const opener = owner.getByRole('button', { name: 'Reset' })
  await opener.focus()
  await owner.keyboard.press('Enter')
  await expect(owner.getByRole('dialog').getByRole('textbox')).toBeVisible()
  await owner.keyboard.press('Escape')
  await expect(owner.getByRole('dialog')).toBeHidden()
  await expect(opener).toBeFocused()
})

test('on a phone the navigation opens over the page and closes with its links', async ({ owner }) => {
  await owner.setViewportSize({ width: 390, height: 844 })
  await owner.goto('/')
  const opener = owner.getByRole('button', { name: 'Open the navigation' })
  await opener.click()
  const drawer = owner.getByRole('dialog', { name: 'jaribu' })
  await expect(drawer).toBeVisible()
  await owner.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(opener).toBeFocused()
  await opener.click()
  await drawer.getByRole('link', { name: 'Tools' }).click()
  await expect(owner).toHaveURL(/\/tools$/)
  await expect(drawer).toBeHidden()
})

test('what a fast typist types before the palette is there stands in its field', async ({ owner }) => {
  await owner.goto('/')
  await expect(owner.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await owner.keyboard.press('Control+K')
  await owner.keyboard.type('reversal')
  const palette = owner.getByRole('dialog', { name: 'Search or jump' })
  await expect(palette.getByRole('combobox')).toHaveValue('reversal')
  await expect(palette.getByRole('option').first()).toContainText(/reversal/i)
})

test('a file that is chosen before the page listens is taken', async ({ owner, jaribu }) => {
  const { data: sheet } = await jaribu.api('POST', '/go-live/sheets', {
    name: 'Early',
    environment: 'local',
    apis: ['b2c'],
  })
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await owner.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  await owner.goto(`/go-live/${sheet.id}?tab=export`, { waitUntil: 'commit' })
  await owner
    .getByLabel('Workbook of your own')
    .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
  release()
  await expect(owner.getByText('Only .xlsx workbooks can be filled.')).toBeVisible()
})
