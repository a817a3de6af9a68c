import { moneyText } from '@/components/payments/money'
import type { TransactionView } from '@/lib/workspace/world/views'

export type Sms = { id: string; at: number; text: string }

/** What the phone of `msisdn` was told about money that moved, newest first. Short of the provider's own wording. */
export const smsOf = (transactions: TransactionView[], msisdn: string): Sms[] =>
  transactions
    .filter((each) => each.receipt && (each.state === 'completed' || each.state === 'reversed'))
    .map((each) => ({
      id: each.id,
      at: each.finishedAt ?? each.createdAt,
      text: smsText(each, msisdn),
    }))
    .sort((a, b) => b.at - a.at)

const smsText = (each: TransactionView, msisdn: string): string => {
  const amount = moneyText(each.amountCents, each.currency)
  const account = each.reference ? ` for account ${each.reference}` : ''
  const reversed = each.state === 'reversed' ? ' It was reversed since.' : ''
  return each.payer === msisdn
    ? `${each.receipt} Confirmed. ${amount} sent to ${each.payeeName || each.payee}${account}.${reversed}`
    : `${each.receipt} Confirmed. You have received ${amount} from ${each.payerName || each.payer}.${reversed}`
}
