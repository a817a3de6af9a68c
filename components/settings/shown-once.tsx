import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy'
import { Notice } from '@/components/ui/layout'

/** A secret that is drawn this one time. */
export function ShownOnce({
  title,
  value,
  label,
  children,
}: {
  title: string
  value: string
  /** `Copy token` */
  label: string
  children: ReactNode
}) {
  return (
    <Notice tone="good" title={title} role="status">
      <div className="mt-1 flex items-start gap-2">
        <code className="min-w-0 flex-1 break-all rounded-sm border bg-canvas px-2 py-1">{value}</code>
        <CopyButton value={value} label={label}>
          {label}
        </CopyButton>
      </div>
      <p className="mt-1.5">{children}</p>
    </Notice>
  )
}
