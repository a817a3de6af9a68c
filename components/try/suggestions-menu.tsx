'use client'
import type { ReactElement } from 'react'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu-parts'

/** A value that a field may be given, and what it is. */
export type Suggestion = { value: string; what: string }

/** Begins open: it is fetched for the click that opens it. */
export function SuggestionsMenu({
  button,
  suggestions,
  onPick,
}: {
  button: ReactElement
  suggestions: readonly Suggestion[]
  onPick: (value: string) => void
}) {
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{button}</MenuTrigger>
      <MenuContent align="end" className="max-w-[min(36rem,calc(100vw-2rem))]">
        {suggestions.map(({ value, what }) => (
          <MenuItem key={value} onSelect={() => onPick(value)}>
            <span className="min-w-0 truncate font-mono">{value}</span>
            <span className="shrink-0 text-ink-muted">{what}</span>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
