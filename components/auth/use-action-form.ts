'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'

type Result<Data> =
  | { ok: true; data: Data }
  | { ok: false; message: string; fields: Record<string, string[]> }

const lost = 'The server could not be reached. Check that it runs, then try again.'

/**
 * Joins a form to an action: what is wrong appears beside the fields, what was typed stays, and the first wrong field
 * gets the focus.
 */
export const useActionForm = <Input, Data>(
  action: (input: Input) => Promise<Result<Data>>,
  read: (form: FormData) => Input,
  onDone: (data: Data, form: HTMLFormElement) => void | Promise<void>,
) => {
  const form = useRef<HTMLFormElement>(null)
  const [pending, setPending] = useState(false)
  const [message, setMessage] = useState('')
  const [fields, setFields] = useState<Record<string, string[]>>({})

  useEffect(() => {
    if (Object.keys(fields).length === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [fields])

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const target = event.currentTarget
    setPending(true)
    setMessage('')
    setFields({})
    try {
      const result = await action(read(new FormData(target)))
      if (result.ok) await onDone(result.data, target)
      else {
        // The words beside a field need no second telling above the button.
        setMessage(Object.keys(result.fields).length > 0 ? '' : result.message)
        setFields(result.fields)
      }
    } catch {
      setMessage(lost)
    }
    setPending(false)
  }
  return { form, onSubmit, pending, message, fields }
}

/** Text of a field; files never come from these forms. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
