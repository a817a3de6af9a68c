import { z } from 'zod'
import type { TransportFault } from '@/lib/catalogue/transport-faults'
import { explainText } from '@/lib/codes/explain-text'
import { findOperation, systems } from '@/lib/systems'
import { kindTitle } from '@/lib/systems/callbacks'
import { codeView } from './code-view'
import type { ExplainedPaste } from './views'

/** Longer texts are logs, not messages. */
export const longestPaste = 64 * 1024

export const explainInput = z.strictObject({
  text: z
    .string()
    .min(1, 'Paste a message first.')
    .max(longestPaste, `Paste ${longestPaste / 1024} KB at most: the message itself is enough.`),
})

/** What a pasted message says: which system and place it is of, and each code in it explained. Nothing of it is kept. */
export const explainPasted = ({ text }: z.output<typeof explainInput>): ExplainedPaste => {
  const { form, findings } = explainText(systems, text)
  return {
    form,
    findings: findings.map(({ row, others, isPlain, transport, ...finding }) => ({
      ...finding,
      systemTitle: systems.find(({ id }) => id === finding.system)?.title ?? null,
      kindTitle: finding.kind && kindTitle(finding.system, finding.kind),
      operationTitle: finding.operation ? (findOperation(finding.operation)?.title ?? null) : null,
      row: row && codeView(row),
      others: others.map(codeView),
      transport: transport && transportView(transport),
      advice:
        row || isPlain || finding.code === null ? null : others.length > 0 ? ambiguousAdvice : unknownAdvice,
    })),
  }
}

const transportView = ({ says, ...fault }: TransportFault) => fault

const ambiguousAdvice =
  'This code means different things in different places, and the text does not tell which of them it came from. Paste the whole message, with the names around the code.'

const unknownAdvice =
  'No source explains this code with these words, so it stays as it came. Go by the words beside it, do not take it for success or failure, and ask for the status of the transaction before you repeat the call. Support can find the request by its ids.'
