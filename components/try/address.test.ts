import { expect, test } from 'vitest'
import { readAddress } from '@/components/address/address'
import { tryNames } from './address'

test.each([
  ['tab=wire', { tab: 'wire', run: '' }],
  ['tab=elsewhere', { tab: 'form', run: '' }],
  ['run=01KC3Y6W8XQ5T2V9Z7M4N1P0RS', { tab: 'form', run: '01KC3Y6W8XQ5T2V9Z7M4N1P0RS' }],
  ['run=not+a+run', { tab: 'form', run: '' }],
  ['', { tab: 'form', run: '' }],
])('an address with "%s" shows %j', (search, values) =>
  expect(readAddress(tryNames, new URLSearchParams(search))).toEqual(values),
)
