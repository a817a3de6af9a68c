'use client'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useOnDemand } from '@/components/ui/on-demand'
import { applyTheme, type Theme } from './theme'

const load = () => import('./member-menu-content')
const MemberMenuContent = lazy(() => load().then((module) => ({ default: module.MemberMenuContent })))

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase()

export function MemberMenu({
  name,
  role,
  theme: initialTheme,
  onShortcuts,
  signOut,
}: {
  name: string
  role: string
  theme: Theme
  onShortcuts: () => void
  signOut: () => Promise<void>
}) {
  const { isWanted, trigger } = useOnDemand(load, 'menu')
  const [theme, setTheme] = useState(initialTheme)
  const choose = (next: Theme) => {
    setTheme(next)
    applyTheme(next)
  }
  const look = {
    variant: 'ghost',
    size: 'icon',
    'aria-label': `${name}, ${role}: account and appearance`,
    children: (
      <span className="flex size-6 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent text-xs">
        {initials(name) || '?'}
      </span>
    ),
  } as const
  const waiting = <Button {...look} {...trigger} />
  if (!isWanted) return waiting
  return (
    <Suspense fallback={waiting}>
      <MemberMenuContent
        button={<Button {...look} />}
        name={name}
        role={role}
        theme={theme}
        onTheme={choose}
        onShortcuts={onShortcuts}
        signOut={signOut}
      />
    </Suspense>
  )
}
