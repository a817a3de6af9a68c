import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CallbackDetail } from '@/components/inbox/callback-detail'
import { Button } from '@/components/ui/button'
import { requireMember } from '@/lib/auth/require'
import { asRefusal } from '@/lib/http/respond'
import { getCallback } from '@/lib/workspace/callbacks/get-callback'
import { deps } from '@/lib/workspace/server/context'

export const generateMetadata = async ({ params }: PageProps<'/inbox/[id]'>): Promise<Metadata> => ({
  title: `Callback ${(await params).id}`,
})

export default async function CallbackPage({ params }: PageProps<'/inbox/[id]'>) {
  const { id: text } = await params
  const actor = await requireMember('viewer', `/inbox/${text}`)
  const id = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(id)) notFound()
  const callback = await found(() => getCallback(deps(), actor, id))
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

const found = async <Found,>(read: () => Promise<Found>): Promise<Found> => {
  try {
    return await read()
  } catch (thrown) {
    if (asRefusal(thrown)?.kind === 'not-found') notFound()
    throw thrown
  }
}
