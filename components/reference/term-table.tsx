'use client'
import { useMemo } from 'react'
import { hasWords, useIndexFilter } from '@/components/lists/use-index-filter'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { EmptyState, Facts } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import type { SystemTerms, TermUse, terms as termList, WireNames } from '@/lib/catalogue/terms'

type Term = (typeof termList)[number]
export type TermColumn = { id: string; title: string; uses: SystemTerms }

const messages: [keyof WireNames, string][] = [
  ['request', 'request'],
  ['answer', 'answer'],
  ['callback', 'callback'],
]

const textOf = (term: Term, columns: readonly TermColumn[]) =>
  [
    term.title,
    term.about,
    ...columns.flatMap(({ uses }) => {
      const { word, note, wire } = uses[term.id]
      return [word, note, ...messages.flatMap(([message]) => wire?.[message] ?? [])]
    }),
  ].join(' ')

/** One row a thing, one column a system; on a phone, one block a thing. Narrowed by any of the names. */
export function TermTable({ terms, columns }: { terms: readonly Term[]; columns: readonly TermColumn[] }) {
  const { text, setText, settle, clear } = useIndexFilter()
  const shown = useMemo(
    () => terms.filter((term) => hasWords(textOf(term, columns), text)),
    [terms, columns, text],
  )
  return (
    <>
      <search className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Input
          type="search"
          aria-label="Filter terms"
          placeholder="A word or a name on the wire"
          className="max-w-sm"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={settle}
        />
        <p aria-live="polite" className="text-ink-muted text-sm">
          {shown.length} {shown.length === 1 ? 'term' : 'terms'}
        </p>
      </search>
      {shown.length === 0 ? (
        <EmptyState
          title={`No term has “${text}” among its names.`}
          action={<Button onClick={clear}>Show all terms</Button>}
        >
          Try a name such as <code>ThirdPartyReference</code>, or a word such as <em>receipt</em>.
        </EmptyState>
      ) : (
        <>
          <div className="max-md:hidden">
            <Table aria-label="Terms across systems" className="min-w-[56rem] table-fixed">
              <thead>
                <tr>
                  <Th className="w-44">Here</Th>
                  {columns.map(({ id, title }) => (
                    <Th key={id} className="whitespace-normal align-bottom">
                      {title}
                    </Th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((term) => (
                  <tr key={term.id} id={term.id} className="scroll-mt-16">
                    <th scope="row" className="border-b py-2 pr-4 text-left align-top font-normal">
                      <span className="block font-semibold">{term.title}</span>
                      <span className="block text-ink-muted text-sm">{term.about}</span>
                    </th>
                    {columns.map(({ id, uses }) => (
                      <Td key={id} className="py-2">
                        <Use use={uses[term.id]} />
                      </Td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </Table>
          </div>
          <ul className="md:hidden">
            {shown.map((term) => (
              <li key={term.id} className="border-t py-3">
                <h2 className="font-semibold text-base">{term.title}</h2>
                <p className="text-ink-muted text-sm">{term.about}</p>
                <dl className="mt-2 flex flex-col gap-2">
                  {columns.map(({ id, title, uses }) => (
                    <div key={id} className="border-line border-l-2 pl-3">
                      <dt className="text-ink-muted text-sm">{title}</dt>
                      <dd>
                        <Use use={uses[term.id]} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="mt-6 mb-1 font-semibold text-base">Where this was read</h2>
      <Facts
        rows={columns.map(({ id, title, uses }) => ({
          name: title,
          value: (
            <ul key={id} className="text-sm">
              {[...new Set(terms.flatMap((term) => uses[term.id].source.split('; ')))].map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          ),
        }))}
      />
    </>
  )
}

function Use({ use: { word, wire, note } }: { use: TermUse }) {
  return (
    <div className="flex flex-col gap-1 wrap-anywhere text-sm">
      <span className={word === null ? 'text-ink-muted' : 'font-medium'}>{word ?? 'None'}</span>
      {messages.map(([message, words]) => {
        const names = wire?.[message]
        return names ? (
          <span key={message} className="flex flex-wrap items-baseline gap-x-1.5">
            <span className="text-ink-muted text-xs">{words}</span>
            {names.map((name) => (
              <code key={name} className="font-mono text-xs">
                {name}
              </code>
            ))}
          </span>
        ) : null
      })}
      {note && <span className="text-ink-muted">{note}</span>}
    </div>
  )
}
