import { expect, test } from 'vitest'
import { findEntries, grouped, paletteEntries } from './palette-entries'

const operation = (name: string, title: string) => ({ id: `daraja.${name}`, name, title, status: 'current' })

const entries = paletteEntries(
  [
    {
      id: 'daraja',
      title: 'Safaricom Daraja',
      short: 'Daraja',
      groups: [
        {
          title: 'Business to Customer',
          operations: [
            operation('b2c', 'B2C payment v3'),
            operation('billmanager-many', 'Bill Manager: change many invoices'),
          ],
        },
        {
          title: 'Operations',
          operations: [
            operation('reversal', 'Transaction reversal'),
            operation('account-balance', 'Account balance'),
            operation('dynamic-qr', 'Dynamic QR'),
          ],
        },
      ],
    },
  ],
  [{ slug: 'local', name: 'Local sandbox', kind: 'local' }],
)
const first = (text: string) => findEntries(entries, text)[0]?.title

test.each([
  ['inbox', 'Inbox'],
  ['Members', 'Members'],
  ['audit', 'Audit'],
  ['invite', 'Members'],
  ['dark', 'Dark theme'],
  ['local sandbox', 'Local sandbox'],
  ['account balance', 'Account balance'],
  ['base64', 'Base64'],
  ['dyn', 'Dynamic QR'],
])('%s finds %s first', (text, title) => expect(first(text)).toBe(title))

test('the operation whose name holds a word is among the first', () => {
  const titles = findEntries(entries, 'balance').map(({ title }) => title)
  expect(titles.indexOf('Account balance')).toBeLessThan(4)
})

test('what answers nothing is not shown, and each entry has a key of its own', () => {
  expect(findEntries(entries, 'zzz')).toEqual([])
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
})

test('a group stands where its best entry does', () => {
  expect(grouped(findEntries(entries, 'b2c'))[0]?.[0]).toBe('Safaricom Daraja')
})
