'use client'
import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Values } from '@/lib/wire/types'

/** What was typed into the body that the entry does not have: sent as it is, and easily dropped. */
export function UnknownFields({
  names,
  values,
  disabled,
  onRemove,
}: {
  names: readonly string[]
  values: Values
  disabled: boolean
  onRemove: (name: string) => void
}) {
  if (names.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 py-1" aria-label="Fields that are not documented">
      {names.map((name) => (
        <li key={name} className="flex items-center gap-3 text-sm">
          <span className="truncate font-mono">{name}</span>
          <code className="min-w-0 flex-1 truncate text-ink-muted">{JSON.stringify(values[name])}</code>
          <span className="shrink-0 text-ink-muted">not documented</span>
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={`Remove ${name}`}
            disabled={disabled}
            onClick={() => onRemove(name)}
          >
            <X />
          </Button>
        </li>
      ))}
    </ul>
  )
}
