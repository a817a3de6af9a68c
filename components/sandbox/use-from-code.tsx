import { Download } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { CopyText } from '@/components/ui/copy'
import { Facts, Section } from '@/components/ui/layout'

/** All that another program needs to talk to the emulated provider instead of the real one. */
export function UseFromCode({
  system,
  baseUrl,
  inboxUrl,
  encryptionKey,
  credentials,
  recipe,
}: {
  system: string
  baseUrl: string
  inboxUrl: string
  /** What its clients encrypt with, where they do. */
  encryptionKey?: { url: string; file: string; what: string }
  credentials: { label: string; value: string }[]
  recipe?: string
}) {
  return (
    <div>
      <Section
        title={`${system}: base URL and credentials`}
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
      {encryptionKey && (
        <Section
          title={`${system}: ${encryptionKey.what}`}
          description="What leaves encrypted is encrypted for this one: only it opens here."
        >
          <Button asChild>
            <a href={encryptionKey.url} download={encryptionKey.file}>
              <Download aria-hidden /> Download the {encryptionKey.what}
            </a>
          </Button>
        </Section>
      )}
      {recipe && (
        <Section
          title={`${system}: a payment from a shell`}
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
      )}
    </div>
  )
}
