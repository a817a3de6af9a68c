import type { ComponentProps } from 'react'
import { cn } from '@/lib/classes'

/** A table that scrolls inside itself, never the page. */
export function Table({ className, 'aria-label': label = 'Table', ...props }: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className="relative min-w-0 overflow-x-auto" tabIndex={0} aria-label={label}>
      <table data-slot="table" className={cn('w-full border-collapse text-left', className)} {...props} />
    </section>
  )
}

export function Th({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cn('whitespace-nowrap border-b py-1.5 pr-4 font-medium text-ink-muted text-sm', className)}
      {...props}
    />
  )
}

export function Td({ className, ...props }: ComponentProps<'td'>) {
  return <td className={cn('border-b py-1.5 pr-4 align-top', className)} {...props} />
}
