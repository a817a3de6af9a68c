'use client'
import { useState } from 'react'
import { useNow } from '@/components/environments/use-token'
import { CopyText } from '@/components/ui/copy'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Facts } from '@/components/ui/layout'
import { marketOf } from '@/lib/msisdn'
import { stampOf } from '@/lib/world/clock'
import { readMoment } from './read-moment'
import { Result } from './result'

const kenya = marketOf('kenya')
const pattern = 'YYYYMMDDHHmmss'

export function TimestampTool() {
  const now = useNow()
  const [typed, setTyped] = useState('')
  const at = readMoment(typed)
  return (
    <div className="flex flex-col gap-4">
      <Result label="Now in Nairobi" value={now === null ? '' : stampOf(now, kenya, pattern)} />
      <Field
        label="A moment"
        errors={
          typed.trim() !== '' && at === undefined
            ? ['Write 20261120091530, 2026-11-20 09:15:30, an ISO time with its zone, or epoch seconds.']
            : undefined
        }
        hint="Fourteen digits and times without a zone are taken as Nairobi time (UTC+3, no daylight saving)."
      >
        {(slots) => (
          <Input
            {...slots}
            value={typed}
            spellCheck={false}
            placeholder="20261120091530"
            className="font-mono"
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {at !== undefined && (
        <div role="status">
          <Facts
            rows={[
              {
                name: 'Timestamp',
                value: <CopyText value={stampOf(at, kenya, pattern)} label="Timestamp" />,
              },
              {
                name: 'Nairobi',
                value: <CopyText value={stampOf(at, kenya, 'YYYY-MM-DD HH:mm:ss')} label="Nairobi time" />,
              },
              {
                name: 'B2C form',
                value: <CopyText value={stampOf(at, kenya, 'DD.MM.YYYY HH:mm:ss')} label="B2C time" />,
              },
              { name: 'UTC', value: <CopyText value={new Date(at).toISOString()} label="UTC time" /> },
              {
                name: 'Epoch seconds',
                value: <CopyText value={String(Math.floor(at / 1000))} label="Epoch seconds" />,
              },
              {
                name: 'From now',
                value: now === null ? '' : distance(at - now),
              },
            ]}
          />
        </div>
      )}
    </div>
  )
}

const distance = (ms: number): string => {
  const seconds = Math.round(Math.abs(ms) / 1000)
  const [value, unit] =
    seconds < 90
      ? [seconds, 'seconds']
      : seconds < 5400
        ? [Math.round(seconds / 60), 'minutes']
        : seconds < 129_600
          ? [Math.round(seconds / 3600), 'hours']
          : [Math.round(seconds / 86_400), 'days']
  return ms < 0 ? `${value} ${unit} ago` : `in ${value} ${unit}`
}
