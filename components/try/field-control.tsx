'use client'
import { ChevronDown } from 'lucide-react'
import { type ClipboardEvent, lazy, type Ref, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { useOnDemand } from '@/components/ui/on-demand'
import type { Field, FieldKind } from '@/lib/catalogue/types'
import type { Suggestion } from './suggestions-menu'

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

const load = () => import('./suggestions-menu')
const SuggestionsMenu = lazy(() => load().then((module) => ({ default: module.SuggestionsMenu })))

/** Values to choose from: phones whose outcome is known, inboxes. */
export function Suggestions({
  title,
  suggestions,
  disabled,
  describedBy,
  onPick,
}: {
  title: string
  suggestions: readonly Suggestion[]
  disabled: boolean
  describedBy: string
  onPick: (value: string) => void
}) {
  const { isWanted, trigger } = useOnDemand(load, 'menu')
  const look = {
    disabled,
    'aria-label': title,
    'aria-describedby': describedBy,
    children: (
      <>
        <span className="@max-[32rem]:sr-only">{title}</span>
        <ChevronDown />
      </>
    ),
  }
  const waiting = <Button {...look} {...trigger} />
  if (!isWanted) return waiting
  return (
    <Suspense fallback={waiting}>
      <SuggestionsMenu button={<Button {...look} />} suggestions={suggestions} onPick={onPick} />
    </Suspense>
  )
}
