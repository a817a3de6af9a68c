'use client'
import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { duration } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { SandboxSettingsView } from '@/lib/workspace/world/views'
import type { Fault, FaultKind, Strictness } from '@/lib/world/types'
import { Late } from './problem'
import { useSettings, useWorldChange } from './queries'

const faultWords: Record<FaultKind, { title: string; text: string }> = {
  slow: { title: 'Slow answer', text: 'The acknowledgement takes longer.' },
  'no-callback': { title: 'No callback', text: 'Accepted, then silence.' },
  'callback-first': { title: 'Callback first', text: 'The result is there before the acknowledgement.' },
  duplicate: { title: 'Duplicate callback', text: 'The same result twice.' },
  'out-of-order': {
    title: 'Out of order',
    text: 'A callback waits until the next one has overtaken it; 15 seconds when none comes.',
  },
  'result-and-timeout': {
    title: 'Result and timeout',
    text: 'The queue time-out comes first, then the result all the same. Calls with a QueueTimeOutURL only.',
  },
  'timeout-instead': {
    title: 'Timeout instead',
    text: 'Only the queue time-out comes: ask for the status before you repeat. G2 SOAP answers that it queued the request. Calls with a QueueTimeOutURL only.',
  },
  'http-500': { title: 'HTTP 500', text: 'The gateway fails.' },
  'html-200': { title: 'HTML with status 200', text: 'A page of a proxy in place of JSON.' },
  'spike-arrest': { title: 'Spike arrest', text: 'Too many requests at once.' },
  'expired-token': { title: 'Expired token', text: 'A token that was good a moment ago.' },
  truncated: { title: 'Truncated body', text: 'The answer breaks off.' },
  dropped: { title: 'Dropped connection', text: 'No answer at all.' },
}

const times = [
  { name: 'resultDelayMs', label: 'Result callback after', hint: 'From the acknowledgement to the result.' },
  { name: 'autoPayDelayMs', label: 'Self-paying phones answer after', hint: '254708374149 and its like.' },
  { name: 'promptLifetimeMs', label: 'A prompt waits', hint: 'Then it ends with 1037.' },
  { name: 'validationTimeoutMs', label: 'C2B validation may take', hint: 'M-Pesa gives it eight seconds.' },
] as const

export type OperationChoice = { id: string; title: string }

/** How the emulated provider behaves: its delays, how strictly it reads, and what goes wrong on purpose. */
export function Behaviour({ canChange, operations }: { canChange: boolean; operations: OperationChoice[] }) {
  const settings = useSettings()
  if (!settings.data) return <Late reading={settings} what="The settings" />
  return (
    <>
      <Delays key={JSON.stringify(settings.data)} settings={settings.data} canChange={canChange} />
      <Faults faults={settings.data.faults} canChange={canChange} operations={operations} />
    </>
  )
}

const useChange = () => {
  const change = useWorldChange()
  const say = useToast()
  return async (patch: Partial<SandboxSettingsView>, done: string): Promise<Record<string, string[]>> => {
    try {
      await change('PATCH', 'settings', patch)
      say(done)
      return {}
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      say(thrown.message, 'bad')
      return thrown.fields
    }
  }
}

function Delays({ settings, canChange }: { settings: SandboxSettingsView; canChange: boolean }) {
  const change = useChange()
  const [wrong, setWrong] = useState<Record<string, string[]>>({})
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const patch = Object.fromEntries(
      times.map(({ name }) => [name, Math.round(Number(data.get(name)) * 1000)]),
    )
    setWrong(await change(patch, 'Delays saved'))
  }
  return (
    <>
      <Section
        title="How strictly it reads"
        description="Lenient takes what real clients send and notes what the documentation would refuse. Strict refuses it."
      >
        {canChange ? (
          <Segmented<Strictness>
            aria-label="Strictness"
            value={settings.strictness}
            onChange={(strictness) => void change({ strictness }, `Reading is ${strictness} now`)}
            options={[
              { value: 'lenient', label: 'Lenient' },
              { value: 'strict', label: 'Strict' },
            ]}
          />
        ) : (
          <p>{settings.strictness === 'lenient' ? 'Lenient' : 'Strict'}</p>
        )}
      </Section>
      <Section title="Delays" description="In seconds.">
        <form onSubmit={save} className="grid max-w-3xl gap-3 sm:grid-cols-2">
          {times.map(({ name, label, hint }) => (
            <Field key={name} label={label} hint={hint} errors={wrong[name]}>
              {(slots) => (
                <Input
                  {...slots}
                  name={name}
                  type="number"
                  min="0"
                  max="600"
                  step="0.1"
                  required
                  disabled={!canChange}
                  defaultValue={settings[name] / 1000}
                />
              )}
            </Field>
          ))}
          {canChange && (
            <div className="sm:col-span-2">
              <Button type="submit">Save the delays</Button>
            </div>
          )}
        </form>
      </Section>
    </>
  )
}

function Faults({
  faults,
  canChange,
  operations,
}: {
  faults: Fault[]
  canChange: boolean
  operations: OperationChoice[]
}) {
  const change = useChange()
  const [kind, setKind] = useState<FaultKind>('slow')
  const titleOf = (id: string) => operations.find((each) => each.id === id)?.title ?? id
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const operation = String(data.get('operation') ?? '')
    const count = Number(data.get('times'))
    const seconds = Number(data.get('seconds'))
    const fault: Fault = {
      kind,
      ...(operation && { operation }),
      ...(count > 0 && { times: count }),
      ...(kind === 'slow' && { ms: Math.round(seconds * 1000) }),
    }
    await change({ faults: [...faults, fault] }, `${faultWords[kind].title} is on`)
  }
  return (
    <Section
      title="Faults on purpose"
      description="What your code has to live with in production, one at a time. They stay until removed or used up."
    >
      {faults.length > 0 && (
        <ul aria-label="Active faults" className="mb-4 max-w-3xl border-t">
          {faults.map((fault, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two equal faults differ only by their place
            <li key={index} className="flex items-center gap-3 border-b py-1.5">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{faultWords[fault.kind].title}</span>
                <span className="text-ink-muted">
                  {' '}
                  · {fault.operation ? titleOf(fault.operation) : 'every operation'}
                  {fault.ms !== undefined && ` · ${duration(fault.ms)}`} ·{' '}
                  {fault.times === undefined
                    ? 'until removed'
                    : `${fault.times} more ${fault.times === 1 ? 'time' : 'times'}`}
                </span>
              </span>
              {canChange && (
                <Button
                  size="sm"
                  aria-label={`Remove the fault: ${faultWords[fault.kind].title}`}
                  onClick={() =>
                    void change(
                      { faults: faults.filter((_, other) => other !== index) },
                      `${faultWords[fault.kind].title} is off`,
                    )
                  }
                >
                  <Trash2 aria-hidden /> Remove
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {faults.length === 0 && <p className="mb-4 text-ink-muted">None: everything works.</p>}
      {canChange && (
        <form onSubmit={add} className="grid max-w-3xl items-start gap-3 sm:grid-cols-4">
          <Field label="Fault" hint={faultWords[kind].text}>
            {(slots) => (
              <Select {...slots} value={kind} onChange={(event) => setKind(event.target.value as FaultKind)}>
                {Object.entries(faultWords).map(([value, words]) => (
                  <option key={value} value={value}>
                    {words.title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Where">
            {(slots) => (
              <Select {...slots} name="operation" defaultValue="">
                <option value="">Every operation</option>
                {operations.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="How often" optional hint="Empty: until removed.">
            {(slots) => <Input {...slots} name="times" type="number" min="1" step="1" />}
          </Field>
          {kind === 'slow' && (
            <Field label="Seconds">
              {(slots) => (
                <Input
                  {...slots}
                  name="seconds"
                  type="number"
                  min="0.1"
                  max="120"
                  step="0.1"
                  required
                  defaultValue={5}
                />
              )}
            </Field>
          )}
          <div className="sm:col-span-4">
            <Button type="submit">Add the fault</Button>
          </div>
        </form>
      )}
    </Section>
  )
}
