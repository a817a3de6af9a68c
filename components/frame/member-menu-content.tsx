'use client'
import { Keyboard, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react'
import { useRouter } from 'next/navigation'
import type { ReactElement } from 'react'
import {
  Menu,
  MenuChoice,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu-parts'
import type { Theme } from './theme'

const themes = [
  { value: 'system', label: 'As the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

export function MemberMenuContent({
  button,
  name,
  role,
  theme,
  onTheme,
  onShortcuts,
  signOut,
}: {
  button: ReactElement
  name: string
  role: string
  theme: Theme
  onTheme: (theme: Theme) => void
  onShortcuts: () => void
  signOut: () => Promise<void>
}) {
  const router = useRouter()
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{button}</MenuTrigger>
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
          <MenuChoice key={value} chosen={theme === value} onSelect={() => onTheme(value)}>
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
