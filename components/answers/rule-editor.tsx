'use client'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useCall } from '@/components/forms/use-call'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { callApi } from '@/lib/api/client'
import type { RuleAction, RuleView } from '@/lib/workspace/answers/rules'
import { ConditionFields, type KindChoice } from './condition-fields'
import { type RuleDraft, ruleDraft, ruleOfDraft } from './drafts'
import { useRulesChange } from './queries'
import { TriedRule } from './tried-rule'

export type EditorChoices = {
  kinds: KindChoice[]
  codes: { code: string; message: string }[]
  templateNames: readonly string[]
}

const actions: Record<RuleAction['do'], string> = {
  accept: 'Accept: what the sender expects',
  reject: 'Reject the payment',
  answer: 'Answer with this',
  fail: 'Fail, then recover',
  drop: 'End the connection',
}

/** Writes a rule, tries it on what is stored, and saves it. */
export function RuleEditor({
  inbox,
  rule,
  id,
  effect,
  choices,
  onDone,
}: {
  inbox: string
  /** What the fields begin with. */
  rule: Pick<RuleView, 'name' | 'conditions' | 'action'>
  /** Of the rule that is changed; absent for a new one. */
  id?: string
  /** What the provider does when it is answered so. */
  effect?: string
  choices: EditorChoices
  onDone: () => void
}) {
  const change = useRulesChange()
  const trying = useCall((draft: RuleDraft) =>
    callApi('POST /inboxes/{name}/rules/try', { path: { name: inbox }, body: ruleOfDraft(draft) }),
  )
  const form = useForm({
    values: ruleDraft(rule),
    schema: async () => (await import('@/lib/workspace/answers/rules')).ruleInput,
    input: ruleOfDraft,
    submit: (body) =>
      id === undefined
        ? change('POST /inboxes/{name}/rules', { path: { name: inbox }, body })
        : change('PATCH /inboxes/{name}/rules/{id}', { path: { name: inbox, id }, body }),
    onDone,
  })
  const conditions = form.watch('conditions')
  const action = form.watch('action.do')
  return (
    <form {...form.props} aria-label="Rule" className="flex flex-col gap-4 border-y py-4">
      {effect && <p className="max-w-3xl text-ink-muted">{effect}</p>}
      <FormField form={form} name="name" label="Name" className="max-w-md">
        {(slots) => <Input {...slots} />}
      </FormField>
      <fieldset className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <legend className="mb-2 font-medium">When a message is like this</legend>
        <ConditionFields
          value={conditions}
          kinds={choices.kinds}
          errorsOf={form.errorsOf}
          onChange={(next) => form.setValue('conditions', { ...form.getValues('conditions'), ...next })}
        />
        <FormField
          form={form}
          name="conditions.first"
          label="Only the first"
          optional
          hint="So many of them."
        >
          {(slots) => <Input {...slots} type="number" min="1" step="1" />}
        </FormField>
        <FormField
          form={form}
          name="conditions.oneIn"
          label="One in"
          optional
          hint="2 is the second, fourth, sixth of them."
        >
          {(slots) => <Input {...slots} type="number" min="2" step="1" />}
        </FormField>
      </fieldset>
      <fieldset className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <legend className="mb-2 font-medium">Then</legend>
        <FormField form={form} name="action.do" label="Answer">
          {(slots) => (
            <Select {...slots}>
              {Object.entries(actions).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </FormField>
        {action === 'reject' && (
          <FormField
            form={form}
            name="action.code"
            label="Code"
            hint="Meets only messages that ask whether to take a payment."
          >
            {(slots) => (
              <Select {...slots}>
                {choices.codes.map(({ code, message }) => (
                  <option key={code} value={code}>
                    {code}: {message}
                  </option>
                ))}
              </Select>
            )}
          </FormField>
        )}
        {action === 'fail' && (
          <FormField form={form} name="action.times" label="So many times" hint="After that it accepts.">
            {(slots) => <Input {...slots} type="number" min="1" step="1" />}
          </FormField>
        )}
        {(action === 'answer' || action === 'fail') && (
          <FormField form={form} name="action.status" label="HTTP status">
            {(slots) => <Input {...slots} type="number" min={action === 'fail' ? 400 : 200} max="599" />}
          </FormField>
        )}
        <FormField
          form={form}
          name="action.delayMs"
          label="After"
          optional
          hint="Seconds, up to 60. M-Pesa waits for about eight."
        >
          {(slots) => <Input {...slots} inputMode="decimal" />}
        </FormField>
        {action === 'answer' && (
          <>
            <FormField
              form={form}
              name="action.headers"
              label="Headers"
              optional
              hint="A line each: Retry-After: 5"
              className="sm:col-span-2"
            >
              {(slots) => <CodeTextarea {...slots} rows={3} />}
            </FormField>
            <FormField
              form={form}
              name="action.body"
              label="Body"
              optional
              hint={`Filled in from the message: ${choices.templateNames.map((name) => `{${name}}`).join(' ')} {body:Path.To.Value}`}
              className="sm:col-span-2"
            >
              {(slots) => <CodeTextarea {...slots} rows={6} />}
            </FormField>
          </>
        )}
      </fieldset>
      <FormMessage form={form} />
      <div aria-live="polite" className="contents">
        {trying.error && <Notice tone="bad" title={trying.error.message} />}
        {trying.data && <TriedRule tried={trying.data} />}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={form.isPending}>
          {id === undefined ? 'Add the rule' : 'Save the rule'}
        </Button>
        <Button disabled={trying.isPending} onClick={() => trying.run(form.getValues())}>
          Try on stored callbacks
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
