import Link from 'next/link'
import { PageHeader } from '@/components/ui/layout'
import { cn } from '@/lib/classes'
import type { Finding } from '@/lib/guides/types'
import { Evidence, RichText } from './rich-text'

/** A list of limits or inconsistencies, narrowed to one system by the address. */
export function Findings({
  title,
  description,
  path,
  findings,
  systems,
  chosen,
  words,
}: {
  title: string
  description: string
  path: string
  findings: readonly Finding[]
  systems: { id: string; title: string }[]
  chosen: string
  /** What stands before an entry’s detail, and before what Jaribu does. */
  words: { detail: string; jaribu: string }
}) {
  const shown = findings.filter((finding) => chosen === '' || finding.systems.includes(chosen))
  const titles = new Map(systems.map((system) => [system.id, system.title]))
  const choices = [{ id: '', title: 'All' }, ...systems]
  return (
    <>
      <p className="mb-1 text-ink-muted text-sm">
        <Link href="/reference" className="underline-offset-3 hover:underline">
          Reference
        </Link>
      </p>
      <PageHeader title={title} description={description} />
      <nav aria-label="Systems" className="mb-3 flex flex-wrap gap-x-4 gap-y-1 border-b pb-2 text-sm">
        {choices.map((choice) => (
          <Link
            key={choice.id}
            href={choice.id ? `${path}?system=${choice.id}` : path}
            aria-current={choice.id === chosen ? 'page' : undefined}
            className={cn(
              'underline-offset-3 hover:underline',
              choice.id === chosen ? 'font-semibold text-ink' : 'text-accent',
            )}
          >
            {choice.title}
            <span className="ml-1 text-ink-faint text-xs">
              {choice.id ? findings.filter((one) => one.systems.includes(choice.id)).length : findings.length}
            </span>
          </Link>
        ))}
      </nav>
      <ul>
        {shown.map((finding) => (
          <li
            key={finding.id}
            id={finding.id}
            className="grid scroll-mt-14 grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 border-b py-3 md:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <div className="min-w-0">
              <h2 className="font-medium">
                <RichText text={finding.what} />
              </h2>
              <p className="text-ink-muted text-sm">
                {finding.systems.map((id) => titles.get(id) ?? id).join(', ')}
              </p>
            </div>
            <div className="min-w-0 max-w-3xl">
              <p>
                <span className="text-ink-muted text-sm">{words.detail} </span>
                <RichText text={finding.detail} />
              </p>
              {finding.jaribu && (
                <p className="mt-1">
                  <span className="text-ink-muted text-sm">{words.jaribu} </span>
                  <RichText text={finding.jaribu} />
                </p>
              )}
              <p className="mt-1">
                <Evidence sources={finding.sources} unconfirmed={finding.unconfirmed} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
