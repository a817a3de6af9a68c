import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/classes'

export const badgeVariants = cva(
  'inline-flex max-w-full items-center gap-1 whitespace-nowrap rounded-sm px-1.5 py-px font-medium text-xs [&_svg]:size-3',
  {
    variants: {
      tone: {
        neutral: 'bg-hover text-ink-muted',
        good: 'bg-good-soft text-good',
        pending: 'bg-pending-soft text-pending',
        refused: 'bg-refused-soft text-refused',
        failed: 'bg-failed-soft text-failed',
        'timed-out': 'bg-timed-out-soft text-timed-out',
        unreachable: 'bg-unreachable-soft text-unreachable',
        simulated: 'bg-simulated-soft text-simulated',
        production: 'bg-production text-production-ink',
        outline: 'border border-line-strong/60 text-ink-muted',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export type BadgeTone = NonNullable<VariantProps<typeof badgeVariants>['tone']>

export function Badge({
  className,
  tone,
  ...props
}: ComponentProps<'span'> & VariantProps<typeof badgeVariants>) {
  return <span data-slot="badge" className={cn(badgeVariants({ tone }), className)} {...props} />
}
