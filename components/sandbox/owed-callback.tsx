'use client'
import { useState } from 'react'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { useAction } from '@/components/forms/use-action'
import { DetailQuery } from '@/components/lists/detail-query'
import { useQuery } from '@/components/live/queries'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Field } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api/client'
import type { OwedChange } from '@/lib/workspace/world/input'
import type { OwedCallbackView } from '@/lib/workspace/world/views'
import { useWorldChange } from './queries'

/** A callback that the sandbox owes: what it will say, and what is to become of it. */
export function OwedCallback({ id }: { id: string }) {
  const owed = useQuery({
    queryKey: ['sandbox', 'owed', id],
    queryFn: ({ signal }) => callApi('GET /sandbox/callbacks/{id}', { path: { id }, signal }),
  })
  return (
    <DetailQuery query={owed} unshown="This callback cannot be shown">
      {(callback) => <OwedForm callback={callback} />}
    </DetailQuery>
  )
}

const done: Record<OwedChange['do'], string> = {
  hold: 'It is held',
  save: 'Its body is changed, and it is held',
  release: 'It leaves now',
  twice: 'It leaves now, and again in a second',
  drop: 'It will never leave',
}

function OwedForm({ callback }: { callback: OwedCallbackView }) {
  const { id, state, url, body, mayBeTwice, mayChange } = callback
  const say = useToast()
  const change = useWorldChange()
  const [typed, setTyped] = useState(body)
  const changing = useAction(
    (input: OwedChange) => change('PATCH /sandbox/callbacks/{id}', { path: { id }, body: input }),
    { saysWhyIn: 'toast' },
  )
  if (state !== 'waiting' && state !== 'held')
    return <p className="text-ink-muted">It has left, or was dropped.</p>
  if (!mayChange) return <Code wrap text={body} label="Copy what it says" />
  const isChanged = typed !== body
  const act = (what: OwedChange['do']) =>
    changing.run({ do: what, ...(isChanged && { body: typed }) }, () => say(done[what]))
  return (
    <div className="flex flex-col gap-2 py-1">
      <p className="break-all text-ink-muted text-sm">To {url}</p>
      <Field label="What it says">
        {(slots) => (
          <CodeTextarea
            {...slots}
            rows={8}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" size="sm" disabled={changing.isPending} onClick={() => act('release')}>
          Release
        </Button>
        {mayBeTwice && (
          <Button size="sm" disabled={changing.isPending} onClick={() => act('twice')}>
            Send it twice
          </Button>
        )}
        {state === 'waiting' && (
          <Button size="sm" disabled={changing.isPending} onClick={() => act('hold')}>
            Hold
          </Button>
        )}
        {isChanged && state === 'held' && (
          <Button size="sm" disabled={changing.isPending} onClick={() => act('save')}>
            Save the change
          </Button>
        )}
        <Button size="sm" variant="danger" disabled={changing.isPending} onClick={() => act('drop')}>
          Drop
        </Button>
      </div>
    </div>
  )
}
