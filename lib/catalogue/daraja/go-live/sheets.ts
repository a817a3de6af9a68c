import type { SheetLayout } from '@/lib/catalogue/go-live'

const usual = [23, 30, 38, 20, 41]
/** unconfirmed: the copy is wider here, by how much is not known. */
const wide = [30, 40, 50, 40, 41]
const others = 'Testing gateway- Core API integration'

/** The workbook of 2017 (scedar/m-pesa_going_live, testcases.xlsx), in the order of its tabs. */
export const darajaSheets: readonly SheetLayout[] = [
  { name: 'B2C', title: 'Testing Broker- Core API integration', api: 'b2c', widths: usual },
  {
    name: 'C2B',
    title: 'Testing API Gateway- API Gateway integration',
    api: 'c2b',
    widths: wide,
    gaps: [17],
    note: 'Columns B to D of rows 4 to 6 are shifted one to the right.',
  },
  {
    name: 'B2B',
    title: 'Testing API Gateway- Core API integration',
    api: 'b2b',
    widths: usual,
    note: 'The copy that was found has no column Actual Results here.',
  },
  { name: 'Account Bal', title: others, api: 'account-balance', widths: usual },
  { name: 'Reversal', title: others, api: 'reversal', widths: usual },
  { name: 'Transaction Status', title: others, api: 'transaction-status', widths: wide },
  { name: 'STK Push request', title: others, api: 'stk-push', widths: wide },
  { name: 'STK Push Query Request', title: others, api: 'stk-query', widths: wide },
  { name: 'Check Identity', title: others, api: 'check-identity', widths: usual },
]
