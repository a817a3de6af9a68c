import { createFormControl } from 'react-hook-form'
import { expect, test } from 'vitest'
import { follow } from './follow'

const began = { name: 'Local', timeout: '30', credentials: { key: 'k1', code: '' } }
type Values = typeof began

const formWith = (typed: Partial<Values> = {}) => {
  const form = createFormControl<Values>({ defaultValues: began })
  for (const name of ['name', 'timeout', 'credentials.key', 'credentials.code'] as const) form.register(name)
  form.subscribe({ formState: { values: true, isDirty: true }, callback: () => {} })
  for (const [name, value] of Object.entries(typed)) {
    form.setValue(name as keyof Values, value as string, { shouldDirty: true })
  }
  return form
}

test('fields that nobody touched take what a teammate saved', () => {
  const form = formWith()
  follow(form, began, { ...began, name: 'Duka', credentials: { key: 'k2', code: '' } })
  expect(form.getValues()).toEqual({ ...began, name: 'Duka', credentials: { key: 'k2', code: '' } })
  expect(form.control._formState.isDirty).toBe(false)
})

test('what was typed stays, beside what follows', () => {
  const form = formWith({ name: 'Mine' })
  follow(form, began, { ...began, name: 'Duka', timeout: '60' })
  expect(form.getValues()).toEqual({ ...began, name: 'Mine', timeout: '60' })
})

test('what was saved from here is what the next change is measured by', () => {
  const form = formWith({ name: 'Mine' })
  const saved = { ...began, name: 'Mine' }
  follow(form, began, saved)
  follow(form, saved, { ...saved, name: 'Duka' })
  expect(form.getValues('name')).toBe('Duka')
})

test('what was drawn anew and says the same changes nothing', () => {
  const form = formWith({ timeout: '' })
  follow(form, began, structuredClone(began))
  expect(form.getValues('timeout')).toBe('')
})
