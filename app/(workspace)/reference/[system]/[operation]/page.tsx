import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OperationReference } from '@/components/reference/operation-reference'
import { Page } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import type { Operation } from '@/lib/catalogue/types'
import { referenceOf } from '@/lib/derive/reference'
import { findOperation, systemOf } from '@/lib/systems'

type Props = PageProps<'/reference/[system]/[operation]'>

const operationAt = async ({ params }: Props) => {
  const { system, operation } = await params
  return findOperation(`${system}.${operation}`)
}

const neighbour = ({ id, name, title, system }: Operation) => ({ id, name, title, system })

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: (await operationAt(props))?.title ?? 'Reference',
})

export default async function OperationReferencePage(props: Props) {
  await requireMember()
  const operation = await operationAt(props)
  if (!operation) notFound()
  const system = systemOf(operation.system)
  const newer = operation.supersededBy ? findOperation(operation.supersededBy) : undefined
  const isFromAnyCall = operation.direction === 'outbound'
  return (
    <Page>
      <OperationReference
        operation={operation}
        systemTitle={system.title}
        rows={referenceOf(
          operation,
          Object.fromEntries(system.credentials.map(({ name, label }) => [name, label])),
        )}
        newer={newer && neighbour(newer)}
        older={system.operations.filter(({ supersededBy }) => supersededBy === operation.id).map(neighbour)}
        codes={{
          own: system.codes.filter(({ operations }) => operations.includes(operation.id)),
          any: isFromAnyCall
            ? system.codes.filter(({ operations, context }) => operations.length === 0 && !context)
            : [],
        }}
        followUps={operation.followUps.flatMap(({ label, operation: id }) => {
          const next = findOperation(id)
          return next ? [{ label, operation: neighbour(next) }] : []
        })}
      />
    </Page>
  )
}
