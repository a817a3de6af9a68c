import { AskForCode } from '@/components/sandbox/ask-for-code'
import { Section } from '@/components/ui/layout'
import type { CodeView } from '@/lib/workspace/codes/views'

/** How the local sandbox is made to say a code, and a button that asks for it. */
export function InTheSandbox({ code, canChange }: { code: CodeView; canChange: boolean }) {
  const canAsk = code.ways.some(({ trigger }) => trigger?.headers?.['X-Jaribu-Fault'] !== undefined)
  return (
    <Section title="In the local sandbox" description="Any of these brings it about.">
      <Ways code={code} />
      {canAsk && canChange && (
        <div className="mt-3">
          <AskForCode id={code.id} code={code.code ?? code.message} />
        </div>
      )}
    </Section>
  )
}

/** The ways as a list, or why there is none. */
export function Ways({ code }: { code: Pick<CodeView, 'ways' | 'whyNot'> }) {
  if (code.whyNot) return <p className="text-ink-muted">It cannot be had. {code.whyNot}</p>
  return (
    <ul className="grid max-w-prose list-disc gap-1 pl-4">
      {code.ways.map(({ sentence }) => (
        <li key={sentence} className="break-words">
          {sentence}
        </li>
      ))}
    </ul>
  )
}
