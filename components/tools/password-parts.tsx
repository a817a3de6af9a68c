'use client'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { marketOf } from '@/lib/msisdn'
import { momentOf, stampOf } from '@/lib/world/clock'

const kenya = marketOf('kenya')

type Part = { label: string; value: string; onChange: (value: string) => void }

/** The two open parts of a password: who calls, and when. */
export function PasswordParts({
  caller,
  timestamp,
}: {
  caller: Part & { errors?: string[]; isNumber?: boolean }
  timestamp: Part
}) {
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(290px,100%),1fr))] gap-4">
      <Field label={caller.label} errors={caller.errors}>
        {(slots) => (
          <Input
            {...slots}
            value={caller.value}
            inputMode={caller.isNumber ? 'numeric' : undefined}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            onChange={(event) => caller.onChange(event.target.value.trim())}
          />
        )}
      </Field>
      <Field
        label={timestamp.label}
        errors={
          timestamp.value !== '' && momentOf(timestamp.value, kenya) === undefined
            ? ['14 digits: YYYYMMDDHHmmss.']
            : undefined
        }
      >
        {(slots) => (
          <div className="flex gap-2">
            <Input
              {...slots}
              value={timestamp.value}
              inputMode="numeric"
              className="font-mono"
              onChange={(event) => timestamp.onChange(event.target.value.trim())}
            />
            <Button onClick={() => timestamp.onChange(stampOf(Date.now(), kenya, 'YYYYMMDDHHmmss'))}>
              Now
            </Button>
          </div>
        )}
      </Field>
    </div>
  )
}
