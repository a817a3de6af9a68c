import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy'

/** What a tool found out: announced when it changes, copied in one click. */
export function Result({ label, value, children }: { label: string; value: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium text-sm">{label}</p>
      <div className="flex items-start gap-1 rounded border bg-surface py-1 pr-1 pl-3">
        <output aria-label={label} className="min-w-0 flex-1 break-all py-0.5 font-mono text-sm">
          {value}
        </output>
        <CopyButton value={value} label="Copy" />
      </div>
      {children}
    </div>
  )
}
