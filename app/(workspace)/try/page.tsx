import type { Metadata } from 'next'
import Link from 'next/link'
import { tryPath } from '@/components/runs/words'
import { Badge } from '@/components/ui/badge'
import { Page, PageHeader, Section } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { systems } from '@/lib/systems'

export const metadata: Metadata = { title: 'Try it' }

export default async function TryIndexPage() {
  await requireMember()
  return (
    <Page>
      <PageHeader
        title="Try it"
        description="Every operation, grouped as the provider groups them. Each has its form, its reference and its runs."
      />
      {systems.map((system) => (
        <div key={system.id}>
          {[...new Set(system.operations.map((operation) => operation.group))].map((group) => (
            <Section key={group} title={systems.length > 1 ? `${system.title}: ${group}` : group}>
              <ul className="grid gap-x-8 md:grid-cols-2">
                {system.operations
                  .filter((operation) => operation.group === group)
                  .map((operation) => (
                    <li key={operation.id} className="min-w-0 border-b py-1.5">
                      <span className="flex items-baseline gap-2">
                        <Link href={tryPath(operation.id)} className="truncate font-medium hover:underline">
                          {operation.title}
                        </Link>
                        {operation.status !== 'current' && <Badge tone="outline">{operation.status}</Badge>}
                      </span>
                      <p className="text-ink-muted text-sm">{operation.summary}</p>
                    </li>
                  ))}
              </ul>
            </Section>
          ))}
        </div>
      ))}
    </Page>
  )
}
