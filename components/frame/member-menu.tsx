'use client'
import { Keyboard, LogOut, Monitor, Moon, Settings, Sun, UserRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
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
import type { Theme } from './theme'

const themes = [
  { value: 'system', label: 'As the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

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
  const router = useRouter()
  const [theme, setTheme] = useState(initialTheme)
  const choose = (next: Theme) => {
    setTheme(next)
    document.documentElement.dataset.theme = next
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from two of the browsers we serve
    document.cookie = `jaribu-theme=${next}; path=/; max-age=31536000; samesite=lax`
  }
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={`${name}, ${role}: account and appearance`}>
          <span className="flex size-6 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent text-xs">
            {initials(name) || <UserRound />}
          </span>
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuLabel>
          {name} · {role}
        </MenuLabel>
        <MenuItem onSelect={() => router.push('/settings/account')}>
          <Settings aria-hidden /> Account
        </MenuItem>
        <MenuItem onSelect={onShortcuts}>
          <Keyboard aria-hidden /> Keyboard shortcuts
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>Appearance</MenuLabel>
        {themes.map(({ value, label, icon: Icon }) => (
          <MenuChoice key={value} chosen={theme === value} onSelect={() => choose(value)}>
            <Icon aria-hidden /> {label}
          </MenuChoice>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => void signOut()}>
          <LogOut aria-hidden /> Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
