'use client'
import { ChevronsUpDown, Plus, Server } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useLive } from '@/components/live/live-provider'
import { KindBadge } from '@/components/payments/verdict'
import { Button } from '@/components/ui/button'
import {
  Menu,
  MenuChoice,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu'
import { useToast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/auth/action-result'
import { cn } from '@/lib/classes'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import type { EnvironmentBrief } from '@/lib/workspace/environments/brief'

export type ChooseEnvironment = (input: { environment: string }) => Promise<ActionResult<{ slug: string }>>

/** Where requests go, on every page, changed in one click. */
export function EnvironmentSwitch({
  environments,
  currentId,
  choose,
}: {
  environments: EnvironmentBrief[]
  currentId: string
  choose: ChooseEnvironment
}) {
  const router = useRouter()
  const say = useToast()
  const [isPending, startTransition] = useTransition()
  useLive('environment', () => router.refresh())
  const current = environments.find((one) => one.id === currentId) ?? environments[0]
  const pick = (environment: EnvironmentBrief) =>
    startTransition(async () => {
      const result = await choose({ environment: environment.id })
      if (result.ok) router.refresh()
      else say(result.message, 'bad')
    })
  const systems = [...new Set(environments.map((one) => one.systemTitle))]
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button
          variant={current?.kind === 'production' ? 'production' : 'ghost'}
          size="sm"
          data-slot="environment-switch"
          className="min-w-0 shrink"
          aria-label={
            current ? `Environment: ${current.name}, ${environmentKindWords[current.kind]}` : 'Environment'
          }
          aria-busy={isPending}
        >
          <span className={cn('truncate', isPending && 'opacity-55')}>
            {current?.name ?? 'No environment'}
          </span>
          <ChevronsUpDown className="opacity-70" />
        </Button>
      </MenuTrigger>
      <MenuContent align="start" className="w-72 max-w-[calc(100vw-16px)]">
        {systems.map((system) => (
          <div key={system}>
            <MenuLabel>{system}</MenuLabel>
            {environments
              .filter((one) => one.systemTitle === system)
              .map((one) => (
                <MenuChoice key={one.id} chosen={one.id === current?.id} onSelect={() => pick(one)}>
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
