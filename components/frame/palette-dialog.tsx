'use client'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { ChooseEnvironment } from '@/components/environments/environment-switch'
import { useQuery } from '@/components/live/queries'
import { Dialog, DialogContent, useReturnFocus } from '@/components/ui/dialog-parts'
import { useToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api/client'
import type { SystemNavigation } from '@/lib/derive/navigation'
import { findEntries, grouped, type PaletteEntry, paletteEntries } from './palette-entries'
import { type Place, recentPlaces, rememberPlace } from './recent-places'
import { applyTheme } from './theme'

const find = async (text: string, signal: AbortSignal) =>
  (await callApi('GET /search', { query: { q: text }, signal })).hits

export type PaletteProps = {
  systems: SystemNavigation[]
  environments: { slug: string; name: string; kind: string }[]
  chooseEnvironment: ChooseEnvironment
}

type Shown = PaletteProps & {
  onOpenChange: (open: boolean) => void
  /** Typed before this was there: the text to start with. */
  typedEarly: RefObject<string>
}

/** Pages, operations, environments, commands, and whatever the workspace holds for the text. */
export function PaletteDialog({ open, ...props }: Shown & { open: boolean }) {
  const returnFocus = useReturnFocus(open)
  // Opened again before it has quite gone, it begins empty too.
  const [last, setLast] = useState({ open, times: 0 })
  if (open !== last.open) setLast({ open, times: last.times + (open ? 1 : 0) })
  return (
    <Dialog open={open} onOpenChange={props.onOpenChange}>
      <DialogContent title="Search or jump" hideTitle className="overflow-hidden p-0" {...returnFocus}>
        {/* Drawn anew at each opening, so that it begins empty. */}
        <Finder key={last.times} {...props} />
      </DialogContent>
    </Dialog>
  )
}

/** Empty it shows where one was lately and the pages; what the server finds stands below what is known at once. */
function Finder({ systems, environments, chooseEnvironment, onOpenChange, typedEarly }: Shown) {
  const router = useRouter()
  const say = useToast()
  const [text, setText] = useState(typedEarly.current)
  useEffect(() => {
    typedEarly.current = ''
  }, [typedEarly])
  const [recent] = useState(recentPlaces)
  const wanted = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => find(wanted, signal),
    enabled: wanted.length >= 2,
  })
  const entries = useMemo(() => paletteEntries(systems, environments), [systems, environments])
  const shown = text.trim()
    ? findEntries(entries, text)
    : entries.filter(({ group }) => group === 'Pages' || group === 'Commands')

  const go = (place: Place) => {
    rememberPlace(place)
    onOpenChange(false)
    router.push(place.href)
  }
  const act = (entry: PaletteEntry) => {
    if (entry.act.kind === 'go') return go({ ...entry.act, title: entry.title, detail: entry.detail })
    onOpenChange(false)
    if (entry.act.kind === 'theme') return applyTheme(entry.act.theme)
    void chooseEnvironment({ environment: entry.act.slug }).then((result) => {
      if (result.ok) router.refresh()
      else say(result.message, 'bad')
    })
  }

  return (
    <Command label="Search or jump" shouldFilter={false} className="flex min-h-0 flex-col">
      <div className="flex items-center gap-2 border-b px-3">
        <Search className="size-4 shrink-0 text-ink-muted" aria-hidden />
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder="Operation, environment, receipt, phone, code…"
          className="h-11 w-full bg-transparent outline-none placeholder:text-ink-faint"
        />
      </div>
      <Command.List className="max-h-[56vh] overflow-y-auto p-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:text-xs">
        <Command.Empty className="px-3 py-6 text-ink-muted">
          {found.isFetching
            ? 'Searching…'
            : 'Nothing found. Try a receipt, a phone number or a part of a body.'}
        </Command.Empty>
        {found.isError && <p className="px-3 py-2 text-failed">{found.error.message}</p>}
        {!text.trim() && recent.length > 0 && (
          <Command.Group heading="Recent">
            {recent.map((place) => (
              <Row key={place.href} value={`recent ${place.href}`} {...place} onSelect={() => go(place)} />
            ))}
          </Command.Group>
        )}
        {grouped(shown).map(([group, rows]) => (
          <Command.Group key={group} heading={group}>
            {rows.map((entry) => (
              <Row
                key={entry.key}
                value={entry.key}
                title={entry.title}
                detail={entry.detail}
                onSelect={() => act(entry)}
              />
            ))}
          </Command.Group>
        ))}
        {found.data && found.data.length > 0 && (
          <Command.Group heading="In this workspace">
            {found.data.map((hit) => (
              <Row
                key={`${hit.kind}${hit.href}`}
                value={`found ${hit.kind} ${hit.href}`}
                title={hit.title}
                detail={hit.detail}
                onSelect={() => go(hit)}
              />
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command>
  )
}

/** The title keeps its room: what is said of it is cut first. */
function Row({
  value,
  title,
  detail,
  onSelect,
}: {
  value: string
  title: string
  detail: string
  onSelect: () => void
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="grid cursor-default grid-cols-[minmax(0,max-content)_minmax(0,1fr)] items-baseline gap-4 rounded-sm px-2 py-1.5 data-[selected=true]:bg-hover"
    >
      <span className="truncate">{title}</span>
      <span className="truncate text-right text-ink-muted text-sm">{detail}</span>
    </Command.Item>
  )
}
