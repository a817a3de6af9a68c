'use client'
import { type ComponentProps, startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Control, DefaultValues, FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import type { ActionResult } from '@/lib/auth/action-result'
import { valueAt } from './path'
import { settled } from './result-of'
import { createSchemaCheck, messagesIn, resolverOf, type SchemaSource, type Wrong } from './rules'
import { type Fields, type FormControl, useFormControl } from './use-form-control'

export type Form<Values extends FieldValues> = Fields<Values> & {
  /** Undefined until the form library is here. */
  control: Control<Values> | undefined
  /** For the `<form>` itself. */
  props: Pick<ComponentProps<'form'>, 'ref' | 'method' | 'onSubmit' | 'onFocus' | 'noValidate'>
  /** As if its button had been pressed. */
  submit: () => Promise<void>
  isPending: boolean
  isChanged: boolean
  /** What a field began with. */
  beganWith: (name: string) => unknown
  /** What is wrong with a field, or with what is below it. */
  errorsOf: (name: string) => string[] | undefined
  /** What was refused, where no field shows it; empty for nothing. */
  message: string
  forgetErrors: () => void
}

/**
 * The one way for forms. What is wrong appears beside the fields, whether the browser found it or the server; what was
 * typed stays; the first wrong field gets the focus.
 */
export const useForm = <Values extends FieldValues, Input extends FieldValues = Values, Data = unknown>({
  values,
  schema,
  check,
  input: inputOf = (typed) => typed as FieldValues as Input,
  submit,
  onDone,
}: {
  /** What the fields begin with. They are named as in the input, so that what the server refuses finds them. */
  values: DefaultValues<Values>
  /** The one that the server has too. */
  schema?: SchemaSource<Input>
  /** What no schema says. */
  check?: (values: Values) => Wrong
  /** What the server is sent; absent where it is what was typed, as it is. */
  input?: (values: Values) => Input
  submit: (input: Input) => Promise<ActionResult<Data>>
  onDone?: (data: Data, form: Pick<UseFormReturn<Values>, 'getValues' | 'reset' | 'setValue'>) => void
}): Form<Values> => {
  const element = useRef<HTMLFormElement>(null)
  const isBusy = useRef(false)
  const [message, setMessage] = useState('')
  const [bySchema] = useState(() => createSchemaCheck(schema))
  const { state, fields, whenHere, control } = useFormControl<Values>(
    values,
    resolverOf({ schemaErrorsOf: bySchema.errorsOf, check, inputOf }),
  )
  const { errors, isDirty, isSubmitting, submitCount } = state

  const handle = (form: FormControl<Values>) =>
    form.handleSubmit(async (typed) => {
      const result = await settled(submit(inputOf(typed)))
      if (result.ok) {
        const { data } = result
        // Joins what the server draws again because of the change.
        startTransition(() => onDone?.(data, form))
        return
      }
      for (const [name, words] of Object.entries(result.fields)) {
        form.setError(name as FieldPath<Values>, { type: 'server', message: words.join(' ') })
      }
      // What stands beside a field is not said again above the button.
      if (Object.keys(result.fields).length === 0) setMessage(result.message)
    })()
  const send = async () => {
    if (isBusy.current) return
    isBusy.current = true
    setMessage('')
    try {
      await handle(await whenHere())
    } finally {
      isBusy.current = false
    }
  }

  const showFirst = useEffectEvent(() => {
    const words = messagesIn(errors)
    if (words.length === 0) return
    const wrong = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (wrong) wrong.focus()
    else setMessage(words.join(' '))
  })
  useEffect(() => {
    if (submitCount > 0) showFirst()
  }, [submitCount])

  return {
    control,
    register: fields.register,
    watch: fields.watch,
    getValues: fields.getValues,
    setValue: fields.setValue,
    reset: fields.reset,
    props: {
      ref: element,
      // Enter before the page listens does nothing. The browser's own way would write every field into the address.
      method: 'dialog',
      noValidate: true,
      onFocus: () => void bySchema.prepare(),
      onSubmit: (event) => {
        event.preventDefault()
        void send()
      },
    },
    submit: send,
    isPending: isSubmitting,
    isChanged: isDirty,
    beganWith: (name) => valueAt(values, name),
    errorsOf: (name) => {
      const words = messagesIn(valueAt(errors, name))
      return words.length > 0 ? words : undefined
    },
    message,
    forgetErrors: () => {
      void whenHere().then((form) => form.clearErrors())
      setMessage('')
    },
  }
}
