'use client'
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useAction } from '@/components/forms/use-action'
import { ValidationAnswer } from '@/components/inbox/validation-answer'
import { DetailQuery } from '@/components/lists/detail-query'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/choice'
import { fetched } from '@/components/ui/fetched'
import { Select } from '@/components/ui/input'
import { EmptyState, Section } from '@/components/ui/layout'
import type { ApiAnswer } from '@/lib/api/client'
import type { RuleView } from '@/lib/workspace/answers/rules'
import { actionWords, conditionWords } from '@/lib/workspace/answers/words'
import { useRules, useRulesChange } from './queries'
import type { EditorChoices } from './rule-editor'

const RuleEditor = fetched(() => import('./rule-editor').then((module) => module.RuleEditor))

type Preset = ApiAnswer<'GET /answer-presets'>['presets'][number]
type Editing = { preset: string } | { id: string } | undefined

const blank = { name: '', conditions: {}, action: { do: 'accept' as const, delayMs: 0 } }

/** The rules of an inbox in their order, and what it answers where none of them fits. */
export function AnswersScreen({
  inbox,
  canChange,
  presets,
  choices,
}: {
  inbox: string
  canChange: boolean
  presets: readonly Preset[]
  choices: EditorChoices
}) {
  const rules = useRules(inbox)
  const [editing, setEditing] = useState<Editing>()
  const close = () => setEditing(undefined)
  const preset = editing && 'preset' in editing ? presets.find(({ id }) => id === editing.preset) : undefined
  return (
    <>
      <Section
        title="Rules"
        description="Asked from the first on; the one that fits answers. Whatever it says, the message is stored before."
      >
        <DetailQuery query={rules} unshown="The rules cannot be shown">
          {(list) =>
            list.length === 0 && !editing ? (
              <EmptyState title="No rules yet">
                <p>
                  Every message gets what its sender expects. With a rule, this inbox rejects a payment,
                  fails, is slow or says nothing, and you see what becomes of it.
                </p>
              </EmptyState>
            ) : (
              <ol className="border-t" aria-label="Rules in their order">
                {list.map((rule, index) =>
                  editing && 'id' in editing && editing.id === rule.id ? (
                    <li key={rule.id}>
                      <RuleEditor inbox={inbox} rule={rule} id={rule.id} choices={choices} onDone={close} />
                    </li>
                  ) : (
                    <RuleRow
                      key={rule.id}
                      inbox={inbox}
                      rule={rule}
                      place={index}
                      count={list.length}
                      canChange={canChange}
                      onEdit={() => setEditing({ id: rule.id })}
                    />
                  ),
                )}
              </ol>
            )
          }
        </DetailQuery>
        {canChange && !editing && <AddRule presets={presets} onAdd={(id) => setEditing({ preset: id })} />}
        {editing && 'preset' in editing && (
          <div className="mt-4">
            <RuleEditor
              key={editing.preset}
              inbox={inbox}
              rule={preset?.rule ?? blank}
              effect={preset?.effect}
              choices={choices}
              onDone={close}
            />
          </div>
        )}
      </Section>
      <Section
        title="Where no rule fits"
        description="Everything but a validation is answered 200 with what M-Pesa expects for its kind."
      >
        <div className="max-w-md">
          <ValidationAnswer inbox={inbox} canChange={canChange} />
        </div>
      </Section>
    </>
  )
}

function AddRule({ presets, onAdd }: { presets: readonly Preset[]; onAdd: (id: string) => void }) {
  const [chosen, setChosen] = useState('')
  return (
    <div className="mt-4 flex flex-wrap items-end gap-2">
      <Select
        aria-label="Begin with"
        className="w-72 max-w-full"
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">An empty rule</option>
        {presets.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <Button variant="primary" onClick={() => onAdd(chosen)}>
        New rule
      </Button>
    </div>
  )
}

function RuleRow({
  inbox,
  rule,
  place,
  count,
  canChange,
  onEdit,
}: {
  inbox: string
  rule: RuleView
  place: number
  count: number
  canChange: boolean
  onEdit: () => void
}) {
  const change = useRulesChange()
  const path = { name: inbox, id: rule.id }
  const changing = useAction(
    (body: { isOn?: boolean; position?: number; startOver?: true }) =>
      change('PATCH /inboxes/{name}/rules/{id}', { path, body }),
    { saysWhyIn: 'toast' },
  )
  const removing = useAction(() => change('DELETE /inboxes/{name}/rules/{id}', { path }), {
    saysWhyIn: 'toast',
  })
  const isBusy = changing.isPending || removing.isPending
  const conditions = conditionWords(rule.conditions)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b py-2">
      <Switch
        aria-label={`${rule.name} is on`}
        checked={rule.isOn}
        disabled={!canChange || isBusy}
        onCheckedChange={(isOn) => changing.run({ isOn })}
      />
      <div className="min-w-0 flex-1 basis-64">
        <p className="break-words font-medium">{rule.name}</p>
        <p className="break-words text-ink-muted text-sm">
          {conditions.length === 0 ? 'Every message' : conditions.join(', ')}: {actionWords(rule.action)}.
          Answered {rule.used} of the {rule.seen} that it met.
        </p>
      </div>
      {canChange && (
        <span className="flex items-center gap-1">
          {rule.seen > 0 && (
            <Button
              size="sm"
              variant="ghost"
              disabled={isBusy}
              onClick={() => changing.run({ startOver: true })}
            >
              Count anew
            </Button>
          )}
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={`Move ${rule.name} up`}
            disabled={isBusy || place === 0}
            onClick={() => changing.run({ position: place - 1 })}
          >
            <ArrowUp aria-hidden />
          </Button>
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={`Move ${rule.name} down`}
            disabled={isBusy || place === count - 1}
            onClick={() => changing.run({ position: place + 1 })}
          >
            <ArrowDown aria-hidden />
          </Button>
          <Button size="icon-sm" variant="ghost" aria-label={`Change ${rule.name}`} onClick={onEdit}>
            <Pencil aria-hidden />
          </Button>
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={`Remove ${rule.name}`}
            disabled={isBusy}
            onClick={() => removing.run(undefined)}
          >
            <Trash2 aria-hidden />
          </Button>
        </span>
      )}
    </li>
  )
}
