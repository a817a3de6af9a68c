'use client'
import { Check } from 'lucide-react'
import { Checkbox as CheckboxPrimitive, Switch as SwitchPrimitive, ToggleGroup } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/classes'

export function Checkbox({ className, ...props }: ComponentProps<typeof CheckboxPrimitive.Root>) {
  return (
    <CheckboxPrimitive.Root
      data-slot="checkbox"
      className={cn(
        'inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-canvas data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-accent-ink disabled:opacity-55',
        className,
      )}
      {...props}
    >
      <CheckboxPrimitive.Indicator>
        <Check className="size-3" strokeWidth={3} />
      </CheckboxPrimitive.Indicator>
    </CheckboxPrimitive.Root>
  )
}

export function Switch({ className, ...props }: ComponentProps<typeof SwitchPrimitive.Root>) {
  return (
    <SwitchPrimitive.Root
      data-slot="switch"
      className={cn(
        'inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-hover p-0.5 transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-55',
        className,
      )}
      {...props}
    >
      <SwitchPrimitive.Thumb className="size-3.5 rounded-full bg-line-strong transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-accent-ink" />
    </SwitchPrimitive.Root>
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
  return (
    <ToggleGroup.Root
      data-slot="segmented"
      type="single"
      value={value}
      onValueChange={(next) => next && onChange(next as Value)}
      className={cn('inline-flex rounded border border-line-strong/60 bg-raised p-px', className)}
      {...props}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="h-6.5 rounded-sm px-2 text-ink-muted text-sm hover:text-ink data-[state=on]:bg-hover data-[state=on]:font-medium data-[state=on]:text-ink"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
