import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import type { ConditionDraft } from './drafts'

export type KindChoice = { kind: string; title: string }
type Plain = Exclude<keyof ConditionDraft, 'kind' | 'header' | 'body'>

const fields: { name: Plain; label: string; hint: string; inputMode?: 'decimal' | 'tel' }[] = [
  { name: 'shortcode', label: 'Shortcode', hint: '600000, or 6000* for several.' },
  { name: 'reference', label: 'Account reference', hint: 'INV-*' },
  { name: 'phone', label: 'Phone', hint: 'With its country code: 2547*', inputMode: 'tel' },
  { name: 'path', label: 'Path', hint: 'From /hook on: */validation' },
  { name: 'amountFrom', label: 'Amount from', hint: 'In units of its currency.', inputMode: 'decimal' },
  { name: 'amountTo', label: 'Amount to', hint: 'In units of its currency.', inputMode: 'decimal' },
]

/** What a message has to be like. Everything that is filled in has to be met. */
export function ConditionFields({
  value,
  kinds,
  errorsOf,
  onChange,
}: {
  value: ConditionDraft
  kinds: KindChoice[]
  errorsOf: (name: string) => string[] | undefined
  onChange: (value: ConditionDraft) => void
}) {
  const change = (part: Partial<ConditionDraft>) => onChange({ ...value, ...part })
  return (
    <>
      <Field label="Kind" optional errors={errorsOf('conditions.kind')}>
        {(slots) => (
          <Select {...slots} value={value.kind} onChange={(event) => change({ kind: event.target.value })}>
            <option value="">Any</option>
            {kinds.map(({ kind, title }) => (
              <option key={kind} value={kind}>
                {title}
              </option>
            ))}
            {value.kind !== '' && !kinds.some(({ kind }) => kind === value.kind) && (
              <option value={value.kind}>{value.kind}</option>
            )}
          </Select>
        )}
      </Field>
      {fields.map(({ name, label, hint, inputMode }) => (
        <Field key={name} label={label} hint={hint} optional errors={errorsOf(`conditions.${name}`)}>
          {(slots) => (
            <Input
              {...slots}
              inputMode={inputMode}
              value={value[name]}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label="Header" hint="X-Callback-Id" optional errors={errorsOf('conditions.header.name')}>
        {(slots) => (
          <Input
            {...slots}
            value={value.header.name}
            onChange={(event) => change({ header: { ...value.header, name: event.target.value } })}
          />
        )}
      </Field>
      <Field
        label="Header is"
        hint="Empty: it is there."
        optional
        errors={errorsOf('conditions.header.value')}
      >
        {(slots) => (
          <Input
            {...slots}
            value={value.header.value}
            onChange={(event) => change({ header: { ...value.header, value: event.target.value } })}
          />
        )}
      </Field>
      <Field
        label="Value in the body"
        hint="Body.stkCallback.ResultCode"
        optional
        errors={errorsOf('conditions.body.path')}
      >
        {(slots) => (
          <Input
            {...slots}
            className="font-mono"
            value={value.body.path}
            onChange={(event) => change({ body: { ...value.body, path: event.target.value } })}
          />
        )}
      </Field>
      <Field label="Value is" hint="Empty: it is there." optional errors={errorsOf('conditions.body.value')}>
        {(slots) => (
          <Input
            {...slots}
            value={value.body.value}
            onChange={(event) => change({ body: { ...value.body, value: event.target.value } })}
          />
        )}
      </Field>
    </>
  )
}
