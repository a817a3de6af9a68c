import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readSheet } from 'read-excel-file/node'
import writeXlsx from 'write-excel-file/universal'
import { inviteViewer } from './screens'
import { expect, test } from './story'

const caseRow = (page: Page, id: string) => page.locator(`[data-case="${id}"]`)

const chosenCase = (page: Page) => page.getByLabel('The chosen case')

/** What a click downloads. */
const download = async (page: Page, link: string): Promise<Buffer> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ])
  return readFile(await file.path())
}

/** The rows of a tab by the text of their second column. */
const actualByCase = async (bytes: Buffer, tab: string) => {
  const rows = await readSheet(bytes, tab)
  return new Map(rows.map((row) => [String(row[1] ?? ''), row[4] ?? null]))
}

test.describe('a sheet', () => {
  test.use({ provokes: [403] })

  test('of M-Pesa Express and B2C fills by running, two cases are overridden, and the workbook reads back; a viewer only watches', async ({
    owner,
    visitor,
  }) => {
    await owner.goto('/go-live')
    await owner.getByRole('link', { name: 'New sheet' }).click()
    const dialog = owner.getByRole('dialog', { name: 'New sheet' })
    await dialog.getByLabel('Name').fill('Duka Bora')
    await dialog.getByText('M-Pesa Express: push').click()
    await dialog.getByText('B2C', { exact: true }).click()
    await dialog.getByRole('button', { name: /^Make sheet of \d+ cases$/ }).click()
    await expect(owner.getByRole('heading', { level: 1, name: 'Duka Bora' })).toBeVisible()
    await expect(owner.getByText(/^0 of \d+ filled, \d+ to do/)).toBeVisible()

    // A teammate who may only look has the same sheet open all the while.
    const sheetUrl = owner.url()
    const viewer = await inviteViewer(owner, visitor)
    await owner.goto(sheetUrl)
    await viewer.goto(sheetUrl)

    await owner.getByLabel('API', { exact: true }).selectOption({ label: 'B2C' })
    await owner.getByLabel('Search cases').fill('token')
    await owner.getByRole('button', { name: 'Run these (2)' }).click()
    await expect(owner.getByText('Ran 2 cases')).toBeVisible()
    await expect(caseRow(owner, 'daraja-b2c-r04')).toContainText('Success')
    await expect(caseRow(owner, 'daraja-b2c-r05')).toContainText('Success')
    await owner.getByRole('button', { name: 'Show log' }).click()
    await expect(owner.getByRole('list', { name: 'Log' })).toContainText(/token/i)

    await owner.getByRole('button', { name: 'Clear' }).click()
    await owner.getByRole('link', { name: 'PromotionPayment with too little money in the account' }).click()
    const pane = chosenCase(owner)
    await pane.getByRole('button', { name: 'Run this case' }).click()
    await expect(pane.getByRole('list', { name: 'Evidence' })).toContainText('proves it')
    await expect(caseRow(viewer, 'daraja-b2c-r10')).toContainText('Success')
    await pane.getByRole('link', { name: 'run', exact: true }).click()
    await expect(owner.getByRole('region', { name: 'Go live' })).toContainText(/proves.*too little money/)
    await owner.goBack()

    // j and k move, Esc closes and gives the focus back.
    await owner.keyboard.press('j')
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText(
      'PromotionPayment with a wrong initiator name',
    )
    await pane.getByRole('button', { name: 'Not applicable…' }).click()
    await pane.getByRole('button', { name: 'Save override' }).click()
    await expect(pane.getByText('Say why: the reason goes with the sheet.')).toBeVisible()
    await pane.getByLabel('Reason').fill('The name is fixed in our configuration')
    await pane.getByRole('button', { name: 'Save override' }).click()
    await expect(pane.getByText('decided: Not applicable')).toBeVisible()
    await owner.keyboard.press('Escape')
    await expect(pane).toBeHidden()
    await expect(caseRow(owner, 'daraja-b2c-r11').getByRole('link')).toBeFocused()

    await owner.getByRole('link', { name: 'Transaction over HTTPS' }).last().click()
    await pane.getByRole('button', { name: 'Override…' }).click()
    await pane.getByLabel('The case is').selectOption('Fail')
    await pane.getByLabel('Reason').fill('Our proxy speaks HTTP')
    await pane.getByRole('button', { name: 'Save override' }).click()
    await expect(
      owner.getByText(/^\d+ of \d+ filled, 1 contradict, \d+ to do, 1 not applicable/),
    ).toBeVisible()

    await owner.getByRole('link', { name: 'Export and template' }).click()
    const actual = await actualByCase(await download(owner, 'Download the workbook'), 'B2C')
    expect(actual.get('Token with the right consumer key and secret')).toBe('Success')
    expect(actual.get('PromotionPayment with too little money in the account')).toBe('Success')
    // The provider's own form leaves the cell of a case that does not apply empty.
    expect(actual.get('PromotionPayment with a wrong initiator name')).toBeNull()
    expect(actual.get('Transaction over HTTPS')).toBe('Fail')
    expect(actual.get('Remarks over 200 characters')).toBeNull()

    await expect(viewer.getByText(/^\d+ of \d+ filled, 1 contradict/)).toBeVisible()
    await viewer.getByRole('link', { name: 'Transaction over HTTPS' }).last().click()
    await expect(chosenCase(viewer)).toContainText('Our proxy speaks HTTP')
    await expect(
      viewer.getByRole('button', { name: /^(Run|Override|Undo|Attach|Add a note|Pause)/ }),
    ).toHaveCount(0)
    const refused = await viewer.evaluate(async (path) => {
      const answer = await fetch(`/api/v1${path.replace('/go-live/', '/go-live/sheets/')}/jobs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
      return answer.status
    }, new URL(viewer.url()).pathname)
    expect(refused).toBe(403)
  })
})

test('a partner’s workbook is matched, one match is corrected, and it comes back filled with all else as it was', async ({
  owner,
  jaribu,
}) => {
  const { data: sheet } = await jaribu.api('POST', '/go-live/sheets', {
    name: 'For the partner',
    environment: 'local',
    apis: ['b2c'],
  })
  const judged = { state: 'success', reason: 'Shown to the partner' }
  for (const id of ['daraja-b2c-r04', 'daraja-b2c-r14']) {
    const { status } = await jaribu.api('PATCH', `/go-live/sheets/${sheet.id}/cases/${id}`, {
      override: judged,
    })
    expect(status).toBe(200)
  }
  const row = (...texts: string[]) => texts.map((value) => ({ type: String, value }))
  const partner = await writeXlsx([
    {
      sheet: 'Payouts',
      data: [
        row('Partner acceptance'),
        row('Subject', 'Test Case', 'Objective', 'Expected Results', 'Actual Results'),
        row(
          'Authentication',
          'Token with the right consumer key and secret',
          'Get a token with good keys',
          'A token is returned',
          '',
        ),
        row('Commands', 'Our own words for the command', 'Send a good command', 'It is taken', 'ask Otieno'),
        row('Notes', '', '', '', 'keep me'),
      ],
    },
  ]).toBlob()

  await owner.goto(`/go-live/${sheet.id}?tab=export`)
  await owner.getByLabel('Workbook of your own').setInputFiles({
    name: 'partner.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await partner.arrayBuffer()),
  })
  const rows = owner.getByRole('region', { name: 'Rows of Payouts' })
  await expect(rows).toContainText('E3, gets “Success”')
  await rows.getByRole('button', { name: 'Change the match of Payouts row 4' }).click()
  await owner.getByPlaceholder('Words of the case').fill('Valid CommandID')
  await owner.getByRole('option', { name: /^Valid CommandID/ }).click()
  await expect(rows).toContainText('chosen by hand')

  const filled = await readSheet(await download(owner, 'Download it filled'), 'Payouts')
  expect(filled.map((cells) => cells[4] ?? null)).toEqual([
    null,
    'Actual Results',
    'Success',
    'Success',
    'keep me',
  ])
  expect(filled[3]?.[1]).toBe('Our own words for the command')

  await owner.getByRole('button', { name: 'Remove' }).click()
  await expect(owner.getByRole('button', { name: 'Upload a workbook…' })).toBeVisible()
})
