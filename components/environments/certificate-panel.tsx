'use client'
import { useState } from 'react'
import { FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { useForm } from '@/components/forms/use-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { CopyText } from '@/components/ui/copy'
import { Facts, Notice, Section } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { SecurityCredential } from '@/lib/workspace/environments/make-security-credential'
import type { CertificateView, EnvironmentView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { PemFields } from './pem-fields'

const sourceWords: Record<CertificateView['source'], string> = {
  bundled: 'published by the provider, carried by Jaribu',
  uploaded: 'uploaded here',
  local: "the local sandbox's own",
}

/** Only a system with such a password has credentials to make of it. */
const hasInitiatorPassword = ({ credentials }: EnvironmentView) =>
  credentials.some(({ name }) => name === 'initiatorPassword')

/** What secrets are encrypted with, and doing it. */
export function CertificatePanel({
  environment,
  canChange,
  actions,
}: {
  environment: EnvironmentView
  canChange: boolean
  actions: EnvironmentActions
}) {
  const { certificate } = environment
  return (
    <>
      <Section
        title="Certificate or public key"
        description="What this system wants encrypted is encrypted with it."
      >
        {certificate ? (
          <CertificateFacts certificate={certificate} />
        ) : (
          <Notice tone="info" title="No certificate yet">
            Upload the one that the provider gave you.
          </Notice>
        )}
      </Section>
      {canChange && <ReplaceCertificate environment={environment} actions={actions} />}
      {canChange && certificate && hasInitiatorPassword(environment) && (
        <MakeCredential environment={environment} encrypt={actions.encrypt} />
      )}
    </>
  )
}

function CertificateFacts({ certificate }: { certificate: CertificateView }) {
  return (
    <Facts
      rows={[
        { name: 'Comes from', value: sourceWords[certificate.source] },
        ...(certificate.subject ? [{ name: 'Subject', value: certificate.subject }] : []),
        ...(certificate.issuer ? [{ name: 'Issuer', value: certificate.issuer }] : []),
        ...(certificate.validFrom !== null && certificate.validTo !== null
          ? [
              {
                name: 'Valid',
                value: (
                  <span className="inline-flex flex-wrap items-center gap-2">
                    <span>
                      <Time at={certificate.validFrom} show="date" /> to{' '}
                      <Time at={certificate.validTo} show="date" />
                    </span>
                    {certificate.expired && <Badge tone="pending">expired, still in use</Badge>}
                  </span>
                ),
              },
            ]
          : []),
        { name: 'Key', value: `RSA, ${certificate.bits} bits` },
        {
          name: 'SHA-256',
          value: <CopyText value={certificate.fingerprint} max={40} label="Fingerprint" />,
        },
      ]}
    />
  )
}

function ReplaceCertificate({
  environment,
  actions,
}: {
  environment: EnvironmentView
  actions: EnvironmentActions
}) {
  const say = useToast()
  const form = useForm({
    values: { certificate: '' },
    schema: async () => (await import('@/lib/workspace/environments/input')).updateEnvironmentInput,
    submit: (change) => actions.save({ environment: environment.id, ...change }),
    onDone: (_, { reset }) => {
      reset()
      say('Certificate saved')
    },
  })
  const goingBack = useAction(actions.save, { saysWhyIn: 'toast' })
  return (
    <Section
      title="Use another one"
      description="A PEM or DER file (.cer, .crt, .pem). The portal may replace its certificates."
      actions={
        environment.certificate?.source === 'uploaded' && (
          <Button
            size="sm"
            disabled={goingBack.isPending}
            onClick={() =>
              goingBack.run({ environment: environment.id, certificate: null }, () =>
                say('The published certificate is in use'),
              )
            }
          >
            Go back to the {environment.kind === 'local' ? "sandbox's own" : 'published one'}
          </Button>
        )
      }
    >
      <form {...form.props} className="flex max-w-2xl flex-col gap-3">
        <PemFields form={form} name="certificate" file="File" rows={5} />
        <FormMessage form={form} />
        <div>
          <Button
            type="submit"
            variant="primary"
            disabled={form.isPending || form.watch('certificate').trim() === ''}
          >
            Save certificate
          </Button>
        </div>
      </form>
    </Section>
  )
}

function MakeCredential({
  environment,
  encrypt,
}: {
  environment: EnvironmentView
  encrypt: EnvironmentActions['encrypt']
}) {
  const [made, setMade] = useState<SecurityCredential>()
  const { run, isPending, message } = useAction(encrypt)
  const isStored = environment.credentials.some((one) => one.name === 'initiatorPassword' && one.set)
  if (!isStored) return null
  return (
    <Section
      title="Security credential"
      description="The stored initiator password, encrypted with the certificate above. It differs each time, and every one of them works. Runs make their own."
      actions={
        <Button
          size="sm"
          disabled={isPending}
          onClick={() => run({ environment: environment.id }, (credential) => setMade(credential))}
        >
          Encrypt the stored password
        </Button>
      }
    >
      {message && <Notice tone="bad">{message}</Notice>}
      {made && <Code text={made.credential} label="Copy security credential" wrap />}
    </Section>
  )
}
