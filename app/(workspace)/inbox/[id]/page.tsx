import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { CallbackDetail } from '@/components/inbox/callback-detail'
import { Button } from '@/components/ui/button'
import { requireMember } from '@/lib/auth/require'
import { asRefusal } from '@/lib/http/respond'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import { getCallback } from '@/lib/workspace/callbacks/get-callback'
import { deps } from '@/lib/workspace/server/context'

/** A link that somebody was sent says in its title what it leads to, and whether that was real. */
export const generateMetadata = async ({ params }: PageProps<'/inbox/[id]'>): Promise<Metadata> => {
  const callback = await read((await params).id)
  if (!callback) return { title: 'Callback' }
  const { kindTitle, mismatch, environmentKind } = callback
  const marks = [
    mismatch ? 'does not match' : '',
    environmentKind ? environmentKindWords[environmentKind] : '',
  ]
  const said = marks.filter(Boolean).join(', ')
  return { title: said ? `${kindTitle} (${said})` : kindTitle }
}

export default async function CallbackPage({ params }: PageProps<'/inbox/[id]'>) {
  const { id: text } = await params
  const callback = await read(text)
  if (!callback) notFound()
  const { id } = callback
  return (
    <div className="mx-auto max-w-4xl py-2">
      <div className="flex items-center gap-2 px-3">
        <Button variant="ghost" size="sm" asChild>
          <Link href={`/inbox?c=${id}`}>
            <ArrowLeft aria-hidden /> Inbox
          </Link>
        </Button>
        <h1 className="text-ink-muted">Callback {id}</h1>
      </div>
      <CallbackDetail id={id} initial={callback} />
    </div>
  )
}

/** Once for the page and its title. */
const read = cache(async (text: string) => {
  const actor = await requireMember('viewer', `/inbox/${text}`)
  const id = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(id)) return undefined
  try {
    return await getCallback(deps(), actor, id)
  } catch (thrown) {
    if (asRefusal(thrown)?.kind === 'not-found') return undefined
    throw thrown
  }
})
