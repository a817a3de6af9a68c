import {
  ArrowLeftRight,
  BookOpen,
  ChartColumn,
  Compass,
  FlaskConical,
  History,
  House,
  Inbox,
  ListChecks,
  Server,
  Settings,
  Wrench,
} from 'lucide-react'

export const mainPages = [
  { href: '/', label: 'Home', icon: House },
  { href: '/inbox', label: 'Inbox', icon: Inbox },
  { href: '/history', label: 'History', icon: History },
  { href: '/go-live', label: 'Go live', icon: ListChecks },
  { href: '/reports', label: 'Reports', icon: ChartColumn },
  { href: '/sandbox', label: 'Sandbox', icon: FlaskConical },
] as const

export const sidePages = [
  { href: '/guides', label: 'Guides', icon: Compass },
  { href: '/reference', label: 'Reference', icon: BookOpen },
  { href: '/tools', label: 'Tools', icon: Wrench },
  { href: '/environments', label: 'Environments', icon: Server },
  { href: '/settings', label: 'Settings', icon: Settings },
] as const

/** Pages below another one that people jump to. */
export const innerPages = [
  { href: '/sandbox/exchanges', label: 'Exchanges: calls of your software', icon: ArrowLeftRight },
] as const
