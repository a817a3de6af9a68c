'use client'
import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { cn } from '@/lib/classes'
import type { SystemNavigation } from '@/lib/derive/navigation'
import { isCurrent, type PageLink, type PageLinks, statusMark } from './navigation'

const linkClasses = (current: boolean) =>
  cn(
    'flex min-h-7 items-center gap-2 rounded px-2 py-1 text-ink-muted hover:bg-hover hover:text-ink',
    current && 'bg-hover font-medium text-ink',
  )

/**
 * Navigation: the pages and the utilities stand still; between them one system at a time shows its operations, as its
 * portal groups them, in a list that scrolls by itself. `onGo` closes the sheet on a phone.
 */
export function Sidebar({
  pages,
  systems,
  onGo,
}: {
  pages: PageLinks
  systems: SystemNavigation[]
  onGo?: () => void
}) {
  const pathname = usePathname()
  const here = systems.find(({ id }) => pathname.startsWith(`/try/${id}/`))?.id
  const [open, setOpen] = useState({ at: here, id: here ?? systems[0]?.id })
  // The page decides which system is open, until somebody opens another.
  if (here !== undefined && here !== open.at) setOpen({ at: here, id: here })
  return (
    <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col overflow-y-auto px-2">
      <div className="shrink-0 border-b py-2">
        <Pages pages={pages.main} onGo={onGo} />
      </div>
      <div className="flex min-h-72 flex-1 flex-col gap-1 py-2">
        {systems.map((system) => (
          <SystemLinks
            key={system.id}
            system={system}
            isOpen={system.id === open.id}
            onOpen={(isOpen) => setOpen({ at: here, id: isOpen ? system.id : undefined })}
            onGo={onGo}
          />
        ))}
      </div>
      <div className="shrink-0 border-t py-2">
        <Pages pages={pages.side} onGo={onGo} />
      </div>
    </nav>
  )
}

function Pages({ pages, onGo }: { pages: PageLink[]; onGo?: () => void }) {
  const pathname = usePathname()
  return (
    <ul className="flex flex-col gap-px">
      {pages.map(({ href, label, icon }) => {
        const current = isCurrent(pathname, href)
        return (
          <li key={href}>
            <Link
              href={href}
              onClick={onGo}
              aria-current={current ? 'page' : undefined}
              className={linkClasses(current)}
            >
              {icon}
              {label}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

function SystemLinks({
  system,
  isOpen,
  onOpen,
  onGo,
}: {
  system: SystemNavigation
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onGo?: () => void
}) {
  const pathname = usePathname()
  const here = pathname.startsWith(`/try/${system.id}/`)
  const [filter, setFilter] = useState('')
  const currentLink = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (here && isOpen) currentLink.current?.scrollIntoView({ block: 'nearest' })
  }, [here, isOpen])
  const wanted = filter.trim().toLowerCase()
  const groups = system.groups
    .map((group) => ({
      ...group,
      operations: group.operations.filter(
        (operation) =>
          !wanted || operation.title.toLowerCase().includes(wanted) || operation.name.includes(wanted),
      ),
    }))
    .filter((group) => group.operations.length > 0)
  return (
    <section aria-label={system.title} className={cn(isOpen && 'flex min-h-0 flex-1 flex-col')}>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
        className="flex w-full items-center gap-1 rounded px-2 py-1 font-semibold text-ink-muted text-xs tracking-wide hover:bg-hover"
      >
        <ChevronRight className={cn('size-3.5 transition-transform', isOpen && 'rotate-90')} aria-hidden />
        {system.short}
      </button>
      {isOpen && (
        <div className="mt-1 min-h-0 flex-1 overflow-y-auto overscroll-contain">
          <input
            type="search"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            aria-label={`Filter ${system.title} operations`}
            placeholder="Filter operations"
            className="mb-1 h-7 w-full rounded border border-transparent bg-transparent px-2 text-sm placeholder:text-ink-faint hover:border-line focus:border-line-strong focus:bg-canvas"
          />
          {groups.length === 0 && (
            <p className="px-2 py-1 text-ink-muted text-sm">No operation has “{filter}” in its name.</p>
          )}
          {groups.map((group) => (
            <div key={group.title} className="pb-1.5">
              <h3 className="px-2 py-0.5 text-ink-faint text-xs">{group.title}</h3>
              <ul>
                {group.operations.map((operation) => {
                  const href = `/try/${system.id}/${operation.name}`
                  const current = pathname === href
                  const mark = statusMark(operation.status)
                  return (
                    <li key={operation.id}>
                      <Link
                        ref={current ? currentLink : undefined}
                        href={href}
                        prefetch={false}
                        onClick={onGo}
                        aria-current={current ? 'page' : undefined}
                        className={cn(linkClasses(current), 'justify-between pl-3 text-sm')}
                      >
                        <span className="min-w-0 truncate" title={operation.title}>
                          {operation.title}
                        </span>
                        {mark && <span className="shrink-0 font-normal text-ink-faint text-xs">{mark}</span>}
                      </Link>
                    </li>
                  )
                })}
              </ul>
            </div>
          ))}
        </div>
      )}
    </section>
  )
}
