import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CodePage } from '@/components/reference/code-page'
import { Page } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { findOperation } from '@/lib/systems'
import { findCode } from '@/lib/workspace/codes/code-view'
import { getCode } from '@/lib/workspace/codes/get-code'
import { deps } from '@/lib/workspace/server/context'

type Props = PageProps<'/reference/codes/[system]/[id]'>

const codeAt = async ({ params }: Props) => {
  const { system, id } = await params
  return findCode(system, decodeURIComponent(id))
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const code = await codeAt(props)
  return { title: code ? (code.code ?? code.message) : 'Code' }
}

export default async function CodeRoute(props: Props) {
  const actor = await requireMember()
  const code = await codeAt(props)
  if (!code) notFound()
  return (
    <Page>
      <CodePage
        canChange={actor.role !== 'viewer'}
        detail={getCode(deps(), actor, code.system, code.id)}
        operations={code.operations.flatMap((id) => {
          const operation = findOperation(id)
          return operation
            ? [
                {
                  id,
                  title: operation.title,
                  system: operation.system,
                  href: `/reference/${operation.system}/${operation.name}`,
                },
              ]
            : []
        })}
      />
    </Page>
  )
}
