'use client'
import { ApiKey } from '@/components/sandbox/api-key'
import { useWorldChange } from '@/components/sandbox/queries'
import { Button } from '@/components/ui/button'
import type { ApplicationView } from '@/lib/workspace/portal/views'

export function OpenapiApplicationKey({
  application,
  canChange,
}: {
  application: ApplicationView
  canChange: boolean
}) {
  const change = useWorldChange()
  return (
    <ApiKey
      masked={application.shownKey}
      canChange={canChange}
      description="Encrypted with the public key, it buys a session key. A renewal ends it at once; local environments that use it get the new one."
      consequence="Code that asks for a session with the present key is refused with INS-989 from then on."
      ask={(verb) =>
        change('POST /sandbox/openapi/applications/{id}/key', {
          path: { id: application.id },
          body: { do: verb },
        })
      }
    >
      <Button asChild size="sm">
        <a href="/emulator/openapi/public-key" download="jaribu-openapi-public-key.pem">
          Public key
        </a>
      </Button>
    </ApiKey>
  )
}
