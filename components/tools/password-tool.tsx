'use client'
import { useState } from 'react'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Facts } from '@/components/ui/layout'
import { makeStkPassword, readStkPassword } from '@/lib/crypto/stk-password'
import { marketOf } from '@/lib/msisdn'
import { momentOf, stampOf } from '@/lib/world/clock'
import { PasswordParts } from './password-parts'
import { Result } from './result'

const kenya = marketOf('kenya')

/** Base64 of shortcode, passkey and timestamp, in both directions. */
export function PasswordTool({ published }: { published: { shortcode: string; passkey: string } }) {
  return (
    <>
      <MakePassword published={published} />
      <ReadPassword published={published} />
    </>
  )
}

function MakePassword({ published }: { published: { shortcode: string; passkey: string } }) {
  const [shortcode, setShortcode] = useState('')
  const [passkey, setPasskey] = useState('')
  const [timestamp, setTimestamp] = useState('')
  const isWhole = shortcode !== '' && passkey !== '' && timestamp !== ''
  return (
    <section aria-label="Make a password" className="flex flex-col gap-4">
      <PasswordParts
        caller={{
          label: 'Shortcode',
          value: shortcode,
          onChange: setShortcode,
          isNumber: true,
          errors: shortcode !== '' && !/^\d{5,7}$/.test(shortcode) ? ['5 to 7 digits.'] : undefined,
        }}
        timestamp={{ label: 'Timestamp', value: timestamp, onChange: setTimestamp }}
      />
      <Field
        label="Passkey"
        hint={
          <Button
            variant="link"
            size="inline"
            className="whitespace-normal text-left"
            onClick={() => {
              setShortcode(published.shortcode)
              setPasskey(published.passkey)
            }}
          >
            Use the published sandbox shortcode and passkey
          </Button>
        }
      >
        {(slots) => (
          <Input
            {...slots}
            value={passkey}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            onChange={(event) => setPasskey(event.target.value.trim())}
          />
        )}
      </Field>
      {isWhole && <Result label="Password" value={makeStkPassword({ shortcode, passkey, timestamp })} />}
    </section>
  )
}

function ReadPassword({ published }: { published: { passkey: string } }) {
  const [password, setPassword] = useState('')
  const reading = password.trim() === '' ? undefined : readStkPassword(password)
  const at = reading?.kind === 'read' ? momentOf(reading.timestamp, kenya) : undefined
  return (
    <section aria-label="Take a password apart" className="flex flex-col gap-4 border-t pt-4">
      <Field
        label="Take a password apart"
        errors={reading?.kind === 'unreadable' ? [reading.reason] : undefined}
      >
        {(slots) => (
          <CodeTextarea
            {...slots}
            rows={3}
            value={password}
            className="break-all"
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {reading?.kind === 'read' && (
        <div role="status">
          <Facts
            rows={[
              { name: 'Shortcode', value: <CopyText value={reading.shortcode} label="Shortcode" /> },
              {
                name: 'Passkey',
                value: (
                  <>
                    <CopyText value={reading.passkey} max={40} label="Passkey" />
                    {reading.passkey === published.passkey && (
                      <span className="ml-2 text-ink-muted text-sm">the published sandbox passkey</span>
                    )}
                  </>
                ),
              },
              {
                name: 'Timestamp',
                value: (
                  <>
                    <CopyText value={reading.timestamp} label="Timestamp" />
                    <span className="ml-2 text-ink-muted text-sm">
                      {at === undefined
                        ? 'no moment of the calendar'
                        : `${stampOf(at, kenya, 'YYYY-MM-DD HH:mm:ss')} in Nairobi, if it is Nairobi time`}
                    </span>
                  </>
                ),
              },
            ]}
          />
        </div>
      )}
    </section>
  )
}
