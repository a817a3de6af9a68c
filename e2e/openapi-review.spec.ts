import { expect, test } from './story'

// A rejection without a reason.
test.use({ provokes: [422] })

test('a developer is invited, sends an application for review, is rejected with a reason, then accepted and locked', async ({
  owner,
  jaribu,
  visitor,
}) => {
  await owner.goto('/sandbox/openapi/organisations')
  await owner.getByRole('link', { name: 'Jaribu Test' }).click()
  await expect(owner.getByText('You stand on both sides')).toBeVisible()
  await owner.getByLabel('For optional').fill('Asha, developer')
  await owner.getByRole('button', { name: 'Make invitation link' }).click()
  const shown = owner.getByText(/http:\/\/localhost:\d+\/join\//)
  await expect(shown).toBeVisible()
  const [link = ''] = ((await shown.textContent()) ?? '').match(/http:\/\/\S+/) ?? []

  const developer = await visitor()
  await developer.goto(link)
  await expect(developer.getByRole('heading', { name: 'Develop for Jaribu Test' })).toBeVisible()
  await developer.getByLabel('Name').fill('Asha')
  await developer.getByLabel('E-mail').fill('asha@duka.example')
  await developer.getByLabel('Password').fill('ten letters and more')
  await developer.getByRole('button', { name: 'Join' }).click()
  await expect(developer.getByRole('button', { name: /^Asha, member/ })).toBeVisible()
  const developers = owner.getByRole('region', { name: 'Develops for it: people' })
  await expect(developers).toContainText('Asha')

  await developer.goto(`${jaribu.url}/sandbox/openapi`)
  const name = developer.getByLabel('Name', { exact: true })
  await developer.getByRole('button', { name: 'Send for review' }).click()
  await expect(developer.getByText('In review by Jaribu Test')).toBeVisible()
  await expect(developer.getByText('You develop for Jaribu Test: its own people decide.')).toBeVisible()
  await expect(name).toBeDisabled()

  await owner.getByRole('link', { name: 'Review Local application' }).click()
  await expect(owner.getByRole('heading', { name: 'Look twice' })).toBeVisible()
  await owner.getByRole('button', { name: 'Reject…' }).click()
  await owner.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(owner.getByText('Say why.')).toBeVisible()
  await owner.getByLabel('Reason').fill('Name the trusted sources')
  await owner.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(owner.getByText('Rejected: Name the trusted sources')).toBeVisible()

  await expect(developer.getByText('Name the trusted sources')).toBeVisible()
  await developer.getByLabel('Trusted sources').fill('10.0.0.1')
  await developer.getByRole('button', { name: 'Save' }).click()
  await expect(developer.getByText('Saved', { exact: true })).toBeVisible()
  await developer.getByRole('button', { name: 'Send for review' }).click()
  await expect(owner.getByText('10.0.0.1')).toBeVisible()
  await owner.getByRole('button', { name: 'Accept…' }).click()
  await owner.getByRole('button', { name: 'Accept and lock' }).click()
  await expect(developer.getByText('Accepted by Jaribu Test')).toBeVisible()
  await expect(name).toBeDisabled()

  await owner.goto('/sandbox/openapi')
  await expect(owner.getByLabel('Name', { exact: true })).toBeDisabled()
  await developer.goto(link)
  await expect(developer.getByRole('heading', { name: 'This invitation was used already' })).toBeVisible()
})
