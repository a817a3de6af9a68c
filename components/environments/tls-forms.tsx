'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { Notice, Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import { readCertificateFile } from '@/lib/crypto/certificate-file'
import type { EnvironmentView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { FileField } from './file-field'
import { useAction } from './use-action'

type Props = { environment: EnvironmentView; actions: EnvironmentActions }

export function AuthorityForm({ environment, actions }: Props) {
  const say = useToast()
  const [text, setText] = useState('')
  const { run, isPending, errorsOf, message, isGeneral } = useAction(actions.saveTls)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run({ environment: environment.id, change: { ca: text } }, () => {
      setText('')
      say('Authority saved')
    })
  }
  return (
    <Section
      title={environment.tls.ca.length > 0 ? 'Replace the authority' : 'Trust an authority of your own'}
      description="The provider's CA certificate as PEM or DER; several in one file are fine."
      className="border-t-0 pt-0"
    >
      <form onSubmit={submit} noValidate className="flex max-w-2xl flex-col gap-3">
        <FileField label="CA file" accept=".cer,.crt,.pem,.der" read={readCertificateFile} onRead={setText} />
        <Field label="Or its text" errors={errorsOf('ca')}>
          {(slots) => (
            <Textarea
              {...slots}
              rows={4}
              value={text}
              spellCheck={false}
              placeholder="-----BEGIN CERTIFICATE-----"
              className="font-mono text-sm"
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {isGeneral && <Notice tone="bad">{message}</Notice>}
        <div>
          <Button type="submit" disabled={isPending || text.trim() === ''}>
            Save authority
          </Button>
        </div>
      </form>
    </Section>
  )
}

type ClientFile = 'pem' | 'pkcs12'

const clientFiles: { value: ClientFile; label: string }[] = [
  { value: 'pem', label: 'Certificate and key' },
  { value: 'pkcs12', label: 'One .p12 or .pfx file' },
]

/** Certificate, key and passphrase leave the fields once they are saved. */
export function ClientForm({ environment, actions }: Props) {
  const say = useToast()
  const [form, setForm] = useState<ClientFile>('pem')
  const [certificate, setCertificate] = useState('')
  const [key, setKey] = useState('')
  const [pkcs12, setPkcs12] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const { run, isPending, errorsOf, message, isGeneral, forget } = useAction(actions.saveTls)
  const isFilled = form === 'pem' ? certificate.trim() !== '' : pkcs12 !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const opened = passphrase === '' ? {} : { passphrase }
    const client = form === 'pem' ? { certificate, key, ...opened } : { pkcs12, ...opened }
    run({ environment: environment.id, change: { client } }, () => {
      for (const empty of [setCertificate, setKey, setPkcs12, setPassphrase]) empty('')
      say('Client certificate saved')
    })
  }
  return (
    <Section
      title={
        environment.tls.client.length > 0 ? 'Replace the client certificate' : 'Add a client certificate'
      }
      className="border-t-0 pt-0"
    >
      <form onSubmit={submit} noValidate className="flex max-w-2xl flex-col gap-3">
        <div>
          <Segmented
            aria-label="Form of the client certificate"
            value={form}
            onChange={(next) => {
              setForm(next)
              forget()
            }}
            options={clientFiles}
          />
        </div>
        {form === 'pem' ? (
          <>
            <FileField
              label="Certificate file"
              accept=".cer,.crt,.pem,.der"
              read={readCertificateFile}
              onRead={setCertificate}
            />
            <Field
              label="Certificate, with its chain"
              errors={errorsOf('client.certificate')}
              hint="The key may be in the same text."
            >
              {(slots) => (
                <Textarea
                  {...slots}
                  rows={4}
                  value={certificate}
                  spellCheck={false}
                  placeholder="-----BEGIN CERTIFICATE-----"
                  className="font-mono text-sm"
                  onChange={(event) => setCertificate(event.target.value)}
                />
              )}
            </Field>
            <FileField label="Key file" accept=".key,.pem,.der" read={readCertificateFile} onRead={setKey} />
            <Field label="Private key" errors={errorsOf('client.key')}>
              {(slots) => (
                <Textarea
                  {...slots}
                  rows={4}
                  value={key}
                  spellCheck={false}
                  autoComplete="off"
                  placeholder="-----BEGIN PRIVATE KEY-----"
                  className="font-mono text-sm"
                  onChange={(event) => setKey(event.target.value)}
                />
              )}
            </Field>
          </>
        ) : (
          <Field
            label="PKCS#12 file"
            errors={errorsOf('client.pkcs12')}
            hint={
              pkcs12 === '' ? 'Certificate, chain and key in one.' : 'The file is read and ready to be saved.'
            }
          >
            {(slots) => (
              <Input
                {...slots}
                type="file"
                accept=".p12,.pfx"
                className="h-auto py-1"
                onChange={async (event) => {
                  const file = event.target.files?.[0]
                  setPkcs12(file ? await readCertificateFile(file) : '')
                }}
              />
            )}
          </Field>
        )}
        <Field
          label="Passphrase"
          errors={errorsOf('client.passphrase')}
          hint="Only if the key is encrypted. It opens the key once and is not kept."
        >
          {(slots) => (
            <Input
              {...slots}
              type="password"
              value={passphrase}
              autoComplete="off"
              className="max-w-80"
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
        {isGeneral && <Notice tone="bad">{message}</Notice>}
        <div>
          <Button type="submit" disabled={isPending || !isFilled}>
            Save client certificate
          </Button>
        </div>
      </form>
    </Section>
  )
}
