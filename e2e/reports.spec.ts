import { readFileSync } from 'node:fs'
import { day, nairobiMidnight, seedMonths } from './seeded-months'
import { expect, test } from './story'

test('seeded months are reported, compared, saved, and followed down to one run', async ({
  owner,
  jaribu,
}) => {
  const now = Date.now()
  const seeded = seedMonths(jaribu, now)
  const from = nairobiMidnight(now) - 29 * day
  const month = seeded.filter(({ at }) => at >= from)
  const cancelled = month.filter(({ code }) => code === '1032')
  const paid = month.filter(({ verdict }) => verdict === 'paid')

  await owner.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports' }).click()
  await expect(owner.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
  await owner.getByRole('radio', { name: '30 days' }).click()
  await owner.getByLabel('Compare with').selectOption('previous')
  const summary = owner.getByRole('region', { name: 'Summary' })
  const figure = (name: RegExp | string) => summary.getByRole('row', { name })
  await expect(figure(/^Runs /)).toContainText(String(month.length))
  await expect(figure(/^Succeeded /)).toContainText(String(paid.length))
  await expect(figure(/^Success rate/)).toContainText(`${((paid.length / month.length) * 100).toFixed(1)} %`)
  const cents = paid.reduce((sum, run) => sum + run.cents, 0)
  await expect(figure(/^Paid, simulated/)).toContainText(`KES ${(cents / 100).toLocaleString('en')}`)
  await expect(figure(/^Runs /)).toContainText(/more|less|the same/)
  await expect(owner.getByText('no real money moved')).toBeVisible()

  await owner.getByRole('button', { name: 'Export' }).click()
  const [file] = await Promise.all([
    owner.waitForEvent('download'),
    owner.getByRole('menuitem', { name: 'Over time, CSV' }).click(),
  ])
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  const [head = '', ...rows] = lines.map((line) => line.replace('\ufeff', '').split(','))
  expect(head.slice(0, 3)).toEqual(['From (Africa/Nairobi)', 'To', 'Runs'])
  expect(rows).toHaveLength(30)
  expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(month.length)

  const reasons = owner.getByRole('table').filter({ hasText: 'Meaning and cure' })
  await reasons
    .getByRole('row', { name: /^1032 / })
    .getByRole('link', { name: /runs ended with code 1032/ })
    .click()
  await expect(owner).toHaveURL(/\/history\?.*code=1032/)
  await expect(owner.getByRole('list', { name: 'Runs' }).getByRole('listitem')).toHaveCount(cancelled.length)
  const chips = owner.getByRole('list', { name: 'Active filters' })
  await expect(chips).toContainText('Code 1032')
  const [newest] = [...cancelled].sort((one, other) => other.at - one.at)
  await owner.getByRole('list', { name: 'Runs' }).getByRole('link').first().click()
  await expect(owner).toHaveURL(new RegExp(`/history/${newest?.id}`))
  await owner.goBack()
  await chips.getByRole('button', { name: 'Drop the code' }).click()
  await expect(owner).not.toHaveURL(/code=/)
})
