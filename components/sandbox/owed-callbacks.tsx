'use client'
import { useAction } from '@/components/forms/use-action'
import { useQuery } from '@/components/live/queries'
import { Badge } from '@/components/ui/badge'
import { Switch } from '@/components/ui/choice'
import { Section } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api/client'
import { OwedCallback } from './owed-callback'
import { useSettingsChange } from './queries'

/** Holding callbacks back, and those that wait. */
export function OwedCallbacks({ isHolding, canChange }: { isHolding: boolean; canChange: boolean }) {
  const say = useToast()
  const changing = useAction(useSettingsChange(), { saysWhyIn: 'toast' })
  const owed = useQuery({
    queryKey: ['sandbox', 'owed'],
    queryFn: async ({ signal }) => (await callApi('GET /sandbox/callbacks', { signal })).callbacks,
  }).data
  return (
    <Section
      title="Hold callbacks"
      description="A held callback waits until somebody releases it, here or in the payment’s timeline. Before that its body can be edited; it can be sent twice, or never."
    >
      <p className="flex items-center gap-2">
        <Switch
          aria-label="Hold every callback"
          checked={isHolding}
          disabled={!canChange || changing.isPending}
          onCheckedChange={(holdCallbacks) =>
            changing.run({ holdCallbacks }, () =>
              say(holdCallbacks ? 'Callbacks are held from now on' : 'Callbacks leave by themselves again'),
            )
          }
        />
        {isHolding ? 'Every callback from now on is held.' : 'Callbacks leave by themselves.'}
      </p>
      {owed && owed.length > 0 && (
        <ul aria-label="Callbacks that have not left" className="mt-3 max-w-3xl border-t">
          {owed.map(({ id, title, state, dueAt, url }) => (
            <li key={id} className="border-b py-1.5">
              <details>
                <summary className="cursor-pointer">
                  <span className="font-medium">{title}</span>{' '}
                  <Badge tone="pending">{state === 'held' ? 'held' : 'waiting'}</Badge>{' '}
                  <Time at={dueAt} className="font-mono text-sm" />{' '}
                  <span className="break-all text-ink-muted text-sm">{url}</span>
                </summary>
                <OwedCallback id={id} />
              </details>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
