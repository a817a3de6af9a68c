import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GuidePage } from '@/components/guides/guide-page'
import { lookupOf } from '@/components/guides/lookup'
import { TreeScreen } from '@/components/guides/tree-screen'
import { Page } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { findGuide, findTree, guides } from '@/lib/guides'
import { blocksOfGuide, blocksOfTree } from '@/lib/guides/walk'
import { findOperation, systemOf } from '@/lib/systems'
import { namedIn } from '@/lib/workspace/guides/named-in'
import { getGuide } from '@/lib/workspace/guides/read-guides'
import { treeSubjects } from '@/lib/workspace/guides/tree-subjects'
import { deps } from '@/lib/workspace/server/context'

type Props = PageProps<'/guides/[slug]'>

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { slug } = await params
  return { title: (findGuide(slug) ?? findTree(slug))?.title ?? 'Guide' }
}

export default async function GuideRoute({ params }: Props) {
  const actor = await requireMember()
  const { slug } = await params
  if (!findGuide(slug) && !findTree(slug)) notFound()
  const document = getGuide(deps(), slug)
  if (document.kind === 'findings') notFound()
  if (document.kind === 'questions') {
    const { tree, samples } = document
    return (
      <Page>
        <TreeScreen
          key={tree.slug}
          tree={tree}
          lookup={lookupOf(namedIn(blocksOfTree(tree)), samples)}
          subjects={await treeSubjects(deps(), actor, tree)}
          canTest={actor.role !== 'viewer'}
        />
      </Page>
    )
  }
  const { guide, samples } = document
  const at = guides.indexOf(guide)
  return (
    <Page>
      <GuidePage
        guide={guide}
        lookup={lookupOf(namedIn(blocksOfGuide(guide)), samples)}
        forms={guide.operations.flatMap((id) => {
          const operation = findOperation(id)
          return operation ? [{ id, title: operation.title, system: systemOf(operation.system).title }] : []
        })}
        before={guides[at - 1]}
        after={guides[at + 1]}
      />
    </Page>
  )
}
