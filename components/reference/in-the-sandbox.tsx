import { AskForCode } from '@/components/sandbox/ask-for-code'
import { Section } from '@/components/ui/layout'
import type { CodeView } from '@/lib/workspace/codes/views'
import { Ways } from './ways'

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
