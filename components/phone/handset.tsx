'use client'
import { Signal, Wifi } from 'lucide-react'
import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'
import { cn } from '@/lib/classes'

/** A handset: its frame, the operator and the time, and whatever the screen shows. */
export function Handset({
  operator,
  now,
  children,
  className,
}: {
  operator: string
  now: number
  children: ReactNode
  className?: string
}) {
  return (
    <div
      data-slot="handset"
      className={cn(
        'flex w-full flex-col overflow-hidden rounded-[22px] border-[5px] border-line-strong/70 bg-canvas',
        className,
      )}
    >
      <div className="flex h-6 items-center justify-between px-3 text-ink-muted text-xs">
        <span className="flex items-center gap-1">
          <Signal className="size-3" aria-hidden />
          {operator}
        </span>
        <span className="flex items-center gap-1">
          <Wifi className="size-3" aria-hidden />
          {now > 0 && <Time at={now} show="seconds" className="tabular-nums" />}
        </span>
      </div>
      {children}
    </div>
  )
}
