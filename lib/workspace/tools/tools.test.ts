import { describe, expect, test } from 'vitest'
import { callbackUrlInput, checkUrl } from './check-callback-url'
import { phonesInput, readPhones } from './read-phones'

describe('phone numbers', () => {
  test('are read as people write them, in the market that is asked for', () => {
    const read = (numbers: string[], market?: string) =>
      readPhones(phonesInput.parse({ numbers, market })).numbers
    expect(read(['+254 (0)712-345 678', '0110 000 111', 'tel:+254722000222', '12'])).toEqual([
      { typed: '+254 (0)712-345 678', msisdn: '254712345678', problem: null },
      { typed: '0110 000 111', msisdn: '254110000111', problem: null },
      { typed: 'tel:+254722000222', msisdn: '254722000222', problem: null },
      { typed: '12', msisdn: null, problem: expect.any(String) },
    ])
    expect(read(['0712 345 678'], 'tanzania')).toMatchObject([{ msisdn: '255712345678' }])
  })

  test('are 500 at most, and one at least', () => {
    expect(phonesInput.safeParse({ numbers: [] }).success).toBe(false)
    expect(phonesInput.safeParse({ numbers: Array(501).fill('1') }).success).toBe(false)
    expect(phonesInput.safeParse({ numbers: ['0'], market: 'atlantis' }).success).toBe(false)
  })
})

test('a callback URL is judged rule by rule', () => {
  const check = (url: string, target?: string) => checkUrl(callbackUrlInput.parse({ url, target }))
  expect(check('https://shop.example.co.ke/paid')).toMatchObject({ isAcceptable: true })
  const broken = check(' https:shop.example.co.ke/paid')
  expect(broken.isAcceptable).toBe(false)
  expect(broken.findings.filter(({ result }) => result === 'refused').length).toBeGreaterThan(1)
  expect(callbackUrlInput.safeParse({ url: '' }).success).toBe(false)
})
