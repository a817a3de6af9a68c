'use client'
import { useEffect, useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { encryptHere, prepareEncryption } from '@/lib/crypto/browser-rsa'
import type { OfferedCertificate } from './certificate-choice'
import { CertificateChoice, useCertificate } from './certificate-choice'
import { NeverLeaves } from './never-leaves'
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
  const [made, setMade] = useState<string>()
  // The encryption code is here before the password is, so that encrypting asks the server for nothing.
  useEffect(() => {
    void prepareEncryption()
  }, [])
  const form = useForm({
    values: { password: '' },
    check: ({ password }) => ({
      password: !choice.pem
        ? ['Choose a certificate first.']
        : password === ''
          ? ['Type the password first.']
          : undefined,
    }),
    submit: async ({ password }) => {
      const result = await encryptHere(password, choice.pem ?? '')
      return result.kind === 'made'
        ? { ok: true as const, data: result.credential }
        : { ok: false as const, message: '', fields: { password: [result.reason] } }
    },
    onDone: setMade,
  })
  return (
    <form {...form.props} onChange={() => setMade(undefined)} className="flex flex-col gap-4">
      <NeverLeaves what="password" />
      <CertificateChoice certificates={certificates} choice={choice} />
      <FormField
        form={form}
        name="password"
        label="Initiator password"
        hint={
          /\s/.test(form.watch('password'))
            ? 'There is a space or a line break in it: a common cause of result code 2001.'
            : undefined
        }
      >
        {(slots) => (
          <Input {...slots} type="password" autoComplete="off" spellCheck={false} className="font-mono" />
        )}
      </FormField>
      <FormMessage form={form} />
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
