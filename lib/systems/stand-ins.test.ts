import { expect, test } from 'vitest'
import type { Json } from '@/lib/catalogue/types'
import { systems, understand } from '.'

/** Whatever stands in place of a receipt where there is none. */
const standIns = ['TK61000000', 'UKK0000000', '0000000000', '0', 'N/A', 'null']

/** Where each kind says which transaction it is about. */
const places =
  /^(TransactionID|TransID|transactionId|M-PESA_TRX_ID|MPESA_TRX_ID|MpesaReceiptNumber|input_TransactionID|ReceiptNo|TransactionReceipt)$/

const replaced = (value: Json, standIn: string, name = ''): Json => {
  if (Array.isArray(value)) return value.map((each) => replaced(each, standIn))
  if (typeof value === 'object' && value !== null) {
    const named = value.Name ?? value.Key ?? value.name
    if (typeof named === 'string' && places.test(named)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, /^value$/i.test(key) ? standIn : each]),
      )
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, standIn, key)]))
  }
  return places.test(name) ? standIn : value
}

const inText = (text: string, standIn: string) =>
  text.replace(
    /(<(?:\w+:)?(TransactionID|TransID|M-PESA_TRX_ID|MPESA_TRX_ID)>)[^<]*|("(?:M-PESA_TRX_ID)"[^>]*>)[^<]*/g,
    (_, open = '', __ = '', other = '') => `${open}${other}${standIn}`,
  )

const kinds = systems.flatMap(({ id, callbacks }) =>
  Object.entries(callbacks).map(([kind, { example }]) => [`${id}.${kind}`, example] as const),
)

test.each(kinds)('%s takes no stand-in for a receipt', (_, { path = '', body }) => {
  const read = (text: string) =>
    understand({
      method: 'POST',
      path: `/hook/local${path}`,
      query: '',
      headers: [],
      body: Buffer.from(text),
      remoteAddress: '',
    })
  const said = typeof body === 'string' ? body : JSON.stringify(body)
  // Only where receipts have ten capitals and digits can a date with zeros stand in for one.
  const isOfCapitals = /^[A-Z0-9]{10}$/.test(read(said)?.facts.receipt ?? 'UKK4T9W2QX')
  for (const standIn of standIns.filter((each) => isOfCapitals || !/^[A-Z]{2,}\w*\d/.test(each))) {
    const meaning = read(
      typeof body === 'string' ? inText(body, standIn) : JSON.stringify(replaced(body, standIn)),
    )
    expect(meaning).toBeDefined()
    expect({ standIn, receipt: meaning?.facts.receipt }).toEqual({ standIn, receipt: undefined })
    expect(meaning?.keys.filter(({ kind }) => kind === 'receipt')).toEqual([])
  }
})
