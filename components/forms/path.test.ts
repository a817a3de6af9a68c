import { expect, test } from 'vitest'
import { valueAt, withValueAt } from './path'

test.each([
  ['name', 'Duka'],
  ['client.pkcs12', 'abc'],
  ['client', { pkcs12: 'abc' }],
  ['client.none.below', undefined],
  ['name.length.below', undefined],
  ['none', undefined],
])('%s means what stands there', (name, value) => {
  expect(valueAt({ name: 'Duka', client: { pkcs12: 'abc' } }, name)).toEqual(value)
})

test('another value is put in place, and what was there before is left as it was', () => {
  const values = { name: 'Duka', client: { pkcs12: 'abc', key: 'k' } }
  expect(withValueAt(values, 'client.pkcs12', 'def')).toEqual({
    name: 'Duka',
    client: { pkcs12: 'def', key: 'k' },
  })
  expect(withValueAt(values, 'products.b2c.isOn', true)).toEqual({
    ...values,
    products: { b2c: { isOn: true } },
  })
  expect(values.client.pkcs12).toBe('abc')
})
