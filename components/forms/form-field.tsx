'use client'
import type { ReactNode } from 'react'
import type { FieldPath, FieldValues, UseFormRegisterReturn } from 'react-hook-form'
import { Field, type FieldSlots } from '@/components/ui/field'
import { Notice } from '@/components/ui/layout'
import type { Form } from './use-form'

type Slots = FieldSlots & Omit<UseFormRegisterReturn, 'required'> & { defaultValue?: string }

/** A labelled field of a form: `children` receives all that its control must carry. */
export function FormField<Values extends FieldValues>({
  form,
  name,
  children,
  ...field
}: {
  form: Form<Values>
  name: FieldPath<Values>
  label: ReactNode
  hint?: ReactNode
  optional?: boolean
  className?: string
  children: (slots: Slots) => ReactNode
}) {
  const began = form.beganWith(name)
  return (
    <Field {...field} errors={form.errorsOf(name)}>
      {(slots) =>
        children({
          ...slots,
          ...form.register(name),
          // Drawn by the server too, before the form is alive.
          ...(began !== undefined && { defaultValue: String(began) }),
        })
      }
    </Field>
  )
}

/** What was refused, where no field shows it, and whatever else must be heard when it appears. */
export function FormMessage({
  form: { message },
  children,
}: {
  form: { message: string }
  children?: ReactNode
}) {
  return (
    <div aria-live="polite" className="contents">
      {message && <Notice tone="bad" title={message} />}
      {children}
    </div>
  )
}
