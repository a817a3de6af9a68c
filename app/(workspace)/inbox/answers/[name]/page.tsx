import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { AnswersScreen } from '@/components/answers/answers-screen'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { knownKinds, refusalCodes } from '@/lib/systems/callbacks'
import { rulePresets } from '@/lib/workspace/answers/presets'
import { templateNames } from '@/lib/workspace/answers/template'
import { inboxNameAt } from '../../find-inbox'

export const generateMetadata = async ({
  params,
}: PageProps<'/inbox/answers/[name]'>): Promise<Metadata> => ({
  title: `Answers of ${decodeURIComponent((await params).name)}`,
})

const choices = {
  kinds: knownKinds.map(({ id, title }) => ({ kind: id, title })),
  codes: [...new Map(refusalCodes.map(({ code, message }) => [code, { code, message }])).values()],
  templateNames,
}

export default async function AnswersPage({ params }: PageProps<'/inbox/answers/[name]'>) {
  const { name } = await params
  const actor = await requireMember('viewer', `/inbox/answers/${name}`)
  const inbox = inboxNameAt(actor, name)
  return (
    <Page>
      <Button variant="ghost" size="sm" asChild className="mb-2">
        <Link href="/inbox">
          <ArrowLeft aria-hidden /> Inbox
        </Link>
      </Button>
      <PageHeader
        title={`Answers of inbox ${inbox}`}
        description="What those who call this inbox are told. A rule can say no, fail or be slow on purpose, to see what M-Pesa and your own software make of it."
      />
      <AnswersScreen
        inbox={inbox}
        canChange={actor.role !== 'viewer'}
        presets={rulePresets}
        choices={choices}
      />
    </Page>
  )
}
