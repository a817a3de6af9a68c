import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'

/** What is changed of a callback before it leaves: `what` is a word for ids and times together. */
export type RewriteDraft = { what: 'nothing' | 'ids' | 'times' | 'both'; amount: string }

export const noRewrite: RewriteDraft = { what: 'nothing', amount: '' }

export const rewriteOf = ({ what, amount }: RewriteDraft) => ({
  ids: what === 'ids' || what === 'both',
  times: what === 'times' || what === 'both',
  ...(amount.trim() !== '' && { amount: Number(amount.trim().replace(',', '.')) }),
})

/** As it came, or as another payment of now. */
export function RewriteFields({
  value,
  errorsOf,
  onChange,
}: {
  value: RewriteDraft
  errorsOf: (name: string) => string[] | undefined
  onChange: (value: RewriteDraft) => void
}) {
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      <Field label="Rewrite" hint="New ids are the same in every message that has them.">
        {(slots) => (
          <Select
            {...slots}
            value={value.what}
            onChange={(event) => onChange({ ...value, what: event.target.value as RewriteDraft['what'] })}
          >
            <option value="nothing">Nothing: ids and times as they came</option>
            <option value="ids">Ids: as another payment</option>
            <option value="times">Times: as if it came now</option>
            <option value="both">Ids and times: as another payment of now</option>
          </Select>
        )}
      </Field>
      <Field label="Amount" optional hint="Empty: as it came." errors={errorsOf('rewrite.amount')}>
        {(slots) => (
          <Input
            {...slots}
            inputMode="decimal"
            value={value.amount}
            onChange={(event) => onChange({ ...value, amount: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
