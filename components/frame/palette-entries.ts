import { tools } from '@/components/tools/tool-list'
import type { SystemNavigation } from '@/lib/derive/navigation'
import { statusMark } from './navigation'
import { innerPages, mainPages, sidePages } from './pages'
import type { Theme } from './theme'

/** What choosing an entry does. */
type PaletteAct =
  | { kind: 'go'; href: string }
  | { kind: 'environment'; slug: string }
  | { kind: 'theme'; theme: Theme }

export type PaletteEntry = {
  key: string
  group: string
  title: string
  detail: string
  /** Other words that people look for it by. */
  words: string
  act: PaletteAct
}

const page = (href: string, title: string, words = '', detail = ''): PaletteEntry => ({
  key: href,
  group: 'Pages',
  title,
  detail,
  words,
  act: { kind: 'go', href },
})

const theme = (value: Theme, title: string): PaletteEntry => ({
  key: `theme ${value}`,
  group: 'Commands',
  title,
  detail: 'Appearance',
  words: 'theme colours mode appearance',
  act: { kind: 'theme', theme: value },
})

const pages: PaletteEntry[] = [
  ...[...mainPages, ...sidePages, ...innerPages].map(({ href, label }) => page(href, label)),
  page('/settings/account', 'Account', 'settings password name e-mail profile', 'Settings'),
  page('/settings/members', 'Members', 'settings people team roles invite invitation', 'Settings'),
  page('/settings/tokens', 'API tokens', 'settings script key bearer', 'Settings'),
  page('/settings/workspace', 'Workspace', 'settings team name keep history', 'Settings'),
  page('/settings/audit', 'Audit', 'settings log who did what', 'Settings'),
  page('/settings/about', 'About', 'settings version', 'Settings'),
  page('/reference/codes', 'Codes', 'errors results meaning', 'Reference'),
  page('/reference/limits', 'Limits', 'amounts length maximum', 'Reference'),
  page('/reference/terms', 'Terms across systems', 'words names glossary', 'Reference'),
  page('/sandbox?tab=code', 'Use it from your code', 'base url credentials env recipe', 'Sandbox'),
  ...tools.map(({ id, label }) => page(`/tools?tool=${id}`, label, '', 'Tools')),
]

const commands: PaletteEntry[] = [
  { ...page('/go-live?new=1', 'New Go-Live sheet', 'test cases', 'Go live'), group: 'Commands' },
  { ...page('/environments?new=1', 'New environment', 'credentials', 'Environments'), group: 'Commands' },
  theme('dark', 'Dark theme'),
  theme('light', 'Light theme'),
  theme('system', 'Theme as the system'),
]

/** All that the palette knows by itself, in the order in which equals are shown. */
export const paletteEntries = (
  systems: readonly SystemNavigation[],
  environments: readonly { slug: string; name: string; kind: string }[],
): PaletteEntry[] => [
  ...pages,
  ...systems.flatMap((system) =>
    system.groups.flatMap((group) =>
      group.operations.map(({ id, name, title, status }) => ({
        key: id,
        group: system.title,
        title,
        detail: [group.title, statusMark(status)].filter(Boolean).join(' · '),
        words: `${id} ${group.title}`,
        act: { kind: 'go', href: `/try/${system.id}/${name}` } as const,
      })),
    ),
  ),
  ...environments.map(({ slug, name, kind }) => ({
    key: `environment ${slug}`,
    group: 'Switch environment',
    title: name,
    detail: kind,
    words: `environment ${slug}`,
    act: { kind: 'environment', slug } as const,
  })),
  ...commands,
]

/** How well an entry answers a text: 0 is its very title, null not at all. */
const rankOf = ({ title, words }: PaletteEntry, text: string): number | null => {
  const wanted = text.trim().toLowerCase()
  const name = title.toLowerCase()
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.includes(` ${wanted}`) || name.includes(`(${wanted}`)) return 2
  const all = `${name} ${words.toLowerCase()}`
  const parts = wanted.split(/\s+/)
  if (parts.every((part) => all.split(/[\s.:()/-]+/).some((word) => word.startsWith(part)))) return 3
  return parts.every((part) => all.includes(part)) ? 4 : null
}

const most = 40

/** Entries that answer a text, the best first; a group stands where its best one does. */
export const findEntries = (entries: readonly PaletteEntry[], text: string): PaletteEntry[] => {
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, text)
    return rank === null ? [] : [{ entry, rank }]
  })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ entry }) => entry)
}

/** Entries under their headings, both in the order in which they come. */
export const grouped = (entries: readonly PaletteEntry[]): [group: string, entries: PaletteEntry[]][] => {
  const groups = new Map<string, PaletteEntry[]>()
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  return [...groups]
}
