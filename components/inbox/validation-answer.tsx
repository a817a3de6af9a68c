'use client'
import { useQueryClient } from '@/components/live/queries'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import { type ApiAnswer, callApi, isProblem } from '@/lib/api/client'
import { keyOf, useValidationAnswer } from './use-validation-answer'

/** The codes by which M-Pesa lets a merchant turn a payment down. */
const refusals = [
  ['C2B00011', 'invalid phone number'],
  ['C2B00012', 'invalid account number'],
  ['C2B00013', 'invalid amount'],
  ['C2B00014', 'invalid KYC details'],
  ['C2B00015', 'invalid shortcode'],
  ['C2B00016', 'other error'],
] as const

/** What an inbox says when M-Pesa asks whether a customer's payment may go through. */
export function ValidationAnswer({ inbox, canChange }: { inbox: string; canChange: boolean }) {
  const queries = useQueryClient()
  const say = useToast()
  const key = keyOf(inbox)
  const known = useValidationAnswer(inbox)
  const validation = known ?? 'accept'
  const change = async (next: string) => {
    queries.setQueryData<ApiAnswer<'GET /inboxes/{name}'>>(
      key,
      (before) => before && { inbox: { ...before.inbox, validation: next } },
    )
    try {
      await callApi('PATCH /inboxes/{name}', { path: { name: inbox }, body: { validation: next } })
      say(next === 'silent' ? 'Validations get no answer now' : 'The next validation is answered so')
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      say(thrown.message, 'bad')
    } finally {
      void queries.invalidateQueries({ queryKey: key })
    }
  }
  const isListed = ['accept', 'silent', ...refusals.map(([code]) => code)].includes(validation)
  return (
    <Field
      label={`Inbox ${inbox} answers validations`}
      hint={
        validation === 'silent'
          ? 'The default of the registered URLs decides after eight seconds.'
          : 'Asked where a shortcode has validation on and its URL is this inbox, unless a rule of it answers.'
      }
    >
      {(slots) => (
        <Select
          {...slots}
          value={validation}
          disabled={!canChange || known === undefined}
          onChange={(event) => void change(event.target.value)}
        >
          <option value="accept">Accept</option>
          {refusals.map(([code, words]) => (
            <option key={code} value={code}>
              Reject: {code}, {words}
            </option>
          ))}
          {!isListed && <option value={validation}>Reject: {validation}</option>}
          <option value="silent">Stay silent</option>
        </Select>
      )}
    </Field>
  )
}
