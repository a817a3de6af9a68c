'use client'
import { useQuery } from '@/components/live/queries'
import { Time } from '@/components/ui/time'
import { callApi } from '@/lib/api/client'
import { cn } from '@/lib/classes'
import { smsOf } from './sms'

const statementKey = (party: string) => ['sandbox', 'transactions', party] as const

export const useStatement = (party: string) =>
  useQuery({
    queryKey: statementKey(party),
    queryFn: async ({ signal }) => {
      const { transactions } = await callApi('GET /sandbox/transactions', {
        query: { party, limit: 50 },
        signal,
      })
      return transactions
    },
  })

/** The messages of a phone, newest first. */
export function SmsList({
  msisdn,
  limit = 20,
  className,
}: {
  msisdn: string
  limit?: number
  className?: string
}) {
  const statement = useStatement(msisdn)
  const messages = smsOf(statement.data ?? [], msisdn).slice(0, limit)
  return (
    <div className={cn('flex min-h-0 flex-col', className)}>
      <p className="border-b px-3 py-1 font-medium text-ink-muted text-xs">M-PESA messages</p>
      {messages.length === 0 ? (
        <p className="p-3 text-ink-muted text-sm">
          {statement.isError
            ? statement.error.message
            : statement.isPending
              ? 'Reading…'
              : 'No messages yet.'}
        </p>
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto">
          {messages.map((message) => (
            <li key={message.id} className="border-b px-3 py-1.5 text-sm last:border-0">
              <Time at={message.at} show="seconds" className="text-ink-faint text-xs" />
              <p className="break-words">{message.text}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
