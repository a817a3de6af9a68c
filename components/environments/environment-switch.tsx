'use client'
import { ChevronsUpDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { lazy, Suspense, useTransition } from 'react'
import { useLive } from '@/components/live/live-provider'
import { Button } from '@/components/ui/button'
import { useOnDemand } from '@/components/ui/on-demand'
import { useToast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/auth/action-result'
import { cn } from '@/lib/classes'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import type { EnvironmentBrief } from '@/lib/workspace/environments/brief'

const load = () => import('./environment-menu')
const EnvironmentMenu = lazy(() => load().then((module) => ({ default: module.EnvironmentMenu })))

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
  const { isWanted, trigger } = useOnDemand(load, 'menu')
  const [isPending, startTransition] = useTransition()
  useLive('environment', () => router.refresh())
  const current = environments.find((one) => one.id === currentId) ?? environments[0]
  const pick = (environment: EnvironmentBrief) =>
    startTransition(async () => {
      const result = await choose({ environment: environment.id })
      if (result.ok) router.refresh()
      else say(result.message, 'bad')
    })
  const look = {
    variant: current?.kind === 'production' ? 'production' : 'ghost',
    size: 'sm',
    'data-slot': 'environment-switch',
    className: 'min-w-0 shrink',
    'aria-label': current
      ? `Environment: ${current.name}, ${environmentKindWords[current.kind]}`
      : 'Environment',
    'aria-busy': isPending,
    children: (
      <>
        <span className={cn('truncate', isPending && 'opacity-55')}>{current?.name ?? 'No environment'}</span>
        <ChevronsUpDown className="opacity-70" />
      </>
    ),
  } as const
  const waiting = <Button {...look} {...trigger} />
  if (!isWanted) return waiting
  return (
    <Suspense fallback={waiting}>
      <EnvironmentMenu
        button={<Button {...look} />}
        environments={environments}
        current={current}
        onPick={pick}
      />
    </Suspense>
  )
}
