import { Checkbox } from '@/components/ui/choice'

/** A setting of a sheet: a form of Jaribu proves nothing in it. */
export function RequireSoftware({
  checked,
  onChange,
}: {
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control
    <label className="flex cursor-pointer items-start gap-2">
      <Checkbox
        className="mt-0.5"
        checked={checked}
        onCheckedChange={(isChecked) => onChange(isChecked === true)}
      />
      <span>
        Require your own software
        <span className="block text-ink-muted text-sm">
          What only a form of Jaribu proved does not fill the sheet.
        </span>
      </span>
    </label>
  )
}
