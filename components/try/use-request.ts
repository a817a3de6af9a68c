'use client'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { formLibrary } from '@/components/forms/form-library'
import { libraryHere } from '@/components/forms/library-here'
import { type Form, useForm } from '@/components/forms/use-form'
import type { Json, Operation } from '@/lib/catalogue/types'
import { checkValues } from '@/lib/derive'
import type { Values } from '@/lib/wire/types'
import {
  type Draft,
  draftOf,
  mergeStart,
  packed,
  slotOf,
  valuesOfDraft,
  withReadable,
  withUrlIssues,
} from './draft'
import type { Start } from './origins'
import { startValues, wrongSlots } from './request-values'
import { useBodyText } from './use-body-text'
import { usePlan } from './use-plan'

// Its fields are drawn from their values, so that they cannot be drawn without the library.
libraryHere.take(formLibrary)

const controlOf = ({ control }: Form<Draft>) => {
  if (!control) throw new Error('A request is written without the form library.')
  return control
}

/** The request that is being written: its form, its text, what the server would make of it, and what is wrong. */
export const useRequest = ({
  operation,
  environmentId,
  start: given,
  canPlan,
  onSubmit,
}: {
  operation: Operation
  environmentId: string
  start: Record<string, Start>
  canPlan: boolean
  /** The form was sent, and nothing in it is wrong. */
  onSubmit: () => Promise<void>
}) => {
  const [start, setStart] = useState(given)
  const form = useForm<Draft>({
    values: draftOf(operation, startValues(given)),
    check: (draft) => wrongSlots(operation, checkValues(operation, valuesOfDraft(operation, draft))),
    submit: async () => {
      await onSubmit()
      return { ok: true, data: undefined }
    },
  })
  const control = controlOf(form)
  const draft = useWatch({ control }) as Draft
  const values = useMemo(() => valuesOfDraft(operation, draft), [operation, draft])
  const plan = usePlan(operation.id, environmentId, values, canPlan)
  const derived = useMemo<Values>(() => {
    const names = new Set(plan.data?.derived)
    return Object.fromEntries(Object.entries(plan.data?.values ?? {}).filter(([name]) => names.has(name)))
  }, [plan.data])
  const planned = plan.data?.issues
  const issues = useMemo(
    () =>
      // Whoever may not send sees numbers masked, and is told nothing of what a mask has wrong.
      canPlan
        ? withUrlIssues(operation, checkValues(operation, withReadable(values, derived)), planned ?? [])
        : [],
    [operation, values, derived, planned, canPlan],
  )
  const setValues = (next: Values) => form.reset(draftOf(operation, next))
  const body = useBodyText(operation, values, derived, setValues)
  const replaceValues = (next: Values) => {
    setValues(next)
    body.discard()
  }

  // Another environment, or values from elsewhere: what nobody touched follows, what was typed stays.
  const takeStart = useEffectEvent((next: Record<string, Start>) => {
    if (next === start) return
    replaceValues(mergeStart(values, startValues(start), startValues(next)))
    setStart(next)
  })
  useEffect(() => takeStart(given), [given])

  return {
    form,
    control,
    values,
    start,
    plan,
    derived,
    issues,
    body,
    setValues,
    /** Values from elsewhere, also in place of a text that is being written. */
    replaceValues,
    /** As if the form had begun with these. */
    beginWith: (next: Record<string, Start>) => {
      replaceValues(startValues(next))
      setStart(next)
    },
    put: (name: string, value: Json | undefined) => form.setValue(`v.${slotOf(name)}`, packed(value)),
  }
}

export type TryRequest = ReturnType<typeof useRequest>
