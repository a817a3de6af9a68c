import { Download } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { CopyText } from '@/components/ui/copy'
import { Facts, Section } from '@/components/ui/layout'

/** All that another program needs to talk to the emulated provider instead of the real one. */
export function UseFromCode({
  baseUrl,
  inboxUrl,
  certificateUrl,
  credentials,
  recipe,
}: {
  baseUrl: string
  inboxUrl: string
  certificateUrl: string
  credentials: { label: string; value: string }[]
  recipe: string
}) {
  return (
    <>
      <Section
        title="Base URL and credentials"
        description="Change only the base URL: paths, bodies and headers are the provider's own."
      >
        <Facts
          rows={[
            { name: 'Base URL', value: <CopyText value={baseUrl} max={80} label="Base URL" /> },
            { name: 'Callback URL', value: <CopyText value={inboxUrl} max={80} label="Callback URL" /> },
            ...credentials.map((each) => ({
              name: each.label,
              value: <CopyText value={each.value} max={80} label={each.label} />,
            })),
          ]}
        />
      </Section>
      <Section
        title="Certificate"
        description="Encrypt the initiator password with it. The published sandbox password is known to every phone of this world."
      >
        <Button asChild>
          <a href={certificateUrl} download="jaribu-local.cer">
            <Download aria-hidden /> Download the certificate
          </a>
        </Button>
      </Section>
      <Section
        title="From a token to a paid STK push"
        description={
          <>
            Runs as it stands in a shell. Scripts read callbacks with an API token from{' '}
            <Link href="/settings/tokens" className="text-accent underline">
              Settings
            </Link>
            .
          </>
        }
      >
        <Code text={recipe} label="Copy the recipe" />
      </Section>
    </>
  )
}
