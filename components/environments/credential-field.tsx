'use client'
import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useAction } from '@/components/forms/use-action'
import type { Form } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Input, Select } from '@/components/ui/input'
import { Time } from '@/components/ui/time'
import type { ActionResult } from '@/lib/auth/action-result'
import { cn } from '@/lib/classes'
import type { Credential, CredentialsDraft } from './credentials-draft'

type Props = { form: Form<CredentialsDraft>; credential: Credential; canChange: boolean }

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
    <div className="grid gap-x-4 gap-y-1 border-b py-2.5 @min-[54rem]:grid-cols-[12rem_minmax(0,1fr)_minmax(0,18rem)] @min-[54rem]:items-start">
      <label htmlFor={id} className="font-medium text-sm @min-[54rem]:pt-1.5">
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
      <p id={`${id}-hint`} className="text-ink-muted text-sm @min-[54rem]:pt-1.5">
        {credential.help}
      </p>
    </div>
  )
}

export function PlainCredential({ form, credential, canChange }: Props) {
  const name = `credentials.${credential.name}` as const
  return (
    <Row credential={credential} errors={form.errorsOf(name)}>
      {(slots) =>
        credential.choices ? (
          <Select
            {...slots}
            {...form.register(name)}
            defaultValue={credential.shown ?? ''}
            disabled={!canChange}
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
            {...form.register(name)}
            defaultValue={credential.shown ?? ''}
            readOnly={!canChange}
            placeholder="not set"
            inputMode={
              credential.kind === 'shortcode' || credential.kind === 'msisdn' ? 'numeric' : undefined
            }
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
          />
        )
      }
    </Row>
  )
}

const stray = /^[\s"'`]+|[\s"'`]+$/g

export function SecretCredential({
  form,
  credential,
  canChange,
  reveal,
}: Props & { reveal: () => Promise<ActionResult<string>> }) {
  const [shown, setShown] = useState<string>()
  const revealing = useAction(reveal, { saysWhyIn: 'toast' })
  const name = `credentials.${credential.name}` as const
  const [value = '', clear] = form.watch([name, 'clear'])
  const isCleared = clear.includes(credential.name)
  const setCleared = (next: boolean) => {
    const others = clear.filter((one) => one !== credential.name)
    form.setValue('clear', next ? [...others, credential.name] : others, { shouldDirty: true })
  }
  return (
    <Row credential={credential} errors={form.errorsOf(name)}>
      {(slots) => (
        <>
          <div className="flex flex-wrap items-center gap-1.5 @min-[32rem]:flex-nowrap">
            <Input
              {...slots}
              {...form.register(name, { onChange: () => setCleared(false) })}
              type="password"
              readOnly={!canChange}
              placeholder={placeholderOf(credential, isCleared)}
              autoComplete="new-password"
              spellCheck={false}
              className="font-mono"
            />
            {canChange && credential.set && (
              <>
                <Button
                  size="icon"
                  aria-label={shown === undefined ? `Reveal ${credential.label}` : `Hide ${credential.label}`}
                  aria-pressed={shown !== undefined}
                  disabled={revealing.isPending}
                  onClick={() =>
                    shown === undefined ? revealing.run(undefined, setShown) : setShown(undefined)
                  }
                >
                  {shown === undefined ? <Eye /> : <EyeOff />}
                </Button>
                <Button
                  aria-label={isCleared ? `Keep ${credential.label}` : `Clear ${credential.label}`}
                  aria-pressed={isCleared}
                  onClick={() => {
                    form.setValue(name, '', { shouldDirty: true })
                    setCleared(!isCleared)
                  }}
                >
                  {isCleared ? 'Keep' : 'Clear'}
                </Button>
              </>
            )}
          </div>
          {shown !== undefined && (
            <CopyText value={shown} max={96} label={credential.label} className="self-start whitespace-pre" />
          )}
          {value !== value.replace(stray, '') && (
            <p className="text-pending text-sm">
              There is a space or a quote at its edge.{' '}
              <Button
                variant="link"
                size="inline"
                onClick={() => form.setValue(name, value.replace(stray, ''), { shouldDirty: true })}
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
