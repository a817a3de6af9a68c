import { describe, expect, test } from 'vitest'
import { readUrl, urlTextFaults } from './url-text'

describe('the text of an address is judged as it stands', () => {
  test.each<[string, number, RegExp]>([
    ['https:my-shop.example.com/api', 1, /two slashes/],
    ['https:/my-shop.example.com/api', 1, /two slashes/],
    ['https:///my-shop.example.com/api', 1, /two slashes/],
    [' https://my-shop.example.com/api ', 1, /before or after/],
    ['https://my-shop.example.com/api\n', 1, /before or after/],
    ['https://my-shop.exam\nple.com/api', 1, /line end/],
    ['https://my-shop.example.com/a b', 1, /blank stands inside/],
    ['https://my-shop.example.com/\u200Bapi', 1, /U\+200B/],
    ['\u202Ahttps://my-shop.example.com/api', 1, /U\+202A/],
    ['https://my-shop.example.com/api\u00A0', 1, /U\+00A0/],
    ['https://my-shop.example.com\\api', 1, /backslash/],
    ['https://my_shop.example.com/api', 1, /underscore/],
    ['https://shop..example.com/x', 1, /dots/],
    ['https://.example.com/x', 1, /dots/],
    ['https://-a.example.com/x', 1, /hyphen/],
    [`https://${'a'.repeat(64)}.example.com/x`, 1, /63/],
    ['https://shop.example.com/x"', 1, /remove it/],
    ['https://shop.example.com/{id}', 1, /remove it/],
    ['https:my_shop.example.com/api', 2, /two slashes/],
  ])('%j', (text, count, words) => {
    const faults = urlTextFaults(text)
    expect(faults).toHaveLength(count)
    expect(faults.join(' ')).toMatch(words)
  })

  test.each([
    'https://my-shop.example.com/my_path?a_b=c',
    'http://localhost:4000/hook/local',
    'HTTPS://SHOP.CO.KE',
    'https://user_name@shop.co.ke/cb',
    'shop.co.ke/callback',
    'https://xn--caf-dma.example.com.:8443/x',
    'https://[2001:db8::1]/x',
  ])('%s has no fault of its text', (text) => expect(urlTextFaults(text)).toEqual([]))
})

test('what a browser would make of it is known all the same', () => {
  expect(readUrl(' https:shop.co.ke/\u200Bcb\n')?.href).toBe('https://shop.co.ke/cb')
  expect(readUrl('https://shop.co.ke/a b')).toBeUndefined()
  expect(readUrl('ftp://shop.co.ke')).toBeUndefined()
})
