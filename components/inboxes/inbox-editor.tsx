'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Section } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { InboxView } from '@/lib/workspace/inboxes/inbox-view'
import type { SourcePreset } from '@/lib/workspace/inboxes/sources'
import type { RelayView } from '@/lib/workspace/relays/relays'
import type { InboxActions } from './actions'
import { DeleteInbox } from './delete-inbox'
import { FollowInbox } from './follow-inbox'
import { GeneralForm } from './general-form'
import { KeepForm } from './keep-form'
import { ReachCheck } from './reach-check'
import { Refused } from './refused'
import { Relays } from './relays'
import { SourcesForm } from './sources-form'

export function InboxEditor({
  inbox,
  serverUrl,
  presets,
  relays,
  isOnly,
  canChange,
  canDelete,
  actions,
}: {
  inbox: InboxView
  serverUrl: string
  presets: readonly SourcePreset[]
  relays: RelayView[]
  isOnly: boolean
  canChange: boolean
  canDelete: boolean
  actions: InboxActions
}) {
  return (
    <>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 pb-2">
        <h2 className="font-semibold text-lg">{inbox.name}</h2>
        {inbox.pausedAt !== null && <Badge tone="pending">paused</Badge>}
        <CopyText value={inbox.url} max={80} label="Inbox URL" />
      </div>
      <Section title="Name and address">
        <GeneralForm inbox={inbox} serverUrl={serverUrl} canChange={canChange} change={actions.change} />
      </Section>
      {canChange && (
        <Section
          title="Is it reached?"
          description="Sends a request to this inbox by its public address, as a provider would, and sees whether it comes back. Nothing is stored."
        >
          <ReachCheck inbox={inbox.name} check={actions.check} />
        </Section>
      )}
      <Section
        title="Secret"
        description="A path segment that every sender has to know. Without it the answer is that of an inbox that is not there."
      >
        <Secret inbox={inbox} canChange={canChange} change={actions.change} />
      </Section>
      <Section
        title="Allowed sources"
        description="Addresses and ranges that messages are taken from, one a line. Left empty, it takes them from anybody. What the local sandbox delivers is always taken."
      >
        <SourcesForm inbox={inbox} presets={presets} canChange={canChange} change={actions.change} />
      </Section>
      <Section
        title="Turned away"
        description="Counted by sender, never stored: what is turned away decides nothing."
      >
        <Refused inbox={inbox} canChange={canChange} change={actions.change} forget={actions.forgetRefused} />
      </Section>
      <Section
        title="Follows"
        description="Inboxes of other Jaribus whose callbacks are copied here: each once, in order, also those that came while this one was off."
        actions={canChange && <FollowInbox inbox={inbox.name} follow={actions.follow} />}
      >
        <Relays relays={relays} canChange={canChange} change={actions.changeRelay} end={actions.endRelay} />
      </Section>
      <Section
        title="What it answers"
        description="What M-Pesa expects of each kind of message, unless a rule says otherwise."
      >
        <Link
          href={`/inbox/answers/${encodeURIComponent(inbox.name)}`}
          className="text-accent underline underline-offset-3"
        >
          Rules of its answers
        </Link>
      </Section>
      <Section title="What it keeps" description="The oldest go first. What a Go-Live case rests on stays.">
        <KeepForm inbox={inbox} canChange={canChange} change={actions.change} />
      </Section>
      <Section
        title="Pause"
        description="A paused inbox stores nothing and answers 503 with Retry-After: senders who repeat come again, the others’ messages are lost."
      >
        <Pause inbox={inbox} canChange={canChange} change={actions.change} />
      </Section>
      {canDelete && <DeleteInbox inbox={inbox} isOnly={isOnly} remove={actions.remove} />}
    </>
  )
}

type Part = { inbox: InboxView; canChange: boolean; change: InboxActions['change'] }

function Secret({ inbox, canChange, change }: Part) {
  const router = useRouter()
  const say = useToast()
  const changing = useAction(change)
  const says = inbox.hasSecret ? 'It has one; the URL above holds it.' : 'It has none.'
  if (!canChange) return <p>{inbox.hasSecret ? 'It has one.' : 'It has none.'}</p>
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{says}</p>
      {inbox.hasSecret ? (
        <div className="flex flex-wrap gap-2">
          <ConfirmButton
            label="New secret"
            accessibleLabel="New secret"
            title="Give it a new secret?"
            act={() => change({ inbox: inbox.name, secret: 'generate' })}
            done="It has a new secret"
          >
            <p>
              URLs with the one of now stop working at once. Register the new URL wherever the old one is.
            </p>
          </ConfirmButton>
          <ConfirmButton
            label="Ask for none"
            accessibleLabel="Ask for no secret"
            title="Ask for no secret any more?"
            act={() => change({ inbox: inbox.name, secret: null })}
            done="It asks for no secret"
          >
            <p>Whoever knows the address can then send to it. URLs with the secret are captured as well.</p>
          </ConfirmButton>
        </div>
      ) : (
        <Button
          disabled={changing.isPending}
          onClick={() =>
            changing.run({ inbox: inbox.name, secret: 'generate' }, () => {
              say('The URL holds a secret now: register the new one')
              router.refresh()
            })
          }
        >
          Ask for a secret
        </Button>
      )}
      <FormMessage form={changing} />
    </div>
  )
}

function Pause({ inbox, canChange, change }: Part) {
  const router = useRouter()
  const changing = useAction(change)
  const isPaused = inbox.pausedAt !== null
  return (
    <div className="flex flex-col items-start gap-3">
      <p>
        {inbox.pausedAt === null ? (
          'It takes messages.'
        ) : (
          <>
            Paused since <Time at={inbox.pausedAt} />.
          </>
        )}
      </p>
      {canChange && (
        <Button
          disabled={changing.isPending}
          onClick={() => changing.run({ inbox: inbox.name, paused: !isPaused }, () => router.refresh())}
        >
          {isPaused ? 'Take messages again' : 'Pause'}
        </Button>
      )}
      <FormMessage form={changing} />
    </div>
  )
}
