import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './story'

const row = (page: Page, id: string) => page.locator(`[data-case="${id}"]`)
const right = 'daraja-b2c-r04'
const wrong = 'daraja-b2c-r05'

/** All that the shop's program has to say here: it asks for a token. */
const askForToken = (base: string, secret: string) =>
  fetch(`${base}/oauth/v1/generate?grant_type=client_credentials`, {
    headers: { Authorization: `Basic ${btoa(`jaribu-local-key:${secret}`)}`, 'User-Agent': 'duka-bora/2.1' },
  })

test('a sheet that requires their own software is not filled by a form, and two rows turn as a program calls', async ({
  owner: page,
  jaribu,
}) => {
  await page.goto('/go-live?new=1')
  const dialog = page.getByRole('dialog', { name: 'New sheet' })
  await dialog.getByLabel('Name').fill('Duka Bora')
  await dialog.getByText('B2C', { exact: true }).click()
  await dialog.getByText('Require your own software').click()
  await dialog.getByRole('button', { name: /^Make sheet of \d+ cases$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Duka Bora' })).toBeVisible()

  await page.getByRole('link', { name: 'Token with the right consumer key and secret' }).click()
  await page.getByRole('button', { name: 'Run this case' }).click()
  await expect(row(page, right)).toContainText('by form only')
  await expect(page.getByLabel('The chosen case')).toContainText(
    'This sheet wants it from your own software.',
  )
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Wait for my app' }).click()
  await page
    .getByRole('dialog', { name: 'Wait for your app' })
    .getByRole('button', { name: 'Wait for my app' })
    .click()
  const session = page.getByRole('region', { name: 'Session with your software' })
  await expect(session.getByRole('status')).toHaveText(
    'Waiting for your app to do Token with the right consumer key and secret',
  )
  await expect(session.getByRole('list', { name: 'What your app does' })).toContainText(
    'Call Generate access token (GET /oauth/v1/generate).',
  )
  await expect(session).toContainText(`${jaribu.url}/emulator/daraja`)
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])

  const base = `${jaribu.url}/emulator/daraja`
  expect((await askForToken(base, 'jaribu-local-secret')).status).toBe(200)
  await expect(row(page, right)).toContainText('by your software')
  await expect(row(page, right)).toContainText('Success')

  // It goes on with the next that is missing: a wrong secret.
  await expect(session.getByRole('status')).toContainText(/Waiting for your app to do Token with a wrong/)
  expect((await askForToken(base, 'a-wrong-secret')).status).toBeGreaterThanOrEqual(400)
  await expect(row(page, wrong)).toContainText('by your software')
  await expect(session).toContainText('2 proved.')

  await session.getByRole('button', { name: 'Pause' }).click()
  await expect(session.getByRole('status')).toContainText('Paused before')
  await session.getByRole('button', { name: 'End session' }).click()
  await expect(session).toContainText('The session with your app is over.')

  // On paper too.
  await page.goto(`${new URL(page.url()).pathname}/print`)
  await expect(page.getByText(/\(by your software, simulated\)/).first()).toBeVisible()
})
