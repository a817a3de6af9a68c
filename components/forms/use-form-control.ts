import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { DefaultValues, FieldErrors, FieldValues, Resolver, UseFormReturn } from 'react-hook-form'
import { follow } from './follow'
import { libraryHere } from './library-here'
import { valueAt, withValueAt } from './path'

/** What forms use of the library's own. */
export type Fields<Values extends FieldValues> = Pick<
  UseFormReturn<Values>,
  'register' | 'watch' | 'getValues' | 'setValue' | 'reset'
>
export type FormControl<Values extends FieldValues> = Fields<Values> &
  Pick<UseFormReturn<Values>, 'control' | 'handleSubmit' | 'setError' | 'clearErrors' | 'resetField'>
type State<Values extends FieldValues> = {
  errors: FieldErrors<Values>
  isDirty: boolean
  isSubmitting: boolean
  submitCount: number
}

const tracked = { values: true, errors: true, isDirty: true, isSubmitting: true, submitCount: true } as const

/**
 * The form library's control of a form, once the library is here. Until then the fields are those that the server drew:
 * what is typed into them the library takes when it comes, and what is done to them otherwise is done again then.
 */
export const useFormControl = <Values extends FieldValues>(
  values: DefaultValues<Values>,
  resolver: Resolver<Values>,
) => {
  const library = useSyncExternalStore(libraryHere.subscribe, libraryHere.now, libraryHere.now)
  const rules = useRef(resolver)
  useEffect(() => {
    rules.current = resolver
  })
  const early = useEarly(values)
  const make = () => {
    const form = library?.createFormControl<Values>({
      defaultValues: values,
      resolver: (...asked) => rules.current(...asked),
      shouldFocusError: false,
    })
    // From the first field on it has to be known whether something changed.
    form?.subscribe({ formState: tracked, callback: () => {} })
    // Before it is drawn with: fields that stand there because of what was chosen have to stay.
    if (form) for (const change of early.changes) change(form)
    return form
  }
  const [made, setMade] = useState(make)
  if (library && !made) setMade(make())

  const [state, setState] = useState<State<Values>>({
    errors: {},
    isDirty: false,
    isSubmitting: false,
    submitCount: 0,
  })
  useEffect(() => libraryHere.fetch(), [])
  useEffect(() => {
    if (!made) return
    const stop = made.subscribe({
      formState: tracked,
      callback: () => setState({ ...made.control._formState }),
    })
    // As the library's own hook says it: from now on a field is told what to hold and no longer asked.
    made.control._formState.isReady = true
    early.handOver(made)
    setState({ ...made.control._formState })
    return stop
  }, [made, early.handOver])
  const told = useRef(values)
  useEffect(() => {
    if (made) follow(made, told.current, values)
    told.current = values
  }, [made, values])
  return { state, fields: made ?? early.fields, whenHere: early.whenHere, control: made?.control }
}

type Early<Values extends FieldValues> = {
  values: object
  /** What was done to the values, in order. */
  changes: readonly ((form: FormControl<Values>) => void)[]
}

/** A form before its library is here. */
const useEarly = <Values extends FieldValues>(began: DefaultValues<Values>) => {
  const [{ values, changes }, setEarly] = useState<Early<Values>>({ values: began, changes: [] })
  const here = useRef<FormControl<Values>>(undefined)
  const waiting = useRef<((form: FormControl<Values>) => void)[]>([])
  const change = (next: (values: object) => object, act?: (form: FormControl<Values>) => void) => {
    if (here.current) act?.(here.current)
    else
      setEarly((before) => ({
        values: next(before.values),
        changes: act ? [...before.changes, act] : before.changes,
      }))
  }
  const at = (names?: unknown): unknown => {
    if (Array.isArray(names)) return names.map(at)
    return typeof names === 'string' ? valueAt(values, names) : values
  }
  // The library's signatures depend on the names of the fields, which nothing else can spell.
  const fields = {
    register: (name, options) => ({
      name,
      ref: () => {},
      onBlur: async () => {},
      onChange: async (event) => {
        const { type, value, checked } = event.target
        change(
          (before) => withValueAt(before, name, type === 'checkbox' ? checked : value),
          // Of what is typed or ticked the library sees by itself that it was changed.
          type === 'radio' ? (form) => form.setValue(name, value, { shouldDirty: true }) : undefined,
        )
        options?.onChange?.(event)
      },
    }),
    watch: at,
    getValues: at,
    setValue: (name, value, options) =>
      change(
        (before) => withValueAt(before, name, value),
        (form) => form.setValue(name, value, options),
      ),
    reset: (next, options) =>
      change(
        () => (typeof next === 'object' ? next : began),
        (form) => form.reset(next, options),
      ),
  } as Fields<Values>
  const [handOver] = useState(() => (form: FormControl<Values>) => {
    here.current = form
    for (const act of waiting.current.splice(0)) act(form)
  })
  const whenHere = () =>
    new Promise<FormControl<Values>>((resolve) => {
      if (here.current) resolve(here.current)
      else waiting.current.push(resolve)
    })
  return { fields, changes, whenHere, handOver }
}
