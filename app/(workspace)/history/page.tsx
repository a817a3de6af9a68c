import type { Metadata } from 'next'
import { HistoryScreen } from '@/components/history/history-screen'
import { requireMember } from '@/lib/auth/require'
import { systemOf, systems } from '@/lib/systems'
import { customerPayments } from '@/lib/systems/callbacks'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { reportChoices } from '@/lib/workspace/reports/report-choices'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'History' }

const customerPaymentsOf = (system: string) => {
  const own = customerPayments.filter((payment) => payment.system === system)
  if (own.length === 0) return []
  return [
    {
      group: `${systemOf(system).title}: started by customers`,
      options: own.map(({ id, title }) => ({ value: id, label: title })),
    },
  ]
}

const groups = systems.flatMap((system) => [
  ...[...new Set(system.operations.map((operation) => operation.group))].map((group) => ({
    group: systems.length > 1 ? `${system.title}: ${group}` : group,
    options: system.operations
      .filter((operation) => operation.group === group)
      .map(({ id, title }) => ({ value: id, label: title })),
  })),
  ...customerPaymentsOf(system.id),
])

export default async function HistoryPage() {
  const actor = await requireMember()
  const { environments, appKeys } = reportChoices(deps(), actor)
  return (
    <HistoryScreen
      operations={groups}
      environments={environments.map(({ id, name, isGone }) => ({
        id,
        name: isGone ? `${name} (deleted)` : name,
      }))}
      systems={systems.map(({ id, title }) => ({ id, title }))}
      appKeys={appKeys.map(({ fingerprint, label }) => ({ fingerprint, label }))}
      canSend={isAtLeast(actor.role, 'member')}
    />
  )
}
