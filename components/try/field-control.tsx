'use client'
import { ChevronDown } from 'lucide-react'
import { type ClipboardEvent, lazy, type Ref, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { useOnDemand } from '@/components/ui/on-demand'
import type { Field, FieldKind } from '@/lib/catalogue/types'
import type { TestNumber } from './test-numbers-menu'

const inputModes: Partial<Record<FieldKind, 'numeric' | 'url'>> = {
  amount: 'numeric',
  msisdn: 'numeric',
  shortcode: 'numeric',
  url: 'url',
}

/** What a value is typed into or chosen from; a value that is not documented can be kept. */
export function FieldControl({
  field,
  text,
  placeholder,
  onType,
  onPaste,
  ...slots
}: {
  field: Field
  text: string
  placeholder: string | undefined
  onType: (typed: string) => void
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
  id: string
  ref: Ref<HTMLInputElement & HTMLSelectElement>
  onBlur: () => void
  disabled: boolean
  'aria-describedby': string
  'aria-invalid': true | undefined
}) {
  const { choices = [], required } = field
  if (choices.length === 0) {
    return (
      <Input
        {...slots}
        className="font-mono"
        value={text}
        placeholder={placeholder}
        inputMode={inputModes[field.kind]}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
        onPaste={onPaste}
      />
    )
  }
  return (
    <Select {...slots} value={text} onChange={(event) => onType(event.target.value)}>
      {(text === '' || !required) && <option value="">{required ? 'Choose one' : 'Leave out'}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
      {text !== '' && !choices.some((choice) => choice.value === text) && (
        <option value={text}>{text} (not documented)</option>
      )}
    </Select>
  )
}

const load = () => import('./test-numbers-menu')
const TestNumbersMenu = lazy(() => load().then((module) => ({ default: module.TestNumbersMenu })))

/** Phones whose outcome is known. */
export function TestNumbers({
  numbers,
  disabled,
  describedBy,
  onPick,
}: {
  numbers: readonly TestNumber[]
  disabled: boolean
  describedBy: string
  onPick: (msisdn: string) => void
}) {
  const { isWanted, trigger } = useOnDemand(load, 'menu')
  const look = {
    disabled,
    'aria-label': 'Test numbers',
    'aria-describedby': describedBy,
    children: (
      <>
        <span className="max-sm:sr-only">Test numbers</span>
        <ChevronDown />
      </>
    ),
  }
  const waiting = <Button {...look} {...trigger} />
  if (!isWanted) return waiting
  return (
    <Suspense fallback={waiting}>
      <TestNumbersMenu button={<Button {...look} />} numbers={numbers} onPick={onPick} />
    </Suspense>
  )
}
