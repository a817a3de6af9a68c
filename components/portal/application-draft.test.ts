import { describe, expect, test } from 'vitest'
import type { ApplicationView } from '@/lib/workspace/portal/views'
import { draftOf, inputOf } from './application-draft'

const application = {
  name: 'Shop',
  version: '1.0',
  description: '',
  sessionMinutes: 60,
  activationSeconds: 0,
  trustedSources: ['10.0.0.1', 'shop.example'],
  markets: ['vodacomTZN'],
  responseUrl: '',
  products: { 'c2b-single': { isOn: true, from: '08:00', singleCents: 150_050, dailyCount: 3 } },
} as unknown as ApplicationView

describe('the form of an application', () => {
  test('shows money in whole units, sources one a line, and an empty field where nothing binds', () => {
    const draft = draftOf(application)
    expect(draft.trustedSources).toBe('10.0.0.1\nshop.example')
    expect(draft.products['c2b-single']).toMatchObject({
      isOn: true,
      from: '08:00',
      until: '',
      singleCents: '1500.5',
      dailyCount: '3',
    })
  })

  test('sends what was stored when nobody touched it', () => {
    const { name, trustedSources, sessionMinutes, products } = inputOf(draftOf(application))
    expect({ name, trustedSources, sessionMinutes }).toEqual({
      name: 'Shop',
      trustedSources: ['10.0.0.1', 'shop.example'],
      sessionMinutes: 60,
    })
    expect(JSON.parse(JSON.stringify(products))).toEqual(application.products)
  })

  test.each([
    ['an emptied limit binds no more', '', undefined],
    ['money is sent in cents', ' 12.34 ', 1234],
    ['what is no number is left to the server to refuse', 'much', Number.NaN],
  ])('%s', (_, singleCents, sent) => {
    const draft = draftOf(application)
    const product = draft.products['c2b-single']
    if (!product) throw new Error('The draft has the product')
    const products = { 'c2b-single': { ...product, singleCents } }
    expect(inputOf({ ...draft, products }).products['c2b-single']?.singleCents).toEqual(sent)
  })
})
