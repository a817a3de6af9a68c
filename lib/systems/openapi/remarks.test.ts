import { expect, test } from 'vitest'
import { type Application, defaultApplication, productNames } from './applications'
import { remarksOf } from './remarks'

/** An application that leaves nothing open. */
const careful: Application = {
  ...defaultApplication,
  trustedSources: ['10.0.0.1'],
  markets: ['tanzania'],
  responseUrl: 'https://duka.example/results',
  products: Object.fromEntries(productNames.map((name) => [name, { isOn: true, dailyCount: 10 }])),
}

test('a careful application needs no second look', () => expect(remarksOf(careful)).toEqual([]))

test.each<[Partial<Application>, string]>([
  [{ trustedSources: [] }, 'No trusted source'],
  [{ markets: [] }, 'No market'],
  [{ sessionMinutes: 24 * 60 + 1 }, 'longer than a day'],
  [{ responseUrl: 'http://duka.example' }, 'not https'],
  [{ products: { ...careful.products, 'b2c-single-stage': { isOn: true } } }, '(1 of 12 products)'],
  [{ products: {} }, 'and 9 more (12 of 12 products)'],
  [
    { products: Object.fromEntries(productNames.map((name) => [name, { isOn: false }])) },
    'No product is switched on',
  ],
])('%j asks for one', (part, words) => {
  const remarks = remarksOf({ ...careful, ...part })
  expect(remarks).toHaveLength(1)
  expect(remarks[0]).toContain(words)
})
