'use client'
import { Lock } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select, Textarea } from '@/components/ui/input'
import { encryptHere, prepareEncryption, readPublicKeyHere } from '@/lib/crypto/browser-rsa'
import type { OfferedCertificate } from './certificate-choice'
import { Result } from './result'

const own = 'own'

/** The key goes from the field into a local variable and no further. */
export function BearerTool({ publicKeys }: { publicKeys: OfferedCertificate[] }) {
  const [id, setId] = useState(publicKeys[0]?.id ?? own)
  const [pasted, setPasted] = useState('')
  const [secret, setSecret] = useState('')
  const [made, setMade] = useState<string>()
  const [problem, setProblem] = useState<{ field: 'key' | 'secret'; words: string }>()
  // The encryption code is here before the key is, so that encrypting asks the server for nothing.
  useEffect(() => {
    void prepareEncryption()
  }, [])
  const forget = () => {
    setMade(undefined)
    setProblem(undefined)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    forget()
    const chosen = id === own ? await readPublicKeyHere(pasted) : publicKeys.find((one) => one.id === id)
    if (!chosen) {
      return setProblem({
        field: 'key',
        words: 'This is no RSA public key, as PEM or as one line of Base64.',
      })
    }
    if (secret === '') return setProblem({ field: 'secret', words: 'Type the key to encrypt first.' })
    const result = await encryptHere(secret, chosen.pem)
    if (result.kind === 'made') setMade(result.credential)
    else setProblem({ field: 'key', words: result.reason })
  }
  const errorsOf = (field: 'key' | 'secret') => (problem?.field === field ? [problem.words] : undefined)
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p className="flex items-start gap-2 rounded border bg-surface px-3 py-2 text-sm">
        <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-muted" />
        <span>
          The key never leaves this browser: it is encrypted on this page, no request carries it, and nothing
          is stored.
        </span>
      </p>
      <Field label="Public key" errors={id === own ? undefined : errorsOf('key')}>
        {(slots) => (
          <Select
            {...slots}
            value={id}
            onChange={(event) => {
              setId(event.target.value)
              forget()
            }}
          >
            {publicKeys.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
            <option value={own}>One that I paste</option>
          </Select>
        )}
      </Field>
      {id === own && (
        <Field
          label="Pasted public key"
          errors={errorsOf('key')}
          hint="PEM, or the one line that the portal prints."
        >
          {(slots) => (
            <Textarea
              {...slots}
              className="font-mono text-sm"
              value={pasted}
              spellCheck={false}
              onChange={(event) => {
                setPasted(event.target.value)
                forget()
              }}
            />
          )}
        </Field>
      )}
      <Field
        label="API key or session key"
        errors={errorsOf('secret')}
        hint={/\s/.test(secret) ? 'There is a space or a line break in it.' : undefined}
      >
        {(slots) => (
          <Input
            {...slots}
            type="password"
            value={secret}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            onChange={(event) => {
              setSecret(event.target.value)
              forget()
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
