'use client'
import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Input, Select } from '@/components/ui/input'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/auth/action-result'
import { cn } from '@/lib/classes'
import type { EnvironmentView } from '@/lib/workspace/views'
import { useAction } from './use-action'

export type Credential = EnvironmentView['credentials'][number]

type RowProps = {
  credential: Credential
  value: string
  errors?: string[]
  canChange: boolean
  onType: (value: string) => void
}

/** Label, input and hint on one line at desktop width. */
function Row({
  credential,
  errors,
  children,
}: {
  credential: Credential
  errors?: string[]
  children: (slots: { id: string; 'aria-describedby': string; 'aria-invalid'?: true }) => ReactNode
}) {
  const id = useId()
  const isWrong = errors !== undefined && errors.length > 0
  return (
    <div className="grid gap-x-4 gap-y-1 border-b py-2.5 md:grid-cols-[12rem_minmax(0,1fr)_minmax(0,18rem)] md:items-start">
      <label htmlFor={id} className="font-medium text-sm md:pt-1.5">
        {credential.label}
      </label>
      <div className="flex min-w-0 flex-col gap-1">
        {children({
          id,
          'aria-describedby': isWrong ? `${id}-error ${id}-hint` : `${id}-hint`,
          'aria-invalid': isWrong || undefined,
        })}
        {isWrong && (
          <p id={`${id}-error`} className="text-failed text-sm">
            {errors.join(' ')}
          </p>
        )}
      </div>
      <p id={`${id}-hint`} className="text-ink-muted text-sm md:pt-1.5">
        {credential.help}
      </p>
    </div>
  )
}

export function PlainCredential({ credential, value, errors, canChange, onType }: RowProps) {
  return (
    <Row credential={credential} errors={errors}>
      {(slots) =>
        credential.choices ? (
          <Select
            {...slots}
            value={value}
            disabled={!canChange}
            onChange={(event) => onType(event.target.value)}
          >
            <option value="">not set</option>
            {credential.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            {...slots}
            value={value}
            readOnly={!canChange}
            placeholder="not set"
            inputMode={
              credential.kind === 'shortcode' || credential.kind === 'msisdn' ? 'numeric' : undefined
            }
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            onChange={(event) => onType(event.target.value)}
          />
        )
      }
    </Row>
  )
}

const stray = /^[\s"'`]|[\s"'`]$/

export function SecretCredential({
  credential,
  value,
  isCleared,
  errors,
  canChange,
  onType,
  onClear,
  reveal,
}: RowProps & {
  isCleared: boolean
  onClear: () => void
  reveal: () => Promise<ActionResult<string>>
}) {
  const say = useToast()
  const [shown, setShown] = useState<string>()
  const { run, isPending } = useAction<void, string>(async () => {
    const result = await reveal()
    if (!result.ok) say(result.message, 'bad')
    return result
  })
  return (
    <Row credential={credential} errors={errors}>
      {(slots) => (
        <>
          <div className="flex flex-wrap items-center gap-1.5 sm:flex-nowrap">
            <Input
              {...slots}
              type="password"
              value={value}
              readOnly={!canChange}
              placeholder={placeholderOf(credential, isCleared)}
              autoComplete="new-password"
              spellCheck={false}
              className="font-mono"
              onChange={(event) => onType(event.target.value)}
            />
            {canChange && credential.set && (
              <>
                <Button
                  size="icon"
                  aria-label={shown === undefined ? `Reveal ${credential.label}` : `Hide ${credential.label}`}
                  aria-pressed={shown !== undefined}
                  disabled={isPending}
                  onClick={() => (shown === undefined ? run(undefined, setShown) : setShown(undefined))}
                >
                  {shown === undefined ? <Eye /> : <EyeOff />}
                </Button>
                <Button
                  aria-label={isCleared ? `Keep ${credential.label}` : `Clear ${credential.label}`}
                  aria-pressed={isCleared}
                  onClick={onClear}
                >
                  {isCleared ? 'Keep' : 'Clear'}
                </Button>
              </>
            )}
          </div>
          {shown !== undefined && (
            <CopyText value={shown} max={96} label={credential.label} className="self-start whitespace-pre" />
          )}
          {stray.test(value) && (
            <p className="text-pending text-sm">
              There is a space or a quote at its edge.{' '}
              <Button
                variant="link"
                size="inline"
                onClick={() => onType(value.replace(/^[\s"'`]+|[\s"'`]+$/g, ''))}
              >
                Remove it
              </Button>
            </p>
          )}
          {credential.updatedAt !== null && (
            <p className={cn('text-ink-faint text-xs', isCleared && 'text-pending')}>
              {isCleared ? 'Will be forgotten when you save' : 'Stored '}
              {!isCleared && <Time at={credential.updatedAt} show="date" />}
            </p>
          )}
        </>
      )}
    </Row>
  )
}

const placeholderOf = (credential: Credential, isCleared: boolean): string =>
  !credential.set || isCleared ? 'not set' : `${credential.shown} stored: leave empty to keep it`
