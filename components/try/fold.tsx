'use client'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Field } from '@/lib/catalogue/types'
import { cn } from '@/lib/classes'

/** Fields behind one line that names them. */
export function Fold({
  title,
  fields,
  isOpen,
  onToggle,
  children,
}: {
  title: string
  fields: readonly Field[]
  isOpen: boolean
  onToggle: () => void
  children: ReactNode
}) {
  return (
    <div className="min-w-0">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex w-full min-w-0 items-center gap-1.5 rounded-sm py-1.5 text-left text-sm hover:bg-hover"
      >
        <ChevronRight
          aria-hidden
          className={cn('size-4 shrink-0 text-ink-faint transition-transform', isOpen && 'rotate-90')}
        />
        <span className="shrink-0 font-medium">{title}</span>
        <span className="truncate font-mono text-ink-muted">
          {fields.map((field) => field.name).join(' · ')}
        </span>
      </button>
      {isOpen && children}
    </div>
  )
}
