import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { unsaidOf } from '@/components/address/address'
import { FilterChips } from './filter-chips'
import { type Filters, filterNames } from './filters'

const chipsOf = (some: Partial<Filters>) => {
  const markup = renderToStaticMarkup(
    <FilterChips
      filters={{ ...unsaidOf(filterNames), ...some }}
      systems={[{ id: 'daraja', title: 'Daraja' }]}
      appKeys={[{ fingerprint: 'aaaa', label: '••••0001' }]}
      onChange={() => {}}
    />,
  )
  const texts = [...markup.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, inner = '']) =>
    inner.replace(/<[^>]+>/g, '').trim(),
  )
  const drops = [...markup.matchAll(/aria-label="Drop ([^"]+)"/g)].map(([, name]) => name)
  return { texts, drops }
}

test.each<[Partial<Filters>, string[], string[]]>([
  [{}, [], []],
  [{ q: 'INV-1', operation: 'daraja.stk-push', verdict: 'paid', from: '2026-11-20' }, [], []],
  [
    { kind: 'local', outcome: 'unsuccessful' },
    ['Only simulated', 'Not successful'],
    ['the kind', 'the outcome'],
  ],
  [{ system: 'daraja', appKey: 'aaaa' }, ['Daraja', 'Key ••••0001'], ['the system', 'the key']],
  [{ system: 'gone', appKey: 'bbbb' }, ['gone', 'Key bbbb'], ['the system', 'the key']],
  [{ code: '1032' }, ['Code 1032'], ['the code']],
  [{ code: '-' }, ['Without a code'], ['the code']],
])('filters %j without a field of their own are chips: %j', (some, texts, drops) =>
  expect(chipsOf(some)).toEqual({ texts, drops }),
)

test.each([
  [{ from: '1795122000000' }, /^From .*2026-11-19/],
  [{ to: '1795208399999' }, /^To .*2026-11-20/],
  [{ from: '1795122000000', to: '1795208399999' }, /^From .*2026-11-19.* to .*2026-11-20/],
])('a period to the moment, %j, is one chip', (some, words) => {
  const { texts, drops } = chipsOf(some)
  expect(texts).toHaveLength(1)
  expect(texts[0]).toMatch(words)
  expect(drops).toEqual(['the period'])
})
