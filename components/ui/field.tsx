'use client'
import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/classes'

export type FieldSlots = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/**
 * A label, its control, a hint and what is wrong with it, joined for assistive technology.
 * `children` receives the attributes that the control must carry.
 */
export function Field({
  label,
  hint,
  errors,
  optional = false,
  className,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  errors?: string[]
  optional?: boolean
  className?: string
  children: (slots: FieldSlots) => ReactNode
}) {
  const id = useId()
  const wrong = errors && errors.length > 0
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div data-slot="field" className={cn('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
        {optional && <span className="font-normal text-ink-faint"> optional</span>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': wrong ? true : undefined,
      })}
      {wrong && (
        <p id={`${id}-error`} className="text-failed text-sm">
          {errors.join(' ')}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-ink-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}
