import Link from 'next/link'
import { Code, prettyText } from '@/components/ui/code'
import { CopyText } from '@/components/ui/copy'
import { Notice } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import type { Operation } from '@/lib/catalogue/types'
import { exampleOf } from '@/lib/derive'
import { bodyText } from './draft'

/** A call that the provider makes: what it sends, what it expects, and where it can be pointed to look at it. */
export function InboundPanel({ operation, inboxUrl }: { operation: Operation; inboxUrl: string }) {
  const owed = operation.acknowledgement.success
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Notice title="M-Pesa makes this call, you answer it">
        <span className="flex flex-wrap items-center gap-x-2">
          To see what arrives, give them the address of this inbox:
          <CopyText value={inboxUrl} max={60} label="Inbox address" className="font-semibold" />
          <Link href="/inbox" className="text-accent underline underline-offset-3">
            Open the inbox
          </Link>
        </span>
      </Notice>
      <section aria-labelledby="inbound-asks" className="min-w-0">
        <h2 id="inbound-asks" className="pb-1 font-semibold text-base">
          What they send
        </h2>
        <Table>
          <thead>
            <tr>
              <Th>Field</Th>
              <Th>What it is</Th>
            </tr>
          </thead>
          <tbody>
            {operation.fields.map((field) => (
              <tr key={field.name}>
                <Td className="font-mono text-sm">{field.name}</Td>
                <Td>{field.help}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
        <Code
          className="mt-2"
          {...prettyText(bodyText(operation, exampleOf(operation), {}))}
          label="Copy example"
        />
      </section>
      <section aria-labelledby="inbound-owed" className="min-w-0">
        <h2 id="inbound-owed" className="pb-1 font-semibold text-base">
          What you answer, with HTTP {owed.httpStatus}
        </h2>
        <Code
          {...prettyText(typeof owed.body === 'string' ? owed.body : JSON.stringify(owed.body, null, 2))}
          label="Copy answer"
        />
        {owed.note && <p className="pt-1 text-ink-muted text-sm">{owed.note}</p>}
      </section>
    </div>
  )
}
