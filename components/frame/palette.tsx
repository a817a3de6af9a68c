'use client'
import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useDeferredValue, useEffect, useState } from 'react'
import type { ChooseEnvironment } from '@/components/environments/environment-switch'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import { firstOperation } from '@/lib/catalogue/first-operation'
import type { SystemNavigation } from '@/lib/derive/navigation'
import { mainPages, sidePages, statusMark } from './navigation'
import { isTyping } from './shortcuts'

export type SearchHit = {
  kind: 'run' | 'callback' | 'code' | 'phone' | 'guide'
  title: string
  detail: string
  href: string
}

const find = async (text: string, signal: AbortSignal): Promise<SearchHit[]> => {
  const answer = await fetch(`/api/v1/search?q=${encodeURIComponent(text)}`, { signal })
  if (!answer.ok) throw new Error(`The search answered ${answer.status}.`)
  const { hits } = (await answer.json()) as { hits: SearchHit[] }
  return hits
}

const goto: Record<string, string> = {
  i: '/inbox',
  h: '/history',
  l: '/go-live',
  s: '/sandbox',
  t: firstOperation.path,
  e: '/environments',
  r: '/reference',
  u: '/guides',
  o: '/',
}

/** Opens with Ctrl K or ⌘ K: operations, environments, pages, and whatever the workspace holds for the text. */
export function Palette({
  systems,
  environments,
  chooseEnvironment,
}: {
  systems: SystemNavigation[]
  environments: { slug: string; name: string; kind: string }[]
  chooseEnvironment: ChooseEnvironment
}) {
  const router = useRouter()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => find(wanted, signal),
    enabled: open && wanted.length >= 2,
  })

  useEffect(() => {
    let afterG = false
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen((before) => !before)
        return
      }
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const href = goto[event.key]
      if (afterG && href) {
        event.preventDefault()
        router.push(href)
      }
      afterG = event.key === 'g'
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [router])

  const go = (href: string) => {
    setOpen(false)
    setText('')
    router.push(href)
  }

  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-keyshortcuts="Control+K"
        className="flex h-8 items-center gap-2 rounded border border-line-strong/60 px-2 text-ink-muted hover:bg-hover max-md:w-8 max-md:justify-center max-md:border-0"
      >
        <Search className="size-4" aria-hidden />
        <span className="max-md:sr-only">Search or jump…</span>
        <Kbd className="ml-4 max-md:hidden">Ctrl K</Kbd>
      </button>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent title="Search or jump" hideTitle className="overflow-hidden p-0">
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
                      setOpen(false)
                      void chooseEnvironment({ environment: environment.slug }).then((result) => {
                        if (result.ok) router.refresh()
                        else say(result.message, 'bad')
                      })
                    }}
                  />
                ))}
              </Command.Group>
              <Command.Group heading="Pages">
                {[...mainPages, ...sidePages].map((page) => (
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
    </>
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
