import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ExchangesScreen } from '@/components/exchanges/exchanges-screen'
import { requireMember } from '@/lib/auth/require'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { systems } from '@/lib/systems'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Exchanges' }

/** Three lines that make a first call, in the language that every reader of this page has at hand. */
const firstCall = (baseUrl: string) => {
  const credentials = systems[0]?.presets.find(({ kind }) => kind === 'local')?.credentials
  return `const base = '${baseUrl}'
const headers = { Authorization: 'Basic ' + btoa('${credentials?.consumerKey}:${credentials?.consumerSecret}') }
await fetch(base + '/oauth/v1/generate?grant_type=client_credentials', { headers })`
}

export default async function ExchangesPage() {
  const actor = await requireMember('viewer', '/sandbox/exchanges')
  const { publicUrl, exchanges } = deps().config
  const baseUrl = `${publicUrl}${firstOperation.emulator}`
  return (
    <Suspense>
      <ExchangesScreen
        choices={{
          systems: systems.map(({ id, short }) => ({ value: id, label: short })),
          operations: systems.map(({ short, operations }) => ({
            group: short,
            options: operations
              .filter(({ direction }) => direction === 'outbound')
              .map(({ id, title, version, status }) => ({
                value: id,
                label: status === 'current' ? title : `${title} (${version})`,
              })),
          })),
        }}
        kept={exchanges}
        first={{ baseUrl, code: firstCall(baseUrl) }}
        canChange={actor.role !== 'viewer'}
      />
    </Suspense>
  )
}
