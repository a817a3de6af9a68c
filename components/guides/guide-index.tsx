'use client'
import Link from 'next/link'
import { useDeferredValue } from 'react'
import { useIndexFilter } from '@/components/lists/use-index-filter'
import { useQuery } from '@/components/live/queries'
import { Input } from '@/components/ui/input'
import { EmptyState, Notice } from '@/components/ui/layout'
import { callApi } from '@/lib/api/client'
import { guideGroups } from '@/lib/guides/types'
import type { GuideList } from '@/lib/workspace/guides/views'

/** A longer search finds nothing. */
const longest = 200

const lists = [
  {
    slug: 'limits',
    href: '/reference/limits',
    title: 'What the APIs cannot do',
    summary: 'And where to do it instead: the organisation portal, the phone, support.',
  },
  {
    slug: 'inconsistencies',
    href: '/reference/inconsistencies',
    title: 'Inconsistencies of the APIs',
    summary: 'Where the systems contradict themselves or their documents, with the evidence.',
  },
]

/** Every guide by group, or the places in which some words stand. */
export function GuideIndex({ first, asked }: { first: GuideList; asked: string }) {
  const { text, setText, settle } = useIndexFilter()
  const wanted = useDeferredValue(text.trim().slice(0, longest))
  const found = useQuery({
    queryKey: ['guides', wanted],
    queryFn: ({ signal }) => callApi('GET /guides', { query: { q: wanted }, signal }),
    initialData: wanted === asked.trim() ? first : undefined,
    placeholderData: (before) => before,
    enabled: wanted !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const hits = wanted === '' ? null : (found.data?.hits ?? null)

  return (
    <>
      <search>
        <form method="dialog" onSubmit={(event) => event.preventDefault()} className="mb-4">
          <Input
            type="search"
            aria-label="Search the guides"
            placeholder="Search titles and text: passkey, INS-996, 90 days…"
            className="max-w-md"
            maxLength={longest}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={settle}
          />
        </form>
      </search>
      <p aria-live="polite" className="sr-only">
        {hits && `${hits.length} places found`}
      </p>
      {found.isError && wanted !== '' && (
        <Notice tone="bad" title="The search failed">
          {found.error.message}
        </Notice>
      )}
      {hits === null ? (
        <Contents list={first} />
      ) : hits.length === 0 ? (
        <EmptyState title={`No guide holds “${wanted.slice(0, 60)}”.`}>
          Try fewer words, or look among the{' '}
          <Link
            href={`/reference/codes?q=${encodeURIComponent(wanted)}`}
            className="text-accent underline underline-offset-3"
          >
            codes and messages
          </Link>
          .
        </EmptyState>
      ) : (
        <ol aria-label="Places found" className="border-t">
          {hits.map((hit) => (
            <li key={`${hit.slug} ${hit.section?.id}`} className="border-b py-2">
              <Link
                href={`/guides/${hit.slug}${hit.section ? `#${hit.section.id}` : ''}`}
                className="font-medium text-accent underline-offset-3 hover:underline"
              >
                {hit.title}
                {hit.section && `: ${hit.section.title}`}
              </Link>
              <p className="max-w-3xl text-ink-muted text-sm">{hit.excerpt}</p>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function Contents({ list }: { list: GuideList }) {
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <Group
        title="When something fails"
        items={list.trees.map((tree) => ({ ...tree, href: `/guides/${tree.slug}` }))}
      />
      {guideGroups.map((group) => (
        <Group
          key={group}
          title={group}
          items={list.guides
            .filter((guide) => guide.group === group)
            .map((guide) => ({ ...guide, href: `/guides/${guide.slug}` }))}
        />
      ))}
      <Group title="Good to know beforehand" items={lists} />
    </div>
  )
}

function Group({
  title,
  items,
}: {
  title: string
  items: { slug: string; href: string; title: string; summary: string }[]
}) {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="mb-1 border-b pb-1 font-semibold text-ink-muted text-sm">{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.slug} className="py-1.5">
            <Link href={item.href} className="font-medium text-accent underline-offset-3 hover:underline">
              {item.title}
            </Link>
            <p className="text-ink-muted text-sm">{item.summary}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
