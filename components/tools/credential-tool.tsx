'use client'
import { Lock } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { encryptHere, prepareEncryption } from '@/lib/crypto/browser-rsa'
import type { OfferedCertificate } from './certificate-choice'
import { CertificateChoice, useCertificate } from './certificate-choice'
import { Result } from './result'

/** The password goes from the field into a local variable and no further. */
export function CredentialTool({
  certificates,
  first,
}: {
  certificates: OfferedCertificate[]
  first: string | undefined
}) {
  const choice = useCertificate(certificates, first)
  const [password, setPassword] = useState('')
  const [made, setMade] = useState<string>()
  const [refused, setRefused] = useState<string>()
  // The encryption code is here before the password is, so that encrypting asks the server for nothing.
  useEffect(() => {
    void prepareEncryption()
  }, [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setMade(undefined)
    setRefused(undefined)
    if (!choice.pem) return setRefused('Choose a certificate first.')
    if (password === '') return setRefused('Type the password first.')
    const result = await encryptHere(password, choice.pem)
    if (result.kind === 'made') setMade(result.credential)
    else setRefused(result.reason)
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p className="flex items-start gap-2 rounded border bg-surface px-3 py-2 text-sm">
        <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-muted" />
        <span>
          The password never leaves this browser: it is encrypted on this page, no request carries it, and
          nothing is stored.
        </span>
      </p>
      <CertificateChoice certificates={certificates} choice={choice} />
      <Field
        label="Initiator password"
        errors={refused ? [refused] : undefined}
        hint={
          /\s/.test(password)
            ? 'There is a space or a line break in it: a common cause of result code 2001.'
            : undefined
        }
      >
        {(slots) => (
          <Input
            {...slots}
            type="password"
            value={password}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            onChange={(event) => {
              setPassword(event.target.value)
              setMade(undefined)
              setRefused(undefined)
            }}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary">
          Encrypt in this browser
        </Button>
      </div>
      {made && (
        <Result label="SecurityCredential" value={made}>
          <p className="text-ink-muted text-sm">
            {made.length} characters. It differs each time, because the padding is random; every one works.
          </p>
        </Result>
      )}
      {made === undefined && choice.pem === undefined && (
        <Notice tone="info">A certificate is needed before anything can be encrypted.</Notice>
      )}
    </form>
  )
}
