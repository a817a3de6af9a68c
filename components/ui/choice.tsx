'use client'
import { Check } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/classes'
import { moveFocus } from './roving'

type Toggled = Omit<ComponentProps<'button'>, 'onChange'> & {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
}

const stateOf = (checked: boolean) => (checked ? 'checked' : 'unchecked')

export function Checkbox({ checked, onCheckedChange, className, ...props }: Toggled) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native checkbox cannot be drawn in our colours in every browser
    <button
      type="button"
      role="checkbox"
      data-slot="checkbox"
      data-state={stateOf(checked)}
      aria-checked={checked}
      onClick={() => onCheckedChange(!checked)}
      // A checkbox is turned by Space alone.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      className={cn(
        'inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-canvas data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-accent-ink disabled:opacity-55',
        className,
      )}
      {...props}
    >
      {checked && <Check className="pointer-events-none size-3" strokeWidth={3} />}
    </button>
  )
}

export function Switch({ checked, onCheckedChange, className, ...props }: Toggled) {
  return (
    <button
      type="button"
      role="switch"
      data-slot="switch"
      data-state={stateOf(checked)}
      aria-checked={checked}
      onClick={() => onCheckedChange(!checked)}
      className={cn(
        'group inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-hover p-0.5 transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-55',
        className,
      )}
      {...props}
    >
      <span className="size-3.5 rounded-full bg-line-strong transition-transform group-data-[state=checked]:translate-x-4 group-data-[state=checked]:bg-accent-ink" />
    </button>
  )
}

/** One of a few, all visible. Needs an `aria-label`. */
export function Segmented<Value extends string>({
  value,
  onChange,
  options,
  className,
  ...props
}: {
  value: Value
  onChange: (value: Value) => void
  options: { value: Value; label: string }[]
  className?: string
  'aria-label': string
}) {
  const stop = options.some((option) => option.value === value) ? value : options[0]?.value
  return (
    <div
      data-slot="segmented"
      role="radiogroup"
      onKeyDown={(event) => moveFocus(event, '[role=radio]', 'both')}
      className={cn('inline-flex rounded border border-line-strong/60 bg-raised p-px', className)}
      {...props}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio button cannot carry its label inside
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          data-state={option.value === value ? 'on' : 'off'}
          tabIndex={option.value === stop ? 0 : -1}
          onClick={() => option.value !== value && onChange(option.value)}
          className="h-6.5 rounded-sm px-2 text-ink-muted text-sm hover:text-ink data-[state=on]:bg-hover data-[state=on]:font-medium data-[state=on]:text-ink"
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
