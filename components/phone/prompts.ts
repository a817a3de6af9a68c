'use client'
import { useRef, useSyncExternalStore } from 'react'
import { useLive } from '@/components/live/live-provider'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { readAgain } from '@/components/live/read-again'
import { callApi } from '@/lib/api/client'
import type { PromptView } from '@/lib/workspace/views'
import { applyPrompt, startQueue } from './queue'

const waitingKey = ['sandbox', 'prompts', 'waiting'] as const

/**
 * Prompts that wait for a person, kept up to date by the live feed. `onSettled` hears of each that was answered; `hear`
 * takes what an answer to our own call says, which is there before its event.
 */
export const useWaitingPrompts = (onSettled: (prompt: PromptView) => void) => {
  const queries = useQueryClient()
  const shown = useRef(new Set<string>())
  const query = useQuery({
    queryKey: waitingKey,
    queryFn: async ({ signal }) => {
      const { prompts } = await callApi('GET /sandbox/prompts', { signal })
      return startQueue(prompts)
    },
  })
  const hear = (prompt: PromptView) => {
    void queries.cancelQueries({ queryKey: waitingKey })
    const before = queries.getQueryData<PromptView[]>(waitingKey)
    queries.setQueryData<PromptView[]>(waitingKey, applyPrompt(before ?? [], prompt))
    // Cut off before its first answer, the list of what waited until now is still to be read.
    if (before === undefined) void readAgain(queries, waitingKey)
    if (prompt.state !== 'open' && shown.current.delete(prompt.id)) onSettled(prompt)
  }
  useLive('prompt', (prompt) => prompt.forPerson && hear(prompt))
  const waiting = query.data ?? []
  for (const prompt of waiting) shown.current.add(prompt.id)
  return { waiting, hear }
}

export type PromptReply =
  | { answer: 'pin'; pin: string }
  | { answer: 'cancel' | 'wrong-pin' | 'no-money' | 'expire' }

export const answerPrompt = async (prompt: PromptView, reply: PromptReply): Promise<PromptView> => {
  const answer = await callApi('POST /sandbox/phones/{msisdn}/prompts/{id}', {
    path: { msisdn: prompt.msisdn, id: prompt.id },
    body: reply,
  })
  return answer.prompt
}

let now = 0
let timer: ReturnType<typeof setInterval> | undefined
const watchers = new Set<() => void>()

const subscribeClock = (notify: () => void) => {
  watchers.add(notify)
  now = Date.now()
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of watchers) each()
  }, 250)
  return () => {
    watchers.delete(notify)
    if (watchers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time, four times a second, for as long as somebody looks; 0 before the page is alive. */
export const useNow = (): number =>
  useSyncExternalStore(
    subscribeClock,
    () => now,
    () => 0,
  )
