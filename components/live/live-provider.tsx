'use client'
import { useRouter } from 'next/navigation'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { useSettled } from '@/components/ui/typed'
import { cn } from '@/lib/classes'
import type { LiveEvent } from '@/lib/workspace/views'
import type { Feed, FeedState, NumberedEvent } from './feed'
import { useQueryClient } from './queries'
import { readAgain } from './read-again'

const loadFeed = () => import('./open-feed')
/** How long until a feed that could not be fetched is asked for again. */
const retryMs = 2000

type LiveType = LiveEvent['type']
type DataOf<Type extends LiveType> = Extract<LiveEvent, { type: Type }>['data']
type Listener = (event: LiveEvent) => void

type Hub = {
  add(listener: Listener): () => void
  onState(fn: () => void): () => void
  state(): FeedState
}

const LiveContext = createContext<Hub | undefined>(undefined)

/**
 * Holds the browser's live feed and hands its events to `useLive`. `after`: number of the newest event that the server
 * had when it drew the page; without it everything on screen is read once more when the stream opens.
 */
export function LiveProvider({ after, children }: { after?: number; children: ReactNode }) {
  const queries = useQueryClient()
  const router = useRouter()
  const listeners = useRef(new Set<Listener>())
  const stateListeners = useRef(new Set<() => void>())
  const feed = useRef<Feed>(undefined)
  const stateNow = useRef<FeedState>('connecting')

  const reload = useEffectEvent((pages: boolean) => {
    void readAgain(queries)
    if (pages) router.refresh()
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the feed keeps its own place, a newer page number must not restart it
  useEffect(() => {
    let complete = after !== undefined
    /** Counts starts and stops: a feed that was fetched for an earlier one is not wanted any more. */
    let turn = 0
    let retry: ReturnType<typeof setTimeout>
    const onEvent = (event: NumberedEvent) => {
      if (event.type === 'resync') reload(true)
      for (const listener of [...listeners.current]) listener(event)
    }
    const onState = (state: FeedState) => {
      stateNow.current = state
      // What was read before the first event could be heard may be out of date.
      if (state === 'live' && !complete) {
        complete = true
        reload(false)
      }
      for (const notify of stateListeners.current) notify()
    }
    // What happens until the feed is here comes with it: it begins after the newest event of the page.
    const start = () => {
      turn += 1
      const mine = turn
      loadFeed().then(
        ({ openFeed }) => {
          if (mine !== turn) return
          feed.current = openFeed({ after: feed.current?.lastId() ?? after, onEvent, onState })
        },
        () => {
          if (mine === turn) retry = setTimeout(start, retryMs)
        },
      )
    }
    start()
    const wake = () => {
      if (document.visibilityState === 'visible') feed.current?.wake()
    }
    // A page kept for the Back button must not lead; it comes back as a new tab would.
    const leave = () => {
      turn += 1
      clearTimeout(retry)
      feed.current?.stop()
    }
    const back = (event: PageTransitionEvent) => event.persisted && start()
    document.addEventListener('visibilitychange', wake)
    window.addEventListener('online', wake)
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', back)
    return () => {
      document.removeEventListener('visibilitychange', wake)
      window.removeEventListener('online', wake)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', back)
      leave()
    }
  }, [])

  const hub = useMemo<Hub>(
    () => ({
      add: (listener) => {
        listeners.current.add(listener)
        return () => listeners.current.delete(listener)
      },
      onState: (fn) => {
        stateListeners.current.add(fn)
        return () => stateListeners.current.delete(fn)
      },
      state: () => stateNow.current,
    }),
    [],
  )
  return <LiveContext.Provider value={hub}>{children}</LiveContext.Provider>
}

const useHub = (): Hub => {
  const hub = useContext(LiveContext)
  if (!hub) throw new Error('The live feed is used outside of LiveProvider.')
  return hub
}

/** Calls `handler` with the data of every live event of this type, from whichever tab's stream it came. */
export const useLive = <Type extends LiveType>(type: Type, handler: (data: DataOf<Type>) => void): void => {
  const hub = useHub()
  const hear = useEffectEvent((event: LiveEvent) => {
    if (event.type === type) handler(event.data as DataOf<Type>)
  })
  useEffect(() => hub.add((event) => hear(event)), [hub])
}

const useLiveState = (): FeedState => {
  const hub = useHub()
  return useSyncExternalStore(hub.onState, hub.state, () => 'connecting')
}

const stateWords: Record<FeedState, string> = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
}

/** A quiet dot with a word: whether what is on screen keeps up with the server. */
export function LiveDot({ className }: { className?: string }) {
  const state = useLiveState()
  // A hand-over between tabs does not flicker.
  const words = useSettled(stateWords[state], state === 'live' ? 0 : 800)
  return (
    <span
      role="status"
      className={cn('inline-flex items-center gap-1.5 text-ink-muted text-sm', className)}
      title={
        state === 'live'
          ? 'New callbacks appear by themselves'
          : 'Nothing is lost: what is missed comes after'
      }
    >
      <span
        aria-hidden
        className={cn(
          'size-2 rounded-full',
          words === stateWords.live ? 'bg-good' : 'border-2 border-pending bg-transparent',
        )}
      />
      {words}
    </span>
  )
}
