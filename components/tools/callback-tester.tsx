'use client'
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { useCall } from '@/components/forms/use-call'
import { DetailQuery } from '@/components/lists/detail-query'
import { useQuery } from '@/components/live/queries'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { type ApiAnswer, callApi, isProblem } from '@/lib/api/client'
import { cn } from '@/lib/classes'

type Kind = ApiAnswer<'GET /callbacks/kinds'>['kinds'][number]
type Example = Pick<Kind, 'id' | 'title' | 'about'> & { body: string }

const examplesIn = (kinds: readonly Kind[]): Example[] =>
  kinds.flatMap(({ example, ...kind }) => (example ? [{ ...kind, body: example.body }] : []))
type Tested = ApiAnswer<'POST /callback-tests'>

/** Sends a callback to somebody's own address and judges the answer. */
export function CallbackTester() {
  const examples = useQuery({
    queryKey: ['callback-kinds'],
    queryFn: async ({ signal }) => examplesIn((await callApi('GET /callbacks/kinds', { signal })).kinds),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <DetailQuery query={examples} unshown="The kinds of callbacks cannot be shown">
      {(list) => <TesterForm examples={list} />}
    </DetailQuery>
  )
}

function TesterForm({ examples }: { examples: readonly Example[] }) {
  const [url, setUrl] = useState('')
  const [kind, setKind] = useState(examples[0]?.id ?? '')
  const [body, setBody] = useState(examples[0]?.body ?? '')
  const testing = useCall(() => callApi('POST /callback-tests', { body: { url: url.trim(), kind, body } }))
  const probing = useCall(() => callApi('POST /receiver-probes', { body: { url: url.trim(), kind, body } }))
  const chosen = examples.find(({ id }) => id === kind)
  const refused = isProblem(testing.error) ? testing.error.fields : undefined
  const choose = (next: string) => {
    setKind(next)
    setBody(examples.find(({ id }) => id === next)?.body ?? '')
    testing.forget()
    probing.forget()
  }
  return (
    <form
      method="dialog"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!testing.isPending) testing.run()
      }}
    >
      <Field label="Your address" hint="https://shop.example/mpesa/callback" errors={refused?.url}>
        {(slots) => (
          <Input
            {...slots}
            value={url}
            inputMode="url"
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Field label="Kind" hint={chosen?.about} errors={refused?.kind}>
        {(slots) => (
          <Select {...slots} value={kind} onChange={(event) => choose(event.target.value)}>
            {examples.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="What it says" hint="Fill in your own values." errors={refused?.body}>
        {(slots) => (
          <CodeTextarea {...slots} rows={12} value={body} onChange={(event) => setBody(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={testing.isPending || url.trim() === ''}>
          {testing.isPending ? 'Waiting for the answer…' : 'Send it'}
        </Button>
        <Button disabled={probing.isPending || url.trim() === ''} onClick={() => probing.run()}>
          {probing.isPending ? 'Sending it in seven ways…' : 'Probe: send it in every way it may come'}
        </Button>
      </div>
      <div aria-live="polite" className="flex flex-col gap-3">
        {testing.error && !refused?.url && <Notice tone="bad" title={testing.error.message} />}
        {testing.data && <Outcome tested={testing.data} />}
        {probing.error && <Notice tone="bad" title={probing.error.message} />}
        {probing.data && <Probed probe={probing.data} />}
      </div>
    </form>
  )
}

const verdicts = {
  accepted: { tone: 'good', title: 'M-Pesa takes this for an acceptance' },
  rejected: { tone: 'warn', title: 'M-Pesa takes this for a rejection: the payment is cancelled' },
  undecided: { tone: 'bad', title: 'M-Pesa takes this for no answer: the registered ResponseType decides' },
  lost: { tone: 'bad', title: 'The callback is lost' },
} as const

const looks = {
  good: { icon: CircleCheck, ink: 'text-good', words: 'Good' },
  risky: { icon: TriangleAlert, ink: 'text-pending', words: 'Risky' },
  bad: { icon: CircleAlert, ink: 'text-failed', words: 'Bad' },
} as const

function Outcome({ tested: { verdict, findings, chain, answer } }: { tested: Tested }) {
  const { tone, title } = verdicts[verdict]
  return (
    <>
      <Notice tone={tone} title={title} />
      <ul className="flex flex-col gap-1.5">
        {findings.map(({ about, result, text }) => {
          const { icon: Icon, ink, words } = looks[result]
          return (
            <li key={about} className="flex gap-2">
              <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', ink)} />
              <span className="min-w-0 break-words">
                <span className="sr-only">{words}: </span>
                {text}
              </span>
            </li>
          )
        })}
      </ul>
      {chain.length > 0 && (
        <ol aria-label="Chain of certificates" className="border-t text-sm">
          {chain.map(({ subject, issuer, validTo }) => (
            <li key={`${subject} ${issuer}`} className="break-words border-b py-1">
              {subject}, signed by {issuer}, valid until <Time at={validTo} show="date" />
            </li>
          ))}
        </ol>
      )}
      {answer && (
        <Code
          wrap
          label="Copy the answer"
          text={[
            `HTTP ${answer.status}`,
            ...answer.headers.map(([name, value]) => `${name}: ${value}`),
            '',
            answer.body,
          ].join('\n')}
        />
      )}
    </>
  )
}

/** Each way in which the payment came, the rule that it tries, and what was seen. */
function Probed({ probe: { cases } }: { probe: ApiAnswer<'POST /receiver-probes'> }) {
  const good = cases.filter(({ result }) => result === 'good').length
  return (
    <section aria-label="Probe" className="flex flex-col gap-2">
      <h3 className="font-medium">
        {good} of {cases.length} ways were taken at once
      </h3>
      <ol className="border-t">
        {cases.map(({ id, title, rule, result, seen, body }) => {
          const { icon: Icon, ink, words } = looks[result]
          return (
            <li key={id} className="flex gap-2 border-b py-2">
              <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', ink)} />
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  <span className="sr-only">{words}: </span>
                  {title}
                </p>
                <p className="text-ink-muted text-sm">{rule}</p>
                <p className="break-words text-sm">{seen}</p>
                <details>
                  <summary className="w-fit cursor-pointer text-accent text-sm">What was sent</summary>
                  <Code wrap text={body} label="Copy what was sent" />
                </details>
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
