'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PasswordParts } from './password-parts'
import { Result } from './result'

/** A password that a system makes of who calls, a secret and a timestamp. The names are the ones on the wire. */
export type HashedPassword = {
  id: string
  title: string
  caller: string
  secret: string
  timestamp: string
  /** What goes where, in a sentence. */
  about: string
  make(caller: string, secret: string, timestamp: string): string
}

/** Computed while typing, on this page; what is typed goes nowhere else. */
export function HashedPasswordTool({ kinds }: { kinds: readonly HashedPassword[] }) {
  const [id, setId] = useState(kinds[0]?.id)
  const [caller, setCaller] = useState('')
  const [secret, setSecret] = useState('')
  const [timestamp, setTimestamp] = useState('')
  const [isShown, setShown] = useState(false)
  const kind = kinds.find((one) => one.id === id)
  if (!kind) return null
  const isWhole = caller !== '' && secret !== '' && timestamp !== ''
  return (
    <section aria-label="Make a hashed password" className="flex flex-col gap-4">
      <div>
        <Segmented
          aria-label="Which password"
          value={kind.id}
          onChange={setId}
          options={kinds.map((one) => ({ value: one.id, label: one.title }))}
        />
      </div>
      <p className="text-ink-muted text-sm">{kind.about}</p>
      <PasswordParts
        caller={{ label: kind.caller, value: caller, onChange: setCaller }}
        timestamp={{ label: kind.timestamp, value: timestamp, onChange: setTimestamp }}
      />
      <Field
        label={kind.secret}
        hint={
          secret !== secret.trim() ? 'There is a space or a line break around it, and it counts.' : undefined
        }
      >
        {(slots) => (
          <div className="flex gap-2">
            <Input
              {...slots}
              type={isShown ? 'text' : 'password'}
              value={secret}
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
              onChange={(event) => setSecret(event.target.value)}
            />
            <Button aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? 'Hide' : 'Show'}
            </Button>
          </div>
        )}
      </Field>
      {isWhole && (
        <Result label={kind.title} value={kind.make(caller, secret, timestamp)}>
          <p className="text-ink-muted text-sm">
            Send it with {kind.timestamp} <code>{timestamp}</code>: with another one it is wrong.
          </p>
        </Result>
      )}
    </section>
  )
}
