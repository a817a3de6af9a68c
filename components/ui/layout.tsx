import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/classes'

/** Title of a page with what belongs on its line. The title is the page's one `h1`. */
export function PageHeader({
  title,
  description,
  children,
  className,
}: {
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  className?: string
}) {
  return (
    <header className={cn('flex flex-wrap items-start justify-between gap-x-6 gap-y-2 pb-4', className)}>
      <div className="min-w-0">
        <h1 className="font-semibold text-xl">{title}</h1>
        {description && <p className="mt-0.5 max-w-3xl text-ink-muted">{description}</p>}
      </div>
      {children && <div className="flex min-w-0 max-w-full flex-wrap items-center gap-2">{children}</div>}
    </header>
  )
}

/** The page's own padding; `wide` for lists and workbenches that use the whole width. */
export function Page({ className, wide = false, ...props }: ComponentProps<'div'> & { wide?: boolean }) {
  return (
    <div
      className={cn('mx-auto w-full px-4 py-5 sm:px-6', wide ? 'max-w-none' : 'max-w-6xl', className)}
      {...props}
    />
  )
}

export function Section({
  title,
  description,
  actions,
  children,
  className,
}: {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <section className={cn('border-t py-5 first-of-type:border-t-0', className)}>
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="font-semibold text-base">{title}</h2>
          {description && <p className="mt-0.5 max-w-3xl text-ink-muted text-sm">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}

/** One sentence, one action, one example. */
export function EmptyState({
  title,
  children,
  action,
  className,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  className?: string
}) {
  return (
    <div
      data-slot="empty"
      className={cn('flex flex-col items-start gap-3 border-y border-dashed py-8', className)}
    >
      <p className="font-medium">{title}</p>
      {children && <div className="w-full min-w-0 max-w-2xl text-ink-muted">{children}</div>}
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}

const noticeTones = {
  info: { box: 'border-line-strong/50 bg-surface', icon: Info, ink: 'text-ink-muted' },
  good: { box: 'border-good/40 bg-good-soft', icon: CircleCheck, ink: 'text-good' },
  warn: { box: 'border-pending/40 bg-pending-soft', icon: TriangleAlert, ink: 'text-pending' },
  bad: { box: 'border-failed/40 bg-failed-soft', icon: CircleAlert, ink: 'text-failed' },
} as const

export function Notice({
  tone = 'info',
  title,
  children,
  className,
  ...props
}: Omit<ComponentProps<'div'>, 'title'> & { tone?: keyof typeof noticeTones; title?: ReactNode }) {
  const { box, icon: Icon, ink } = noticeTones[tone]
  return (
    <div data-slot="notice" className={cn('flex gap-2 rounded border px-3 py-2', box, className)} {...props}>
      <Icon className={cn('mt-0.5 size-4 shrink-0', ink)} aria-hidden />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-sm">{children}</div>}
      </div>
    </div>
  )
}

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('h-4 animate-pulse rounded-sm bg-hover', className)} />
}

/** Names and values, in two columns that fold into one on a phone. */
export function Facts({
  rows,
  className,
}: {
  rows: { name: ReactNode; value: ReactNode }[]
  className?: string
}) {
  return (
    <dl className={cn('grid grid-cols-1 gap-x-6 gap-y-1.5 sm:grid-cols-[max-content_1fr]', className)}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are drawn once, in a fixed order
        <div key={index} className="contents">
          <dt className="text-ink-muted text-sm max-sm:mt-1">{row.name}</dt>
          <dd className="min-w-0 break-words">{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}
