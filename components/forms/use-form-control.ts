import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { DefaultValues, FieldErrors, FieldValues, Resolver, UseFormReturn } from 'react-hook-form'
import { libraryHere } from './library-here'
import { valueAt, withValueAt } from './path'

/** What forms use of the library's own. */
export type Fields<Values extends FieldValues> = Pick<
  UseFormReturn<Values>,
  'register' | 'watch' | 'getValues' | 'setValue' | 'reset'
>
export type FormControl<Values extends FieldValues> = Fields<Values> &
  Pick<UseFormReturn<Values>, 'control' | 'handleSubmit' | 'setError' | 'clearErrors'>
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
  const make = () => {
    const form = library?.createFormControl<Values>({
      defaultValues: values,
      resolver: (...asked) => rules.current(...asked),
      shouldFocusError: false,
    })
    // From the first field on it has to be known whether something changed.
    form?.subscribe({ formState: tracked, callback: () => {} })
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
  const early = useEarly(values)
  const doAgain = useEffectEvent(early.doAgain)
  useEffect(() => libraryHere.fetch(), [])
  useEffect(() => {
    if (!made) return
    const stop = made.subscribe({
      formState: tracked,
      callback: () => setState({ ...made.control._formState }),
    })
    // As the library's own hook says it: from now on a field is told what to hold and no longer asked.
    made.control._formState.isReady = true
    doAgain(made)
    setState({ ...made.control._formState })
    return stop
  }, [made])
  return { state, fields: made ?? early.fields, whenHere: early.whenHere, control: made?.control }
}

/** A form before its library is here. */
const useEarly = <Values extends FieldValues>(began: DefaultValues<Values>) => {
  const [values, setValues] = useState<object>(began)
  const done = useRef<((form: FormControl<Values>) => void)[]>([])
  const here = useRef<FormControl<Values>>(undefined)
  const act = (change: (form: FormControl<Values>) => void) => {
    if (here.current) change(here.current)
    else done.current.push(change)
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
        setValues((before) => withValueAt(before, name, type === 'checkbox' ? checked : value))
        // Of what is typed or ticked the library sees by itself that it was changed.
        if (type === 'radio') act((form) => form.setValue(name, value, { shouldDirty: true }))
        options?.onChange?.(event)
      },
    }),
    watch: at,
    getValues: at,
    setValue: (name, value, options) => {
      setValues((before) => withValueAt(before, name, value))
      act((form) => form.setValue(name, value, options))
    },
    reset: (next, options) => {
      setValues(typeof next === 'object' ? next : began)
      act((form) => form.reset(next, options))
    },
  } as Fields<Values>
  const doAgain = (form: FormControl<Values>) => {
    here.current = form
    for (const change of done.current.splice(0)) change(form)
  }
  return { fields, whenHere: () => new Promise<FormControl<Values>>(act), doAgain }
}
