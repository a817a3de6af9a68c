'use client'
import { useState } from 'react'
import { FileField } from '@/components/forms/file-field'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { Input } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import { readCertificateFile } from '@/lib/crypto/certificate-file'
import type { TlsInput } from '@/lib/workspace/environments/tls-input'
import type { EnvironmentView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { PemFields } from './pem-fields'

type Props = { environment: EnvironmentView; actions: EnvironmentActions }

const tls = async () => (await import('@/lib/workspace/environments/tls-input')).tlsInput

export function AuthorityForm({ environment, actions }: Props) {
  const say = useToast()
  const form = useForm({
    values: { ca: '' },
    schema: tls,
    submit: (change) => actions.saveTls({ environment: environment.id, ...change }),
    onDone: (_, { reset }) => {
      reset()
      say('Authority saved')
    },
  })
  return (
    <Section
      title={environment.tls.ca.length > 0 ? 'Replace the authority' : 'Trust an authority of your own'}
      description="The provider's CA certificate as PEM or DER; several in one file are fine."
      className="border-t-0 pt-0"
    >
      <form {...form.props} className="flex max-w-2xl flex-col gap-3">
        <PemFields form={form} name="ca" file="CA file" />
        <FormMessage form={form} />
        <div>
          <Button type="submit" disabled={form.isPending || form.watch('ca').trim() === ''}>
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

type Client = { certificate: string; key: string; pkcs12: string; passphrase: string }

/** What is sent of the fields: those of the chosen form, and the passphrase if there is one. */
const inputOf = (kind: ClientFile, { certificate, key, pkcs12, passphrase }: Client): TlsInput => {
  const opened = passphrase === '' ? {} : { passphrase }
  return { client: kind === 'pem' ? { certificate, key, ...opened } : { pkcs12, ...opened } }
}

/** Certificate, key and passphrase leave the fields once they are saved. */
export function ClientForm({ environment, actions }: Props) {
  const say = useToast()
  const [kind, setKind] = useState<ClientFile>('pem')
  const form = useForm({
    values: { client: { certificate: '', key: '', pkcs12: '', passphrase: '' } },
    schema: tls,
    input: ({ client }) => inputOf(kind, client),
    submit: (change) => actions.saveTls({ environment: environment.id, ...change }),
    onDone: (_, { reset }) => {
      reset()
      say('Client certificate saved')
    },
  })
  const { certificate, pkcs12 } = form.watch('client')
  const isFilled = kind === 'pem' ? certificate.trim() !== '' : pkcs12 !== ''
  return (
    <Section
      title={
        environment.tls.client.length > 0 ? 'Replace the client certificate' : 'Add a client certificate'
      }
      className="border-t-0 pt-0"
    >
      <form {...form.props} className="flex max-w-2xl flex-col gap-3">
        <div>
          <Segmented
            aria-label="Form of the client certificate"
            value={kind}
            onChange={(next) => {
              setKind(next)
              form.forgetErrors()
            }}
            options={clientFiles}
          />
        </div>
        {kind === 'pem' ? (
          <>
            <PemFields
              form={form}
              name="client.certificate"
              file="Certificate file"
              label="Certificate, with its chain"
              hint="The key may be in the same text."
            />
            <PemFields
              form={form}
              name="client.key"
              file="Key file"
              accept=".key,.pem,.der"
              label="Private key"
              begins="PRIVATE KEY"
            />
          </>
        ) : (
          <FileField
            label="PKCS#12 file"
            errors={form.errorsOf('client.pkcs12')}
            hint={
              pkcs12 === '' ? 'Certificate, chain and key in one.' : 'The file is read and ready to be saved.'
            }
            accept=".p12,.pfx"
            read={readCertificateFile}
            onRead={(text) => form.setValue('client.pkcs12', text ?? '')}
          />
        )}
        <FormField
          form={form}
          name="client.passphrase"
          label="Passphrase"
          hint="Only if the key is encrypted. It opens the key once and is not kept."
        >
          {(slots) => <Input {...slots} type="password" autoComplete="off" className="max-w-80" />}
        </FormField>
        <FormMessage form={form} />
        <div>
          <Button type="submit" disabled={form.isPending || !isFilled}>
            Save client certificate
          </Button>
        </div>
      </form>
    </Section>
  )
}
