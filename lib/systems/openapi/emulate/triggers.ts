import type { Code, Trigger as CodeTrigger, Operation } from '@/lib/catalogue/types'
import { textIn } from '@/lib/systems/gateway/values'
import type { Values } from '@/lib/wire/types'

type Table = { fields: string[]; cases: Record<string, string> }

const ending = (zeros: string, codes: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(codes).map(([last, code]) => [`${zeros}${last}`, code]))

const customer = '00000000000'
const receipt = '000000000000'
const mandate = '0000000000000000000'
const reference = '00000000000000000000'

/** No use case: portal, testing page. */
const noCase = { '99999999999999999999': 'INS-999' }

/** M-Pesa OpenAPI portal, testing page. `Service is not available` has no code there: INS-16 is our guess. */
const tables: Record<string, Table> = {
  'c2b-single-stage': {
    fields: ['input_CustomerMSISDN'],
    cases: ending(customer, {
      1: 'INS-0',
      2: 'INS-9',
      3: 'INS-9',
      4: 'INS-6',
      5: 'INS-1',
      6: 'INS-6',
      7: 'INS-15',
      8: 'INS-2006',
      9: 'INS-16',
    }),
  },
  // No values are published for the first stage: its number succeeds as in the single stage.
  'c2b-multi-stage': { fields: ['input_CustomerMSISDN'], cases: ending(customer, { 1: 'INS-0' }) },
  'update-transaction-status': {
    fields: ['input_TransactionID'],
    cases: ending(receipt, { 1: 'INS-0', 2: 'INS-1', 3: 'INS-6', 4: 'INS-16' }),
  },
  'b2c-single-stage': {
    fields: ['input_CustomerMSISDN'],
    cases: ending(customer, {
      1: 'INS-0',
      2: 'INS-1',
      3: 'INS-6',
      4: 'INS-9',
      5: 'INS-15',
      6: 'INS-2006',
      7: 'INS-16',
    }),
  },
  'b2b-single-stage': {
    fields: ['input_ReceiverPartyCode'],
    cases: ending('00000', {
      1: 'INS-0',
      2: 'INS-1',
      3: 'INS-6',
      4: 'INS-9',
      5: 'INS-15',
      6: 'INS-2006',
      7: 'INS-16',
    }),
  },
  reversal: {
    fields: ['input_TransactionID'],
    cases: ending(receipt, {
      1: 'INS-0',
      2: 'INS-1',
      3: 'INS-6',
      4: 'INS-15',
      5: 'INS-2006',
      6: 'INS-35',
      7: 'INS-16',
    }),
  },
  'query-transaction-status': {
    fields: ['input_QueryReference'],
    cases: {
      ...ending(customer, { 1: 'INS-0', 2: 'INS-1', 3: 'INS-6', 7: 'INS-16' }),
      // `Missing Reference` has no code on the testing page: INS-20 is our guess.
      ...ending(reference, { 1: 'INS-0', 2: 'INS-20', 3: 'INS-1', 4: 'INS-6', 5: 'INS-16' }),
    },
  },
  'direct-debit-create': {
    fields: ['input_CustomerMSISDN'],
    cases: ending(customer, { 1: 'INS-0', 2: 'INS-1', 3: 'INS-6', 4: 'INS-9', 5: 'INS-16' }),
  },
  // The page names the number, whose pattern forbids the values; the reference is what the neighbours take.
  'direct-debit-payment': {
    fields: ['input_CustomerMSISDN', 'input_ThirdPartyReference'],
    cases: ending(mandate, { 1: 'INS-0', 2: 'INS-1', 3: 'INS-6', 4: 'INS-9', 5: 'INS-16' }),
  },
  'direct-debit-query': {
    fields: ['input_ThirdPartyReference'],
    cases: { ...ending(mandate, { 1: 'INS-0', 2: 'INS-1', 3: 'INS-6', 4: 'INS-9', 5: 'INS-1' }), ...noCase },
  },
  'direct-debit-cancel': {
    fields: ['input_ThirdPartyReference'],
    cases: { ...ending(mandate, { 1: 'INS-0', 2: 'INS-1', 3: 'INS-6', 4: 'INS-9', 5: 'INS-16' }), ...noCase },
  },
}

/** The published test values that bring a code, as calls. */
export const openapiTriggersOf = ({ code, success }: Code): CodeTrigger[] =>
  success
    ? []
    : Object.entries(tables).flatMap(([name, { fields, cases }]) => {
        const value = Object.keys(cases).find((one) => cases[one] === code)
        const field = fields.at(-1)
        return value && field ? [{ operation: `openapi.${name}`, send: { [field]: value } }] : []
      })

export type Trigger = { field: string; code: string }

/** What a published test value asks for. */
export const triggerOf = ({ name }: Pick<Operation, 'name'>, values: Values): Trigger | undefined => {
  const table = tables[name]
  for (const field of table?.fields ?? []) {
    const value = textIn(values, field)
    const code = table && Object.hasOwn(table.cases, value) ? table.cases[value] : undefined
    if (code !== undefined) return { field, code }
  }
  return undefined
}
