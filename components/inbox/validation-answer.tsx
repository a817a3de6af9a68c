'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson, isProblem } from '@/components/live/fetch-json'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'

type Answers = { inbox: { name: string; validation: string } }

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
  // Below `sandbox`, because the live feed has that read again when somebody else changes it.
  const key = ['sandbox', 'inbox-answers', inbox]
  const path = `/api/v1/inboxes/${encodeURIComponent(inbox)}`
  const answers = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => fetchJson<Answers>(path, { signal }),
  })
  const validation = answers.data?.inbox.validation ?? 'accept'
  const change = async (next: string) => {
    queries.setQueryData<Answers>(key, { inbox: { name: inbox, validation: next } })
    try {
      await fetchJson<Answers>(path, { method: 'PATCH', body: { validation: next } })
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
          : 'Asked where a shortcode has validation on and its URL is this inbox.'
      }
    >
      {(slots) => (
        <Select
          {...slots}
          value={validation}
          disabled={!canChange || !answers.data}
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
