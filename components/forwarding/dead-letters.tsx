'use client'
import Link from 'next/link'
import { useAction } from '@/components/forms/use-action'
import { DetailQuery } from '@/components/lists/detail-query'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import { AttemptRow } from './attempt-row'
import { useDeadLetters, useForwardingChange } from './queries'

/** What could not be brought to a target, and trying it again. */
export function DeadLetters({ inbox, canChange }: { inbox: string; canChange: boolean }) {
  const dead = useDeadLetters(inbox)
  const say = useToast()
  const change = useForwardingChange()
  const retrying = useAction(
    (ids?: string[]) =>
      change('POST /inboxes/{name}/dead-letters', { path: { name: inbox }, body: ids ? { ids } : {} }),
    { saysWhyIn: 'toast' },
  )
  const retry = (ids?: string[]) =>
    retrying.run(ids, ({ retried }) =>
      say(retried === 1 ? 'It is tried again' : `${retried} are tried again`),
    )
  return (
    <Section
      title="Dead letters"
      description="What a target did not take, however often it was tried. They stay until they are taken."
      actions={
        canChange &&
        (dead.data?.length ?? 0) > 0 && (
          <Button disabled={retrying.isPending} onClick={() => retry()}>
            Try all again
          </Button>
        )
      }
    >
      <DetailQuery query={dead} unshown="The dead letters cannot be shown">
        {(list) =>
          list.length === 0 ? (
            <p className="text-ink-muted">None.</p>
          ) : (
            <ol className="border-t">
              {list.map((attempt) => (
                <AttemptRow key={attempt.id} attempt={attempt}>
                  <Link href={`/inbox/${attempt.callbackId}`} className="text-accent underline">
                    Callback {attempt.callbackId}
                  </Link>
                  {canChange && (
                    <Button size="sm" disabled={retrying.isPending} onClick={() => retry([attempt.id])}>
                      Try again
                    </Button>
                  )}
                </AttemptRow>
              ))}
            </ol>
          )
        }
      </DetailQuery>
    </Section>
  )
}
