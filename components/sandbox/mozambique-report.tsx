'use client'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from '@/components/live/queries'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { callApi } from '@/lib/api/client'
import type { MozambiqueAccountView } from '@/lib/workspace/portal/views'
import { Late } from './problem'
import { TransactionTable } from './transaction-table'

/** Midnight of a day as the reader's calendar has it, some days later; undefined for an empty field. */
const midnight = (day: string, daysLater = 0): number | undefined => {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  return new Date(year, month - 1, date + daysLater).getTime()
}

/** What was paid with each key, and the files of it. */
export function MozambiqueReport({ account }: { account: MozambiqueAccountView }) {
  const [chosen, setChosen] = useState<string>()
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const key = chosen ?? account.apiKey.fingerprint
  const start = midnight(from)
  const end = midnight(until, 1)
  const query = new URLSearchParams({
    key,
    ...(start !== undefined && { from: String(start) }),
    ...(end !== undefined && { to: String(end - 1) }),
  }).toString()
  const reading = useQuery({
    queryKey: ['sandbox', 'mozambique', 'report', query],
    queryFn: async ({ signal }) =>
      (
        await callApi('GET /sandbox/mozambique/report', {
          query: Object.fromEntries(new URLSearchParams(query)),
          signal,
        })
      ).transactions,
  })
  return (
    <Section
      title="Report"
      description="Transactions by the key that made them; former keys stay here. Going live takes a report with successful ones."
      actions={['xlsx', 'csv', 'json'].map((format) => (
        <Button key={format} asChild size="sm">
          <a href={`/api/v1/sandbox/mozambique/report?${query}&format=${format}`} download>
            <Download aria-hidden /> {format.toUpperCase()}
          </a>
        </Button>
      ))}
    >
      <div className="mb-3 flex flex-wrap items-start gap-3">
        <Field label="API key">
          {(slots) => (
            <Select {...slots} value={key} onChange={(event) => setChosen(event.target.value)}>
              <option value={account.apiKey.fingerprint}>{account.apiKey.shown} (present)</option>
              {account.formerKeys.map((former) => (
                <option key={former.fingerprint} value={former.fingerprint}>
                  {former.shown} (until {new Date(former.endedAt).toISOString().slice(0, 10)})
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="From" optional>
          {(slots) => (
            <Input
              {...slots}
              type="date"
              value={from}
              max={until || undefined}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        <Field label="Until" optional>
          {(slots) => (
            <Input
              {...slots}
              type="date"
              value={until}
              min={from || undefined}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
      </div>
      {!reading.data ? (
        <Late reading={reading} what="The report" />
      ) : reading.data.length === 0 ? (
        <p className="text-ink-muted">This key moved no money{from || until ? ' in this period' : ' yet'}.</p>
      ) : (
        <>
          <p className="mb-2 text-sm" role="status">
            {reading.data.filter(({ state }) => state === 'completed').length} of {reading.data.length}{' '}
            successful
          </p>
          <TransactionTable transactions={reading.data} />
        </>
      )}
    </Section>
  )
}
