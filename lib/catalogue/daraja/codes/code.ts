import type { CodePlace } from '@/lib/catalogue/code-places'
import type { Code, OperationId } from '@/lib/catalogue/types'

type CodeDraft = Pick<Code, 'id' | 'message' | 'cause' | 'cure' | 'source'> & Partial<Code>

/** Rows of one place. Unless a row says otherwise it is confirmed, and sending again does not help. */
export const codesOf = (where: CodePlace, rows: CodeDraft[]): Code[] =>
  rows.map((row) => ({
    system: 'daraja',
    where,
    code: null,
    operations: [],
    retry: false,
    confirmed: true,
    ...row,
  }))

export const operations = (...names: string[]): OperationId[] => names.map((name) => `daraja.${name}`)

export const stkCalls = operations('stk-push', 'stk-query')
export const registrations = operations('c2b-register-v1', 'c2b-register-v2')
export const payouts = operations('b2c-v1', 'b2c-v3', 'b2pochi')
export const payments = [
  ...payouts,
  ...operations('b2b-paybill', 'b2b-buygoods', 'b2c-account-topup', 'tax-remittance'),
]
/** Everything that ends in a result. */
export const resultCalls = [...payments, ...operations('reversal', 'transaction-status', 'account-balance')]

export const tutorialTable = 'M-Pesa API tutorial (2018-2019): table of errors'
/** An error table inside a community SDK for TypeScript; nothing else has these rows. */
export const sdkTable = 'Error table of a community TypeScript SDK'
export const sources = (...names: string[]) => names.join('; ')
