import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ExchangeDetailOf } from '@/components/exchanges/exchange-detail'
import { Button } from '@/components/ui/button'
import { requireMember } from '@/lib/auth/require'
import { asRefusal } from '@/lib/http/respond'
import { getExchange } from '@/lib/workspace/exchanges/get-exchange'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Exchange' }

export default async function ExchangePage({ params }: PageProps<'/sandbox/exchanges/[id]'>) {
  const { id } = await params
  const actor = await requireMember('viewer', `/sandbox/exchanges/${id}`)
  const exchange = found(() => getExchange(deps(), actor, id))
  return (
    <div className="mx-auto max-w-4xl py-2">
      <div className="flex items-center gap-2 px-3">
        <Button variant="ghost" size="sm" asChild>
          <Link href={`/sandbox/exchanges?c=${id}`}>
            <ArrowLeft aria-hidden /> Exchanges
          </Link>
        </Button>
        <h1 className="text-ink-muted">One exchange</h1>
      </div>
      <ExchangeDetailOf id={id} initial={exchange} canChange={actor.role !== 'viewer'} />
    </div>
  )
}

const found = <Found,>(read: () => Found): Found => {
  try {
    return read()
  } catch (thrown) {
    if (asRefusal(thrown)?.kind === 'not-found') notFound()
    throw thrown
  }
}
