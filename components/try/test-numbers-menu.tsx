'use client'
import type { ReactElement } from 'react'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu-parts'

export type TestNumber = { msisdn: string; what: string }

/** Begins open: it is fetched for the click that opens it. */
export function TestNumbersMenu({
  button,
  numbers,
  onPick,
}: {
  button: ReactElement
  numbers: readonly TestNumber[]
  onPick: (msisdn: string) => void
}) {
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{button}</MenuTrigger>
      <MenuContent align="end">
        {numbers.map((number) => (
          <MenuItem key={number.msisdn} onSelect={() => onPick(number.msisdn)}>
            <span className="font-mono">{number.msisdn}</span>
            <span className="text-ink-muted">{number.what}</span>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
