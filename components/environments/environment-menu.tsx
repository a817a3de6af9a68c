'use client'
import { Plus, Server } from 'lucide-react'
import Link from 'next/link'
import type { ReactElement } from 'react'
import { KindBadge } from '@/components/payments/verdict'
import {
  Menu,
  MenuChoice,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu-parts'
import type { EnvironmentBrief } from '@/lib/workspace/environments/brief'

/** Begins open: it is fetched for the click that opens it. */
export function EnvironmentMenu({
  button,
  environments,
  current,
  onPick,
}: {
  button: ReactElement
  environments: EnvironmentBrief[]
  current: EnvironmentBrief | undefined
  onPick: (environment: EnvironmentBrief) => void
}) {
  const systems = [...new Set(environments.map((one) => one.systemTitle))]
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{button}</MenuTrigger>
      <MenuContent align="start" className="w-72 max-w-[calc(100vw-16px)]">
        {systems.map((system) => (
          <div key={system}>
            <MenuLabel>{system}</MenuLabel>
            {environments
              .filter((one) => one.systemTitle === system)
              .map((one) => (
                <MenuChoice key={one.id} chosen={one.id === current?.id} onSelect={() => onPick(one)}>
                  <span className="min-w-0 flex-1 truncate">{one.name}</span>
                  <KindBadge kind={one.kind} />
                </MenuChoice>
              ))}
          </div>
        ))}
        <MenuSeparator />
        {current && (
          <MenuItem asChild>
            <Link href={`/environments/${current.slug}`}>
              <Server aria-hidden />
              Edit {current.name}
            </Link>
          </MenuItem>
        )}
        <MenuItem asChild>
          <Link href="/environments?new=1">
            <Plus aria-hidden />
            New environment
          </Link>
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
