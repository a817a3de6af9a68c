'use client'
import { Trash2 } from 'lucide-react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import { duration } from '@/lib/duration'
import type { FaultInput } from '@/lib/workspace/world/input'
import type { Fault, FaultKind } from '@/lib/world/types'
import { faultWords, titleOfFault } from './fault-words'
import { useSettingsChange } from './queries'

export type OperationChoice = { id: string; title: string }

/** What goes wrong on purpose, and adding to it. */
export function Faults({
  faults,
  canChange,
  operations,
}: {
  faults: Fault[]
  canChange: boolean
  operations: OperationChoice[]
}) {
  const say = useToast()
  const removing = useAction(useSettingsChange(), { saysWhyIn: 'toast' })
  const titleOf = (id: string) => operations.find((each) => each.id === id)?.title ?? id
  return (
    <Section
      title="Faults on purpose"
      description="What your code has to live with in production, one at a time. They stay until removed or used up. A single call can ask for one by its header: X-Jaribu-Fault: code; id=quota."
    >
      {faults.length > 0 && (
        <ul aria-label="Active faults" className="mb-4 max-w-3xl border-t">
          {faults.map((fault, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two equal faults differ only by their place
            <li key={index} className="flex items-center gap-3 border-b py-1.5">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{titleOfFault(fault)}</span>
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
                  aria-label={`Remove the fault: ${titleOfFault(fault)}`}
                  disabled={removing.isPending}
                  onClick={() =>
                    removing.run({ faults: faults.filter((_, other) => other !== index) }, () =>
                      say(`${titleOfFault(fault)} is off`),
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
      {canChange && <AddFault faults={faults} operations={operations} />}
    </Section>
  )
}

/** How often and how slow, as typed: `ms` in seconds. */
type Draft = { kind: FaultKind; operation: string; times: string; ms: string; code: string }

const faultOf = ({ kind, operation, times, ms, code }: Draft): FaultInput => ({
  kind,
  ...(operation !== '' && { operation }),
  ...(times.trim() !== '' && { times: Number(times) }),
  ...(kind === 'slow' && { ms: Math.round(Number(ms) * 1000) }),
  ...(kind === 'code' && { code: code.trim() }),
})

function AddFault({ faults, operations }: { faults: Fault[]; operations: OperationChoice[] }) {
  const say = useToast()
  const change = useSettingsChange()
  const form = useForm({
    values: { kind: 'slow', operation: '', times: '', ms: '5', code: '' } as Draft,
    schema: async () => (await import('@/lib/workspace/world/input')).faultInput,
    input: faultOf,
    submit: (fault) => change({ faults: [...faults, fault] }),
    onDone: (_, { getValues }) => say(`${faultWords[getValues('kind')].title} is on`),
  })
  const kind = form.watch('kind')
  return (
    <form {...form.props} className="grid max-w-3xl items-start gap-3 sm:grid-cols-4">
      <FormField form={form} name="kind" label="Fault" hint={faultWords[kind].text}>
        {(slots) => (
          <Select {...slots}>
            {Object.entries(faultWords).map(([value, words]) => (
              <option key={value} value={value}>
                {words.title}
              </option>
            ))}
          </Select>
        )}
      </FormField>
      <FormField form={form} name="operation" label="Where">
        {(slots) => (
          <Select {...slots}>
            <option value="">Every operation</option>
            {operations.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </Select>
        )}
      </FormField>
      <FormField
        form={form}
        name="times"
        label="How often"
        optional
        hint="Empty: until removed. A counted one skips the call for a token."
      >
        {(slots) => <Input {...slots} type="number" min="1" step="1" />}
      </FormField>
      {kind === 'code' && (
        <FormField form={form} name="code" label="Code" hint="Its id, or the code itself: quota, 401.003.01.">
          {(slots) => <Input {...slots} className="font-mono" />}
        </FormField>
      )}
      {kind === 'slow' && (
        <FormField form={form} name="ms" label="Seconds">
          {(slots) => <Input {...slots} type="number" min="0.1" max="60" step="0.1" />}
        </FormField>
      )}
      <div className="flex flex-col items-start gap-3 sm:col-span-4">
        <FormMessage form={form} />
        <Button type="submit" disabled={form.isPending}>
          Add the fault
        </Button>
      </div>
    </form>
  )
}
