'use client'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { KindChoice } from '@/components/answers/condition-fields'
import { useAction } from '@/components/forms/use-action'
import { DetailQuery } from '@/components/lists/detail-query'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/choice'
import { fetched } from '@/components/ui/fetched'
import { EmptyState, Section } from '@/components/ui/layout'
import { conditionWords } from '@/lib/workspace/answers/words'
import type { TargetView } from '@/lib/workspace/forward/fields'
import { useForwardingChange, useTargets } from './queries'
import { endWords } from './words'

const TargetEditor = fetched(() => import('./target-editor').then((module) => module.TargetEditor))

const healthWords: Record<TargetView['health']['state'], { words: string; tone: BadgeTone }> = {
  idle: { words: 'nothing yet', tone: 'neutral' },
  well: { words: 'well', tone: 'good' },
  failing: { words: 'failing', tone: 'failed' },
}

/** Where an inbox passes on what it captures, and how that goes. */
export function Targets({
  inbox,
  canChange,
  kinds,
}: {
  inbox: string
  canChange: boolean
  kinds: KindChoice[]
}) {
  const targets = useTargets(inbox)
  const [editing, setEditing] = useState<string>()
  const close = () => setEditing(undefined)
  return (
    <Section
      title="Targets"
      description="Every callback that this inbox captures from now on goes to them as well, as it came. Of one payment, one message at a time and in their order."
      actions={
        canChange &&
        editing === undefined && (
          <Button variant="primary" onClick={() => setEditing('new')}>
            New target
          </Button>
        )
      }
    >
      {editing === 'new' && (
        <div className="mb-4">
          <TargetEditor inbox={inbox} kinds={kinds} onDone={close} />
        </div>
      )}
      <DetailQuery query={targets} unshown="The targets cannot be shown">
        {(list) =>
          list.length === 0 ? (
            editing === undefined && (
              <EmptyState title="No targets yet">
                <p>
                  Name your own software here, such as http://localhost:8080/mpesa, and it gets what this
                  inbox gets. What it does not take is tried again.
                </p>
              </EmptyState>
            )
          ) : (
            <ul className="border-t">
              {list.map((target) =>
                editing === target.id ? (
                  <li key={target.id}>
                    <TargetEditor inbox={inbox} target={target} kinds={kinds} onDone={close} />
                  </li>
                ) : (
                  <TargetRow
                    key={target.id}
                    inbox={inbox}
                    target={target}
                    canChange={canChange}
                    onEdit={() => setEditing(target.id)}
                  />
                ),
              )}
            </ul>
          )
        }
      </DetailQuery>
    </Section>
  )
}

const figuresOf = ({ taken, waiting, dead, averageMs }: TargetView['health']): string =>
  [
    `${taken} taken`,
    waiting > 0 && `${waiting} waiting`,
    dead > 0 && `${dead} given up`,
    averageMs !== null && `${averageMs} ms on average`,
  ]
    .filter(Boolean)
    .join(', ')

function TargetRow({
  inbox,
  target,
  canChange,
  onEdit,
}: {
  inbox: string
  target: TargetView
  canChange: boolean
  onEdit: () => void
}) {
  const { id, name, url, isOn, conditions, health } = target
  const path = { name: inbox, id }
  const change = useForwardingChange()
  const switching = useAction(
    (next: boolean) => change('PATCH /inboxes/{name}/targets/{id}', { path, body: { isOn: next } }),
    { saysWhyIn: 'toast' },
  )
  const removing = useAction(() => change('DELETE /inboxes/{name}/targets/{id}', { path }), {
    saysWhyIn: 'toast',
  })
  const wanted = conditionWords(conditions)
  const { words, tone } = healthWords[health.state]
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b py-2">
      <Switch
        aria-label={`${name} is on`}
        checked={isOn}
        disabled={!canChange || switching.isPending}
        onCheckedChange={(next) => switching.run(next)}
      />
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <span className="break-words font-medium">{name}</span>
          <Badge tone={tone}>{words}</Badge>
          <span className="text-ink-muted text-sm">{figuresOf(health)}</span>
        </p>
        <p className="break-all font-mono text-sm">{url}</p>
        <p className="break-words text-ink-muted text-sm">
          {wanted.length === 0 ? 'Every callback' : wanted.join(', ')}, {target.retries} retries.{' '}
          {health.state === 'failing' && health.last && endWords(health.last)}
        </p>
      </div>
      {canChange && (
        <span className="flex items-center gap-1">
          <Button size="icon-sm" variant="ghost" aria-label={`Change ${name}`} onClick={onEdit}>
            <Pencil aria-hidden />
          </Button>
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={`Remove ${name}`}
            disabled={removing.isPending}
            onClick={() => removing.run(undefined)}
          >
            <Trash2 aria-hidden />
          </Button>
        </span>
      )}
    </li>
  )
}
