'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { hasWords, useIndexFilter } from '@/components/lists/use-index-filter'
import { Badge } from '@/components/ui/badge'
import { Input } from '@/components/ui/input'
import { EmptyState } from '@/components/ui/layout'
import { apiUrl } from '@/lib/api/client'
import { type OperationStatus, operationStatuses } from '@/lib/catalogue/operation-statuses'

export type IndexedOperation = {
  id: string
  name: string
  title: string
  summary: string
  group: string
  status: OperationStatus
  method: string
  path: string
}

export type IndexedSystem = { id: string; title: string; operations: IndexedOperation[] }

const textOf = ({ title, id, path, group, summary }: IndexedOperation) =>
  [title, id, path, group, summary].join(' ')

const groupsOf = (operations: IndexedOperation[]) => {
  const groups = new Map<string, IndexedOperation[]>()
  for (const operation of operations) {
    groups.set(operation.group, [...(groups.get(operation.group) ?? []), operation])
  }
  return [...groups]
}

const downloads = [
  { format: 'openapi-3.1', label: 'OpenAPI' },
  { format: 'postman', label: 'Postman collection' },
] as const

/** Every operation of every system under the provider's groups, narrowed by what is typed. */
export function OperationIndex({ systems }: { systems: IndexedSystem[] }) {
  const router = useRouter()
  const { text, setText, settle } = useIndexFilter()
  const shown = useMemo(
    () =>
      systems
        .map((system) => ({
          ...system,
          operations: system.operations.filter((operation) => hasWords(textOf(operation), text)),
        }))
        .filter(({ operations }) => operations.length > 0),
    [systems, text],
  )
  const count = shown.reduce((sum, { operations }) => sum + operations.length, 0)

  return (
    <>
      <search>
        <form
          method="dialog"
          className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1"
          onSubmit={(event) => {
            event.preventDefault()
            settle()
            const only = count === 1 ? shown[0]?.operations[0] : undefined
            if (only && shown[0]) router.push(`/reference/${shown[0].id}/${only.name}`)
          }}
        >
          <Input
            type="search"
            aria-label="Filter operations"
            placeholder="Filter by name, path or purpose"
            className="max-w-sm"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={settle}
          />
          <p aria-live="polite" className="text-ink-muted text-sm">
            {count} operation{count === 1 ? '' : 's'}
          </p>
        </form>
      </search>
      {shown.map((system) => (
        <section key={system.id} id={system.id} className="scroll-mt-16 py-3">
          <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className="font-semibold text-base">{system.title}</h2>
            <p className="flex gap-x-4 text-sm">
              {downloads.map(({ format, label }) => (
                <a
                  key={format}
                  className="text-accent underline-offset-3 hover:underline"
                  href={apiUrl('GET /catalogue/{system}/export', {
                    path: { system: system.id },
                    query: { format },
                  })}
                >
                  {label}
                  <span className="sr-only"> of {system.title}</span>
                </a>
              ))}
            </p>
          </div>
          {groupsOf(system.operations).map(([group, operations]) => (
            <section
              key={group}
              className="grid grid-cols-[minmax(0,1fr)] border-t py-2 md:grid-cols-[11rem_minmax(0,1fr)]"
            >
              <h3 className="py-1.5 font-medium text-ink-muted text-sm">{group}</h3>
              <ul>
                {operations.map((operation) => (
                  <li key={operation.id} className="py-1.5">
                    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
                      <Link
                        href={`/reference/${system.id}/${operation.name}`}
                        className="font-medium text-accent underline-offset-3 hover:underline"
                      >
                        {operation.title}
                      </Link>
                      {operation.status !== 'current' && (
                        <Badge tone="outline">{operationStatuses[operation.status]}</Badge>
                      )}
                      <code className="break-all text-ink-muted text-xs">
                        {operation.method} {operation.path}
                      </code>
                    </p>
                    <p className="max-w-3xl text-ink-muted text-sm">{operation.summary}</p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
      {shown.length === 0 && (
        <EmptyState title={`No operation has “${text}” in its name, path or purpose.`}>
          Try a word such as <em>reversal</em>, or a part of the path such as <code>stkpush</code>.
        </EmptyState>
      )}
    </>
  )
}
