import type { FieldSlots } from '@/components/ui/field'
import { Select } from '@/components/ui/input'

type Option<Value extends string> = { value: Value; label: string }
export type OptionGroup<Value extends string> = { group: string; options: readonly Option<Value>[] }

/** A select that narrows a list; empty text stands for all. */
export function FilterSelect<Value extends string>({
  label,
  all,
  value,
  options = [],
  groups = [],
  className = 'w-auto',
  slots,
  onChange,
}: {
  /** Heard, where no visible label stands beside it. */
  label?: string
  /** Words for no limit: `All operations`. */
  all: string
  value: Value | ''
  options?: readonly Option<Value>[]
  groups?: readonly OptionGroup<Value>[]
  className?: string
  /** Of the field that it stands in. */
  slots?: FieldSlots
  onChange: (value: Value | '') => void
}) {
  const known = [...options, ...groups.flatMap((group) => group.options)]
  // One value may stand twice, as a key that two environments share.
  const draw = (option: Option<Value>) => (
    <option key={`${option.value} ${option.label}`} value={option.value}>
      {option.label}
    </option>
  )
  return (
    <Select
      {...slots}
      aria-label={label}
      className={className}
      value={value}
      onChange={(event) => onChange(known.find((option) => option.value === event.target.value)?.value ?? '')}
    >
      <option value="">{all}</option>
      {options.map(draw)}
      {groups.map(({ group, options: grouped }) => (
        <optgroup key={group} label={group}>
          {grouped.map(draw)}
        </optgroup>
      ))}
    </Select>
  )
}
