'use client'
import { useEffect, useState } from 'react'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { encryptHere, prepareEncryption, readPublicKeyHere } from '@/lib/crypto/browser-rsa'
import type { OfferedCertificate } from './certificate-choice'
import { NeverLeaves } from './never-leaves'
import { Result } from './result'

const own = 'own'

/** The key goes from the field into a local variable and no further. */
export function BearerTool({ publicKeys }: { publicKeys: OfferedCertificate[] }) {
  const [made, setMade] = useState<string>()
  // The encryption code is here before the key is, so that encrypting asks the server for nothing.
  useEffect(() => {
    void prepareEncryption()
  }, [])
  const form = useForm({
    values: { id: publicKeys[0]?.id ?? own, pasted: '', secret: '' },
    check: ({ secret }) => ({ secret: secret === '' ? ['Type the key to encrypt first.'] : undefined }),
    submit: async ({ id, pasted, secret }) => {
      const chosen = id === own ? await readPublicKeyHere(pasted) : publicKeys.find((one) => one.id === id)
      const result = chosen
        ? await encryptHere(secret, chosen.pem)
        : {
            kind: 'refused' as const,
            reason: 'This is no RSA public key, as PEM or as one line of Base64.',
          }
      return result.kind === 'made'
        ? { ok: true as const, data: result.credential }
        : { ok: false as const, message: '', fields: { [id === own ? 'pasted' : 'id']: [result.reason] } }
    },
    onDone: setMade,
  })
  const [id, secret] = form.watch(['id', 'secret'])
  return (
    <form {...form.props} onChange={() => setMade(undefined)} className="flex flex-col gap-4">
      <NeverLeaves what="key" />
      <FormField form={form} name="id" label="Public key">
        {(slots) => (
          <Select {...slots}>
            {publicKeys.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
            <option value={own}>One that I paste</option>
          </Select>
        )}
      </FormField>
      {id === own && (
        <FormField
          form={form}
          name="pasted"
          label="Pasted public key"
          hint="PEM, or the one line that the portal prints."
        >
          {(slots) => <CodeTextarea {...slots} />}
        </FormField>
      )}
      <FormField
        form={form}
        name="secret"
        label="API key or session key"
        hint={/\s/.test(secret) ? 'There is a space or a line break in it.' : undefined}
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
        <Result label="Bearer" value={made}>
          <p className="text-ink-muted text-sm">
            {made.length} characters, PKCS#1 v1.5. It differs each time, because the padding is random; every
            one works.
          </p>
        </Result>
      )}
    </form>
  )
}
