'use client'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type RefObject, useDeferredValue, useState } from 'react'
import type { ChooseEnvironment } from '@/components/environments/environment-switch'
import { useQuery } from '@/components/live/queries'
import { Dialog, DialogContent, useReturnFocus } from '@/components/ui/dialog-parts'
import { useToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api/client'
import type { SystemNavigation } from '@/lib/derive/navigation'
import { statusMark } from './navigation'
import { innerPages, mainPages, sidePages } from './pages'

const find = async (text: string, signal: AbortSignal) =>
  (await callApi('GET /search', { query: { q: text }, signal })).hits

export type PaletteProps = {
  systems: SystemNavigation[]
  environments: { slug: string; name: string; kind: string }[]
  chooseEnvironment: ChooseEnvironment
}

/** Operations, environments, pages, and whatever the workspace holds for the text. */
export function PaletteDialog({
  open,
  onOpenChange,
  systems,
  environments,
  chooseEnvironment,
  typedEarly,
}: PaletteProps & {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Typed before this was there: the text to start with. */
  typedEarly: RefObject<string>
}) {
  const router = useRouter()
  const say = useToast()
  const returnFocus = useReturnFocus(open)
  const [text, setText] = useState(() => typedEarly.current)
  const wanted = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => find(wanted, signal),
    enabled: open && wanted.length >= 2,
  })

  const go = (href: string) => {
    onOpenChange(false)
    setText('')
    router.push(href)
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Search or jump" hideTitle className="overflow-hidden p-0" {...returnFocus}>
        <Command label="Search or jump" className="flex min-h-0 flex-col">
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
            {found.data && found.data.length > 0 && (
              <Command.Group heading="In this workspace">
                {found.data.map((hit) => (
                  <Row
                    key={`${hit.kind}${hit.href}`}
                    value={`${wanted} ${hit.kind} ${hit.href}`}
                    title={hit.title}
                    detail={hit.detail}
                    onSelect={() => go(hit.href)}
                  />
                ))}
              </Command.Group>
            )}
            {systems.map((system) => (
              <Command.Group key={system.id} heading={system.title}>
                {system.groups.flatMap((group) =>
                  group.operations.map((operation) => (
                    <Row
                      key={operation.id}
                      value={`${operation.title} ${operation.id} ${group.title}`}
                      title={operation.title}
                      detail={[group.title, statusMark(operation.status)].filter(Boolean).join(' · ')}
                      onSelect={() => go(`/try/${system.id}/${operation.name}`)}
                    />
                  )),
                )}
              </Command.Group>
            ))}
            <Command.Group heading="Switch environment">
              {environments.map((environment) => (
                <Row
                  key={environment.slug}
                  value={`environment ${environment.name} ${environment.slug}`}
                  title={environment.name}
                  detail={environment.kind}
                  onSelect={() => {
                    onOpenChange(false)
                    void chooseEnvironment({ environment: environment.slug }).then((result) => {
                      if (result.ok) router.refresh()
                      else say(result.message, 'bad')
                    })
                  }}
                />
              ))}
            </Command.Group>
            <Command.Group heading="Pages">
              {[...mainPages, ...innerPages, ...sidePages].map((page) => (
                <Row
                  key={page.href}
                  value={`page ${page.label}`}
                  title={page.label}
                  detail=""
                  onSelect={() => go(page.href)}
                />
              ))}
              <Row
                value="new go live sheet test cases"
                title="New Go-Live sheet"
                detail="Go live"
                onSelect={() => go('/go-live?new=1')}
              />
              <Row
                value="page codes errors"
                title="Codes"
                detail="Reference"
                onSelect={() => go('/reference/codes')}
              />
              <Row
                value="page terms words names glossary across systems"
                title="Terms across systems"
                detail="Reference"
                onSelect={() => go('/reference/terms')}
              />
            </Command.Group>
          </Command.List>
        </Command>
      </DialogContent>
    </Dialog>
  )
}

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
      className="flex cursor-default items-center justify-between gap-4 rounded-sm px-2 py-1.5 data-[selected=true]:bg-hover"
    >
      <span className="min-w-0 truncate">{title}</span>
      <span className="shrink-0 text-ink-muted text-sm">{detail}</span>
    </Command.Item>
  )
}
