import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { cleared, type InboxFilters, matchWords } from './filters'
import type { KindChoice } from './inbox-filters'

/** Fields of the menu; the search box and the inbox stand beside it. */
const fieldNames = ['kind', 'match', 'code', 'id', 'receipt', 'msisdn', 'from', 'to'] as const
/** What narrows the inbox, in full. */
export function FilterForm({
  filters,
  kinds,
  onChange,
  onClose,
}: {
  filters: InboxFilters
  kinds: KindChoice[]
  onChange: (change: Partial<InboxFilters>) => void
  onClose: () => void
}) {
  return (
    <form
      method="dialog"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        const change: Partial<InboxFilters> = {}
        for (const name of fieldNames) {
          const value = data.get(name)
          if (typeof value === 'string') change[name] = value.trim()
        }
        onChange(change)
        onClose()
      }}
    >
      <Field label="Kind">
        {(slots) => (
          <Select name="kind" defaultValue={filters.kind} {...slots}>
            <option value="">Any</option>
            {kinds.map((each) => (
              <option key={each.kind} value={each.kind}>
                {each.title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Belief">
        {(slots) => (
          <Select name="match" defaultValue={filters.match} {...slots}>
            <option value="">Any</option>
            <option value="yes">{matchWords.yes}</option>
            <option value="no">{matchWords.no}</option>
          </Select>
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Result code">
          {(slots) => <Input name="code" defaultValue={filters.code} {...slots} />}
        </Field>
        <Field label="Callback number">
          {(slots) => (
            <Input name="id" inputMode="numeric" pattern="\d*" defaultValue={filters.id} {...slots} />
          )}
        </Field>
        <Field label="Receipt">
          {(slots) => <Input name="receipt" defaultValue={filters.receipt} {...slots} />}
        </Field>
        <Field label="Phone number">
          {(slots) => <Input name="msisdn" inputMode="tel" defaultValue={filters.msisdn} {...slots} />}
        </Field>
      </div>
      <Field label="From">
        {(slots) => <Input name="from" type="datetime-local" defaultValue={filters.from} {...slots} />}
      </Field>
      <Field label="To">
        {(slots) => <Input name="to" type="datetime-local" defaultValue={filters.to} {...slots} />}
      </Field>
      <div className="flex justify-end gap-2">
        <Button
          onClick={() => {
            onChange(cleared(fieldNames))
            onClose()
          }}
        >
          Clear
        </Button>
        <Button type="submit" variant="primary">
          Apply
        </Button>
      </div>
    </form>
  )
}
