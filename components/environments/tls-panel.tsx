'use client'
import { useAction } from '@/components/forms/use-action'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyButton, CopyText } from '@/components/ui/copy'
import { Facts, Notice, Section } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { EnvironmentView, TlsCertificateView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { AuthorityForm, ClientForm } from './tls-forms'

type Props = { environment: EnvironmentView; canChange: boolean; actions: EnvironmentActions }

/** How the connection to the host is made: whom it believes, and what it shows. */
export function TlsPanel({ environment, canChange, actions }: Props) {
  const { ca, client } = environment.tls
  const isPlain = environment.resolvedBaseUrl.startsWith('http:')
  return (
    <>
      {isPlain && (
        <Notice title="Not in use at present" className="mb-4">
          The base URL is http, so connections have no TLS. What is set here counts once it is https.
        </Notice>
      )}
      <Section
        title="Authority of the host"
        description="Only the certificate of the host that one of these signed is believed. Without one, the public authorities count. The check is never switched off."
        actions={
          canChange &&
          ca.length > 0 && <Remove environment={environment} actions={actions} part="ca" what="Authority" />
        }
      >
        {ca.length > 0 ? (
          <Chain certificates={ca} />
        ) : (
          <p className="text-ink-muted">The public authorities that this machine knows.</p>
        )}
      </Section>
      {canChange && <AuthorityForm environment={environment} actions={actions} />}
      <Section
        title="Client certificate"
        description="Shown to this host alone, when it asks who is calling. Private networks ask for one."
        actions={
          canChange &&
          client.length > 0 && (
            <Remove environment={environment} actions={actions} part="client" what="Client certificate" />
          )
        }
      >
        {client.length > 0 ? (
          <>
            <Chain certificates={client} />
            <p className="mt-2 text-ink-muted text-sm">
              Its private key is stored encrypted and is never shown.
            </p>
          </>
        ) : (
          <p className="text-ink-muted">None. A host that asks for one turns every request away.</p>
        )}
      </Section>
      {canChange && <ClientForm environment={environment} actions={actions} />}
    </>
  )
}

function Remove({
  environment,
  actions,
  part,
  what,
}: Pick<Props, 'environment' | 'actions'> & { part: 'ca' | 'client'; what: string }) {
  const say = useToast()
  const { run, isPending, message } = useAction(actions.saveTls)
  return (
    <>
      {message && <Notice tone="bad">{message}</Notice>}
      <Button
        size="sm"
        disabled={isPending}
        onClick={() => run({ environment: environment.id, [part]: null }, () => say(`${what} removed`))}
      >
        {part === 'ca' ? 'Go back to the public ones' : 'Remove with its key'}
      </Button>
    </>
  )
}

const stateWords: Record<TlsCertificateView['state'], string | undefined> = {
  valid: undefined,
  'ends-soon': 'ends soon',
  expired: 'expired: hosts refuse it',
  'not-yet': 'not valid yet',
}

function Chain({ certificates }: { certificates: TlsCertificateView[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {certificates.map((one) => (
        <li key={one.fingerprint}>
          <Facts
            rows={[
              {
                name: 'Subject',
                value: (
                  <span className="inline-flex flex-wrap items-center gap-x-2">
                    <span className="font-medium">{one.subject}</span>
                    <CopyButton value={one.pem} label="Copy certificate as PEM" />
                  </span>
                ),
              },
              { name: 'Signed by', value: one.issuer === one.subject ? 'itself' : one.issuer },
              {
                name: 'Valid',
                value: (
                  <span className="inline-flex flex-wrap items-center gap-2">
                    <span>
                      <Time at={one.validFrom} show="date" /> to <Time at={one.validTo} show="date" />
                    </span>
                    {stateWords[one.state] && (
                      <Badge tone={one.state === 'expired' ? 'failed' : 'pending'}>
                        {stateWords[one.state]}
                      </Badge>
                    )}
                  </span>
                ),
              },
              { name: 'Key', value: one.key },
              { name: 'SHA-256', value: <CopyText value={one.fingerprint} max={40} label="Fingerprint" /> },
            ]}
          />
        </li>
      ))}
    </ul>
  )
}
