import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { aCase, someEvidence } from '@/tests/go-live-views'
import { CaseTable } from './case-table'
import { groupCases } from './filters'

const table = (chosen: string) =>
  renderToStaticMarkup(
    <CaseTable
      groups={groupCases([
        aCase({ id: 'paid', title: 'A customer is paid', state: 'success', evidence: [someEvidence()] }),
        aCase({ id: 'refused', title: 'A wrong number is refused', state: 'fail', isConflicting: true }),
        aCase({ id: 'other', title: 'Not ours', api: 'c2b', apiTitle: 'C2B', state: 'not-applicable' }),
      ])}
      chosen={chosen}
      hrefOf={(id) => `?case=${id}`}
      onOpen={() => {}}
    />,
  )
const linksOf = (markup: string) =>
  [...markup.matchAll(/<a [^>]*>[^<]*<\/a>/g)].map(([link]) => ({
    href: link.match(/href="([^"]+)"/)?.[1],
    isCurrent: link.includes('aria-current="true"'),
    title: link.replace(/<[^>]+>/g, ''),
  }))

test('every case leads to itself, and the open one says so', () => {
  expect(linksOf(table('refused'))).toEqual([
    { href: '?case=paid', isCurrent: false, title: 'A customer is paid' },
    { href: '?case=refused', isCurrent: true, title: 'A wrong number is refused' },
    { href: '?case=other', isCurrent: false, title: 'Not ours' },
  ])
})

test('each API counts what is filled of what applies, and what contradicts', () => {
  const headings = [...table('').matchAll(/<th scope="rowgroup"[^>]*>(.*?)<\/th>/g)].map(([, inner = '']) =>
    inner
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  expect(headings).toEqual(['B2C 1 of 2, 1 contradict', 'C2B 0 of 0'])
})
