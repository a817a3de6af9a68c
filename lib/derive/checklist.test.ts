import { describe, expect, test } from 'vitest'
import { darajaChecklist } from '@/lib/catalogue/daraja/go-live/checklist'
import { g2Checklist } from '@/lib/catalogue/g2/go-live/checklist'
import { mozambiqueChecklist } from '@/lib/catalogue/mozambique/go-live/checklist'
import { openapiChecklist } from '@/lib/catalogue/openapi/go-live/checklist'
import { marketOf } from '@/lib/msisdn'
import { systemOf } from '@/lib/systems'
import { type ChecklistFacts, commonChecks, runCheck } from './checklist'

const facts = (changed: Partial<ChecklistFacts> = {}): ChecklistFacts => ({
  kind: 'sandbox',
  market: marketOf('kenya'),
  baseUrl: 'http://broker.example',
  settings: { shortcode: '600000', lnmShortcode: '174379', initiatorName: 'acme' },
  published: { shortcode: ['600000'], initiatorName: ['testapi'] },
  callbackUrls: ['https://pay.acme.co.ke/a', 'https://x.ngrok.io/b'],
  urlProblems: (url) => (url.includes('ngrok') ? [{ message: 'A tunnel.' }] : []),
  certificate: { isOwn: false, validTo: Date.UTC(2027, 0, 2) },
  hasClientCertificate: false,
  hasOwnAuthority: false,
  apis: [
    { id: 'b2c', title: 'B2C', successes: 2, refusals: 0 },
    { id: 'c2b', title: 'C2B', successes: 0, refusals: 1 },
  ],
  note: '',
  now: Date.UTC(2026, 10, 20),
  ...changed,
})

const daraja = systemOf('daraja').checks

describe.each<[string, Partial<ChecklistFacts>, boolean | null, RegExp?]>([
  ['callback-urls', {}, false, /^https:\/\/x\.ngrok\.io\/b would not pass in production: A tunnel\.$/],
  ['callback-urls', { callbackUrls: ['https://pay.acme.co.ke/a'] }, true, /The one callback URL/],
  ['callback-urls', { callbackUrls: [] }, null],
  ['name-without-symbols', { note: "Mama & Sons' Ltd." }, false, /has & ' \.: drop them/],
  ['name-without-symbols', { note: 'MamaSons' }, true],
  ['name-without-symbols', {}, null],
  ['copied-name', { note: 'WanjiruAdmin' }, true, /12 characters, capital and small/],
  ['copied-name', { note: 'two words' }, false],
  ['phone-number', { note: '0722 000 123' }, true, /^2547••••0123 is a number of Kenya/],
  ['phone-number', { note: '12' }, false],
  ['own:shortcode', {}, false, /600000, a published test value/],
  ['own:initiatorName', {}, true, /uses acme/],
  ['own:spId', {}, false, /none yet/],
  ['certificate-in-force', {}, true, /good until 2027-01-02/],
  ['certificate-in-force', { now: Date.UTC(2028, 0) }, false, /ended on 2027-01-02/],
  ['certificate-in-force', { certificate: null }, null],
  ['client-certificate', {}, false],
  ['own-authority', { hasOwnAuthority: true }, true],
  ['https-base', {}, false, /is http\./],
  ['has-success', {}, true, /Each of 2 cases/],
  ['every-api-succeeds', {}, false, /No success yet of C2B/],
  ['refusals-tried', {}, false, /tried yet of B2C/],
  ['shortcodes-apart', {}, false, /shares 600000 with C2B/],
  [
    'shortcodes-apart',
    { apis: [{ id: 'b2c', title: 'B2C', successes: 0, refusals: 0 }] },
    true,
    /600000 for itself/,
  ],
])('the check %s', (name, changed, isFine, text) => {
  test(`says ${isFine} of ${JSON.stringify(changed)}`, () => {
    const found = runCheck(name, facts(changed), daraja)
    expect(found?.isFine ?? null).toBe(isFine)
    if (text) expect(found?.text).toMatch(text)
  })
})

describe.each([
  ['daraja', darajaChecklist],
  ['openapi', openapiChecklist],
  ['mozambique', mozambiqueChecklist],
  ['g2', g2Checklist],
] as const)('the checklist of %s', (system, items) => {
  test('has ids of its own, says what to do and where, and names checks that exist', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    for (const item of items) {
      expect(item.todo.length, item.id).toBeGreaterThan(20)
      expect(item.where.length, item.id).toBeGreaterThan(5)
      expect(item.source.length, item.id).toBeGreaterThan(5)
      const [name = ''] = item.check?.split(':') ?? []
      if (item.check) expect({ ...commonChecks, ...systemOf(system).checks }, item.id).toHaveProperty(name)
    }
  })
})
