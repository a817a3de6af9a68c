import { openapiCodes } from '@/lib/catalogue/openapi'
import type { Operation } from '@/lib/catalogue/types'
import { endingsOf, readCodes, success } from '@/lib/systems/vodacom/codes'

const { messageOf, rowOf, statusOf: usualStatus } = readCodes(openapiCodes)

export { messageOf, success }
export const committed = 'INS-GAR-0'
/** How a prompt ends when the customer says no: on the wire it is INS-6 like a wrong PIN. */
export const cancelled = 'cancelled'

export const isSuccess = (code: string) => code === success || code === committed

/** Where a call answers a code with a status of its own: M-Pesa OpenAPI portal, direct-debit query. */
const ownStatus: Record<string, Record<string, number>> = {
  'direct-debit-query': { 'INS-1': 500, 'INS-52': 500, 'INS-54': 401 },
}

type Known = Pick<Operation, 'name' | 'method'>

export const statusOf = ({ name, method }: Known, code: string): number => {
  if (isSuccess(code)) return method === 'GET' ? 200 : 201
  return ownStatus[name]?.[code] ?? usualStatus(code)
}

/** The table of the two-stage calls was not found; that of the single stage stands in (unconfirmed). */
const standIns: Record<string, string> = {
  'c2b-multi-stage': 'c2b-single-stage',
  'update-transaction-status': 'c2b-single-stage',
}

/** Whether the portal lists the code for the call. */
export const isDocumented = ({ name }: Pick<Operation, 'name'>, code: string): boolean =>
  rowOf(code)?.operations.includes(`openapi.${standIns[name] ?? name}`) ?? false

/** Our own test numbers beside the portal's triggers: the last four digits are the number of the code. */
export const phoneEndings = endingsOf('1', '6', '9', '16', '2006', '2051')

export const phoneCodes: ReadonlySet<string> = new Set(phoneEndings.values())
