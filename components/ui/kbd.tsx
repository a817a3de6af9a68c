import type { ComponentProps } from 'react'
import { cn } from '@/lib/classes'

export function Kbd({ className, ...props }: ComponentProps<'kbd'>) {
  return (
    <kbd
      className={cn(
        'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong/60 bg-surface px-1 text-[11px] text-ink-muted',
        className,
      )}
      {...props}
    />
  )
}
