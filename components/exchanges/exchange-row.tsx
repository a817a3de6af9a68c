'use client'
import { Check, TriangleAlert, X } from 'lucide-react'
import Link from 'next/link'
import { type MouseEvent, memo } from 'react'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { cn } from '@/lib/classes'
import { duration } from '@/lib/duration'
import type { ExchangeSummary } from '@/lib/workspace/exchanges/views'
import { clientOf, factsOf } from './words'

const looks = {
  accepted: { icon: Check, ink: 'text-good', words: 'Accepted' },
  remarked: { icon: TriangleAlert, ink: 'text-pending', words: 'Accepted with remarks' },
  refused: { icon: X, ink: 'text-refused', words: 'Refused' },
} as const

export function ExchangeMark({ outcome }: { outcome: ExchangeSummary['outcome'] }) {
  const { icon: Icon, ink, words } = looks[outcome]
  return <Icon className={cn('size-3.5 shrink-0', ink)} strokeWidth={2.5} aria-label={words} />
}

/** One line on a desk, two on a phone. The whole row opens the exchange. */
export const ExchangeRow = memo(function ExchangeRow({
  exchange,
  href,
  selected,
  fresh,
  isBeside = false,
  onOpen,
}: {
  exchange: ExchangeSummary
  href: string
  selected: boolean
  /** It has just arrived. */
  fresh: boolean
  /** The chosen one stands beside the list, which leaves it little room. */
  isBeside?: boolean
  onOpen: (id: string) => void
}) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onOpen(exchange.id)
  }
  const isRefused = exchange.outcome === 'refused'
  return (
    <div
      data-slot="exchange-row"
      data-selected={selected || undefined}
      data-outcome={exchange.outcome}
      className={cn(
        'relative flex h-14 items-center gap-x-3 border-b px-3 hover:bg-hover data-selected:bg-selected lg:h-9',
        isRefused && 'border-l-2 border-l-refused pl-2.5',
        fresh && 'fade-in-0 slide-in-from-top-2 animate-in duration-200',
      )}
    >
      <ExchangeMark outcome={exchange.outcome} />
      <Time
        at={exchange.at}
        show={isBeside ? 'seconds' : undefined}
        className="shrink-0 font-mono text-ink-muted text-sm max-lg:hidden"
      />
      <div className="flex min-w-0 flex-1 flex-col lg:flex-row lg:items-baseline lg:gap-3">
        <Link
          href={href}
          prefetch={false}
          scroll={false}
          onClick={open}
          aria-current={selected || undefined}
          className="min-w-0 shrink-0 truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2 lg:max-w-[45%]"
        >
          {exchange.title}
        </Link>
        <span className="flex min-w-0 items-baseline gap-2 text-sm">
          <Time at={exchange.at} show="seconds" className="shrink-0 font-mono text-ink-muted lg:hidden" />
          <span className={cn('truncate', isRefused ? 'text-refused' : 'text-ink-muted')}>
            {(isRefused ? exchange.reason : factsOf(exchange)) || exchange.reason}
          </span>
        </span>
      </div>
      {exchange.fault && <Badge tone="simulated">fault</Badge>}
      <span
        className={cn('hidden max-w-40 shrink-0 truncate text-ink-muted text-sm', !isBeside && 'md:block')}
        title={exchange.agent || undefined}
      >
        {clientOf(exchange.agent)}
      </span>
      <span className="w-8 shrink-0 text-right font-mono text-sm">{exchange.status}</span>
      <span
        className={cn(
          'hidden w-16 shrink-0 text-right font-mono text-ink-muted text-sm',
          !isBeside && 'lg:block',
        )}
      >
        {duration(exchange.ms)}
      </span>
    </div>
  )
})
