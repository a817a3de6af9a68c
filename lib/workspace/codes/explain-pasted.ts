import { z } from 'zod'
import { type ExplainedText, explainText, type Finding } from '@/lib/codes/explain-text'
import { findOperation, systems } from '@/lib/systems'
import { kindTitle } from '@/lib/systems/callbacks'
import { type CodeView, codeView } from './code-view'

/** Longer texts are logs, not messages. */
export const longestPaste = 64 * 1024

export const explainInput = z.strictObject({
  text: z
    .string()
    .min(1, 'Paste a message first.')
    .max(longestPaste, `Paste ${longestPaste / 1024} KB at most: the message itself is enough.`),
})

export type ExplainedPaste = {
  form: ExplainedText['form']
  findings: (Omit<Finding, 'row' | 'others'> & {
    systemTitle: string | null
    kindTitle: string | null
    operationTitle: string | null
    row: CodeView | null
    others: CodeView[]
    /** What to do with a code that no source explains; null when one does. */
    advice: string | null
  })[]
}

/** What a pasted message says: which system and place it is of, and each code in it explained. Nothing of it is kept. */
export const explainPasted = (input: unknown): ExplainedPaste => {
  const { text } = explainInput.parse(input)
  const { form, findings } = explainText(systems, text)
  return {
    form,
    findings: findings.map(({ row, others, ...finding }) => ({
      ...finding,
      systemTitle: systems.find(({ id }) => id === finding.system)?.title ?? null,
      kindTitle: finding.kind && kindTitle(finding.system, finding.kind),
      operationTitle: finding.operation ? (findOperation(finding.operation)?.title ?? null) : null,
      row: row && codeView(row),
      others: others.map(codeView),
      advice: row || finding.code === null ? null : unknownAdvice,
    })),
  }
}

export const unknownAdvice =
  'No source explains this code, so it stays as it came. Go by the words beside it, do not take it for success or failure, and ask for the status of the transaction before you repeat the call. Support can find the request by its ids.'
