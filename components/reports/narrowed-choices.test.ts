import { expect, test } from 'vitest'
import type { ReportChoices } from '@/lib/workspace/reports/views'
import { narrowedChoices } from './narrowed-choices'

const environment = (id: string, system: string, kind: 'local' | 'sandbox') => ({
  id,
  name: id,
  system,
  kind,
  isGone: false,
})
const choices: ReportChoices = {
  systems: [],
  zones: [],
  environments: [
    environment('d-local', 'daraja', 'local'),
    environment('d-test', 'daraja', 'sandbox'),
    environment('g-local', 'g2', 'local'),
  ],
  operations: [
    { system: 'daraja', group: 'B2C', operations: [] },
    { system: 'g2', group: 'Payouts', operations: [] },
  ],
  appKeys: ['d-local', 'd-test'].map((id) => ({
    fingerprint: id,
    label: '••••0001',
    environment: { id, name: id },
    system: 'daraja',
    firstSeenAt: 0,
    lastSeenAt: 0,
    isLatest: true,
  })),
}

test.each([
  [{}, ['d-local', 'd-test', 'g-local'], ['B2C', 'Payouts'], ['d-local', 'd-test']],
  [{ system: 'g2' }, ['g-local'], ['Payouts'], []],
  [{ kind: 'local' }, ['d-local', 'g-local'], ['B2C', 'Payouts'], ['d-local', 'd-test']],
  [{ system: 'daraja', kind: 'sandbox' }, ['d-test'], ['B2C'], ['d-local', 'd-test']],
  [{ environment: 'd-test' }, ['d-local', 'd-test', 'g-local'], ['B2C', 'Payouts'], ['d-test']],
])('once %j is chosen, what belongs to it is left', (some, environments, groups, keys) => {
  const left = narrowedChoices(choices, { system: '', kind: '', environment: '', ...some })
  expect(left.environments.map(({ id }) => id)).toEqual(environments)
  expect(left.operations.map(({ group }) => group)).toEqual(groups)
  expect(left.appKeys.map(({ fingerprint }) => fingerprint)).toEqual(keys)
})
