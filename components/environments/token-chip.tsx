'use client'
import { RefreshCw } from 'lucide-react'
import { lazy, Suspense, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { useOnDemand } from '@/components/ui/on-demand'
import type { ActionResult } from '@/lib/auth/action-result'
import { cn } from '@/lib/classes'
import type { EnvironmentBrief } from '@/lib/workspace/environments/brief'
import type { TokenAnswer } from '@/lib/workspace/environments/views'
import type { TokenView } from '@/lib/workspace/views'
import { whyNoToken } from './token-words'
import { countdown, useNow, useToken } from './use-token'

const load = () => import('./token-popover')
const TokenPopover = lazy(() => load().then((module) => ({ default: module.TokenPopover })))

export type RefreshToken = (input: { environment: string }) => Promise<ActionResult<TokenAnswer>>

/** The access token of the current environment: how long it lasts, a new one in one click, and why there is none. */
export function TokenChip({
  environment,
  canRefresh,
  refresh,
}: {
  environment: Pick<EnvironmentBrief, 'id' | 'slug' | 'token'>
  canRefresh: boolean
  refresh: RefreshToken
}) {
  const token = useToken(environment.id, environment.token)
  const now = useNow()
  const { isWanted, trigger } = useOnDemand(load, 'dialog')
  const [failure, setFailure] = useState<{ environment: string; words: string }>()
  const [isPending, startTransition] = useTransition()
  if (token.state === 'not-needed') return null
  const failed =
    failure?.environment === environment.id && token.state !== 'valid' ? failure.words : undefined
  const look = lookOf(token, now, failed !== undefined)
  const renew = () =>
    startTransition(async () => {
      const result = await refresh({ environment: environment.id })
      const words = result.ok ? whyNoToken(result.data) : result.message
      setFailure(words === undefined ? undefined : { environment: environment.id, words })
    })
  const shown = {
    variant: 'ghost',
    size: 'sm',
    className: 'min-w-0 gap-1.5 px-1.5 font-normal',
    children: (
      <>
        <span aria-hidden className={cn('size-2 shrink-0 rounded-full', look.dot)} />
        <span className={cn('truncate', look.ink)}>
          <span className="max-sm:sr-only">{token.state === 'none' ? '' : 'token '}</span>
          <span role="timer">{look.words}</span>
        </span>
      </>
    ),
  } as const
  const waiting = <Button {...shown} {...trigger} />
  return (
    <div data-slot="token-chip" className="flex min-w-0 shrink-0 items-center">
      {isWanted ? (
        <Suspense fallback={waiting}>
          <TokenPopover
            button={<Button {...shown} />}
            slug={environment.slug}
            title={look.title}
            detail={failed ?? look.detail}
            hasFailed={failed !== undefined}
          />
        </Suspense>
      ) : (
        waiting
      )}
      {canRefresh && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={token.state === 'none' ? 'Get a token' : 'Refresh the token'}
          title="A new token ends the one before it"
          disabled={isPending}
          onClick={renew}
        >
          <RefreshCw className={cn(isPending && 'animate-spin')} />
        </Button>
      )}
      <span role="status" className="sr-only">
        {isPending ? 'Asking for a token' : (failed ?? '')}
      </span>
    </div>
  )
}

const soonMs = 60_000

const lookOf = (token: TokenView, now: number | null, hasFailed: boolean) => {
  if (hasFailed) {
    return { dot: 'bg-failed', ink: 'text-failed', words: 'failed', title: 'No token', detail: '' }
  }
  if (token.state === 'valid' && (now === null || token.expiresAt > now)) {
    const left = now === null ? undefined : token.expiresAt - now
    const isSoon = left !== undefined && left < soonMs
    return {
      dot: isSoon ? 'bg-pending' : 'bg-good',
      ink: isSoon ? 'text-pending' : 'text-ink',
      words: left === undefined ? '' : countdown(left),
      title: 'The access token is good',
      detail: 'It is kept and shared until a minute before its end; then the next request fetches a new one.',
    }
  }
  if (token.state === 'none') {
    return {
      dot: 'border-2 border-line-strong',
      ink: 'text-ink-muted',
      words: 'no token',
      title: 'No access token yet',
      detail: 'The first request fetches one by itself.',
    }
  }
  return {
    dot: 'border-2 border-pending',
    ink: 'text-pending',
    words: 'expired',
    title: 'The access token has expired',
    detail: 'The next request fetches a new one by itself.',
  }
}
