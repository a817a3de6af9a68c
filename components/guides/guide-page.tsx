import Link from 'next/link'
import { tryPath } from '@/components/runs/words'
import { PageHeader, Section } from '@/components/ui/layout'
import type { Guide } from '@/lib/guides/types'
import { Blocks } from './blocks'
import type { Lookup } from './lookup'

type Neighbour = { slug: string; title: string } | undefined

/** One guide: its sections, what is on the page, and the forms that it belongs to. */
export function GuidePage({
  guide,
  lookup,
  forms,
  before,
  after,
}: {
  guide: Guide
  lookup: Lookup
  /** Operations beside whose forms it stands. */
  forms: { id: string; title: string; system: string }[]
  before: Neighbour
  after: Neighbour
}) {
  return (
    <>
      <GuidePath>{guide.group}</GuidePath>
      <PageHeader title={guide.title} description={guide.summary} />
      <div className="grid min-w-0 gap-x-10 xl:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="min-w-0">
          {guide.sections.map((section) => (
            <div key={section.id} id={section.id} className="scroll-mt-14">
              <Section title={section.title}>
                <Blocks blocks={section.blocks} lookup={lookup} />
              </Section>
            </div>
          ))}
          <nav aria-label="Other guides" className="flex flex-wrap justify-between gap-4 border-t py-4">
            {before ? <Neighbouring guide={before} word="Before" /> : <span />}
            {after && <Neighbouring guide={after} word="Next" />}
          </nav>
        </div>
        <aside className="min-w-0 text-sm max-xl:border-t max-xl:pt-4" aria-label="Beside this guide">
          <nav aria-label="On this page" className="xl:sticky xl:top-16">
            <h2 className="mb-1 font-semibold text-ink-muted text-xs">On this page</h2>
            <ul className="mb-4">
              {guide.sections.map(({ id, title }) => (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    className="inline-block py-1 text-accent underline-offset-3 hover:underline"
                  >
                    {title}
                  </a>
                </li>
              ))}
            </ul>
            <h2 className="mb-1 font-semibold text-ink-muted text-xs">Forms</h2>
            <ul>
              {forms.map(({ id, title, system }) => (
                <li key={id}>
                  <Link
                    href={tryPath(id)}
                    prefetch={false}
                    className="inline-block py-1 text-accent underline-offset-3 hover:underline"
                  >
                    {title}
                  </Link>
                  {guide.systems.length > 1 && <span className="text-ink-faint"> {system}</span>}
                </li>
              ))}
            </ul>
          </nav>
        </aside>
      </div>
    </>
  )
}

export function GuidePath({ children }: { children: string }) {
  return (
    <p className="mb-1 text-ink-muted text-sm">
      <Link href="/guides" className="underline-offset-3 hover:underline">
        Guides
      </Link>
      {' / '}
      {children}
    </p>
  )
}

function Neighbouring({ guide, word }: { guide: NonNullable<Neighbour>; word: string }) {
  return (
    <Link href={`/guides/${guide.slug}`} className="group">
      <span className="block text-ink-muted text-xs">{word}</span>
      <span className="text-accent underline-offset-3 group-hover:underline">{guide.title}</span>
    </Link>
  )
}
