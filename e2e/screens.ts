import { expect, type Locator, type Page } from '@playwright/test'

/** The form of an operation, ready to be typed into. */
export const openOperation = async (page: Page, name: string, system = 'daraja') => {
  await page.goto(`/try/${system}/${name}`)
  await expect(sendButton(page)).toBeEnabled()
}

/** A field by its name on the wire; its label may go on to say that it is optional. */
export const fieldNamed = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Request' })
    .getByLabel(new RegExp(`^${name.replaceAll('.', '\\.')}( ?optional)?$`))

/** Fills fields by wire name; the ones behind a fold are unfolded first. */
export const fillFields = async (page: Page, values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) {
    const field = fieldNamed(page, name)
    for (const fold of [/^Optional/, /^Derived/]) {
      if (await field.isVisible()) break
      const button = page.getByRole('button', { name: fold, expanded: false })
      if (await button.isVisible()) await button.click()
    }
    const isChoice = await field.evaluate((element) => element instanceof HTMLSelectElement)
    if (isChoice) await field.selectOption(value)
    else await field.fill(value)
  }
}

export const sendButton = (page: Page) => page.getByRole('button', { name: /^Send to / })

/** The run shown on the page. */
export const shownRun = (page: Page) => page.getByRole('article', { name: /^Run / })

/** Sends what the form holds and waits for the run that comes of it. */
export const send = async (page: Page): Promise<Locator> => {
  await sendButton(page).click()
  const run = shownRun(page)
  await expect(run).toBeVisible()
  await expect(run.getByRole('list', { name: 'Timeline' })).toContainText('200')
  return run
}

/** The phone on the screen, while a prompt waits or has just been answered. */
export const phoneOnScreen = (page: Page, msisdn = '254700000000') =>
  page.getByRole('region', { name: `Virtual phone ${msisdn}` })

/** Types the PIN on the phone and confirms. */
export const payOnPhone = async (
  page: Page,
  { pin = '1234', msisdn }: { pin?: string; msisdn?: string } = {},
) => {
  const phone = phoneOnScreen(page, msisdn)
  await phone.getByLabel('M-PESA PIN').fill(pin)
  await phone.getByRole('button', { name: 'OK' }).click()
}

/** The receipt that the shown run ends with. */
export const receiptOf = async (run: Locator) => {
  const text = (await run.textContent()) ?? ''
  const [receipt] = text.match(/\b[A-Z]{2}[0-9A-Z]{8}\b/) ?? []
  expect(receipt, `a receipt in: ${text}`).toBeTruthy()
  return receipt ?? ''
}

/** A second person in a browser of their own, who joins by the owner's invitation and may only look. */
export const inviteViewer = async (owner: Page, visitor: () => Promise<Page>): Promise<Page> => {
  await owner.goto('/settings/members')
  await owner.getByLabel('For optional').fill('Achieng, support')
  await owner.getByLabel('Role', { exact: true }).selectOption('viewer')
  await owner.getByRole('button', { name: 'Make invitation link' }).click()
  const shown = owner.getByText(/http:\/\/localhost:\d+\/invite\//)
  await expect(shown).toBeVisible()
  const [link = ''] = ((await shown.textContent()) ?? '').match(/http:\/\/\S+/) ?? []
  const viewer = await visitor()
  await viewer.goto(link)
  await viewer.getByLabel('Name').fill('Achieng')
  await viewer.getByLabel('E-mail').fill('achieng@duka.example')
  await viewer.getByLabel('Password').fill('ten letters and more')
  await viewer.getByRole('button', { name: 'Join' }).click()
  await expect(viewer.getByRole('button', { name: /^Achieng, viewer/ })).toBeVisible()
  return viewer
}
