'use client'
import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useAction } from '@/components/forms/use-action'
import { useCall } from '@/components/forms/use-call'
import { Button } from '@/components/ui/button'
import { Facts, Notice, Section } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api/client'
import { cn } from '@/lib/classes'
import type { DiagnosisStep } from '@/lib/workspace/environments/views'
import type { EnvironmentView, TokenView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { whyNoToken } from './token-words'
import { countdown, useNow, useToken } from './use-token'

/** The access token: until when, a new one, and why there is none. */
export function TokenPanel({
  environment,
  canChange,
  actions,
}: {
  environment: EnvironmentView
  canChange: boolean
  actions: EnvironmentActions
}) {
  const say = useToast()
  const token = useToken(environment.id, environment.token)
  const now = useNow()
  const [failure, setFailure] = useState<string>()
  const { run, isPending, message } = useAction(actions.refresh)
  if (token.state === 'not-needed') {
    return <p className="text-ink-muted">This system asks for no token.</p>
  }
  return (
    <>
      <Section
        title="Access token"
        description="Fetched with the consumer key and secret, kept encrypted, shared by all requests until a minute before its end. A new token ends the one before it."
        actions={
          canChange && (
            <Button
              variant={isGood(token, now) ? 'outline' : 'primary'}
              disabled={isPending}
              onClick={() =>
                run({ environment: environment.id }, (answer) => {
                  const why = whyNoToken(answer)
                  setFailure(why)
                  if (why === undefined) say('A new token is in use')
                })
              }
            >
              {isPending ? 'Asking…' : token.state === 'none' ? 'Get a token' : 'Refresh the token'}
            </Button>
          )
        }
      >
        <TokenState token={token} now={now} />
        {(failure ?? message) && (
          <Notice tone="bad" title="No token came" className="mt-3" role="alert">
            {failure ?? message}
          </Notice>
        )}
      </Section>
      {canChange && <Why environment={environment} trim={actions.trim} />}
    </>
  )
}

const isGood = (token: TokenView, now: number | null): boolean =>
  token.state === 'valid' && (now === null || token.expiresAt > now)

function TokenState({ token, now }: { token: TokenView; now: number | null }) {
  if (token.state !== 'valid') {
    return (
      <p className="text-ink-muted">
        {token.state === 'none'
          ? 'None yet. The first request fetches one by itself.'
          : 'It has expired. The next request fetches a new one by itself.'}
      </p>
    )
  }
  const good = isGood(token, now)
  // The server's clock must not show: there are no seconds before the page is alive.
  const left = now === null ? '' : countdown(token.expiresAt - now)
  return (
    <Facts
      rows={[
        {
          name: good ? 'Ends in' : 'State',
          value: (
            <span role="timer" className={cn('font-mono', good ? 'text-good' : 'text-pending')}>
              {good ? left : 'expired'}
            </span>
          ),
        },
        { name: 'Fetched', value: <Time at={token.obtainedAt} show="date" /> },
        { name: 'Ends', value: <Time at={token.expiresAt} show="date" /> },
      ]}
    />
  )
}

function Why({ environment, trim }: { environment: EnvironmentView; trim: EnvironmentActions['trim'] }) {
  const say = useToast()
  const { run, data, error, isPending } = useCall((tryOtherHost: boolean) =>
    callApi('POST /environments/{idOrSlug}/diagnose', {
      path: { idOrSlug: environment.id },
      body: { tryOtherHost },
    }),
  )
  const trimming = useAction(trim)
  const act = {
    trim: () =>
      trimming.run({ environment: environment.id }, () => {
        say('Key and secret are clean')
        run(false)
      }),
    'try-other-host': () => run(true),
  }
  return (
    <Section
      title="Why does it fail?"
      description="Tests the likely causes in order. It asks this environment's host for a token and nobody else."
      actions={
        <Button disabled={isPending} onClick={() => run(false)}>
          {isPending ? 'Testing…' : 'Find out'}
        </Button>
      }
    >
      {error && (
        <Notice tone="bad" role="alert">
          {error.message}
        </Notice>
      )}
      {trimming.message && <Notice tone="bad">{trimming.message}</Notice>}
      {data && (
        <div role="status" className="flex flex-col gap-3">
          <Notice tone={data.works ? 'good' : 'bad'}>{data.verdict}</Notice>
          <ol className="border-t">
            {data.steps.map((step) => (
              <Step key={step.id} step={step} isBusy={isPending || trimming.isPending} act={act} />
            ))}
          </ol>
        </div>
      )}
    </Section>
  )
}

const looks: Record<DiagnosisStep['result'], { icon: LucideIcon; ink: string; words: string }> = {
  fine: { icon: CircleCheck, ink: 'text-good', words: 'Fine' },
  problem: { icon: CircleAlert, ink: 'text-failed', words: 'Problem' },
  unknown: { icon: CircleHelp, ink: 'text-pending', words: 'Unclear' },
  skipped: { icon: CircleDashed, ink: 'text-ink-faint', words: 'Not tested' },
  consent: { icon: CircleDashed, ink: 'text-pending', words: 'Waits for you' },
}

const actionWords = {
  trim: 'Remove what is stray',
  'try-other-host': 'Send key and secret there and see',
} as const

function Step({
  step,
  isBusy,
  act,
}: {
  step: DiagnosisStep
  isBusy: boolean
  act: Record<'trim' | 'try-other-host', () => void>
}) {
  const { icon: Icon, ink, words } = looks[step.result]
  const { action } = step
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 border-b py-2 sm:grid-cols-[1.25rem_minmax(0,1fr)_7rem]">
      <Icon aria-hidden className={cn('mt-0.5 size-4', ink)} />
      <div className="min-w-0">
        <p className="font-medium">{step.title}</p>
        <p className="break-words text-ink-muted text-sm">{step.detail}</p>
        {step.fix && <p className="text-sm">{step.fix}</p>}
        {action && (
          <Button size="sm" className="mt-1.5" disabled={isBusy} onClick={act[action]}>
            {actionWords[action]}
          </Button>
        )}
      </div>
      <span className={cn('text-sm max-sm:col-start-2 sm:text-right', ink)}>{words}</span>
    </li>
  )
}
