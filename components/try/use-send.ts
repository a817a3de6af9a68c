'use client'
import { type RefObject, useRef, useState } from 'react'
import { useQueryClient } from '@/components/live/queries'
import { readAgain } from '@/components/live/read-again'
import { sendRun } from '@/components/runs/api'
import { nextRunId } from '@/components/runs/next-run-id'
import { runKey } from '@/components/runs/use-run'
import { isProblem } from '@/lib/api/client'
import type { Operation } from '@/lib/catalogue/types'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Values } from '@/lib/wire/types'
import { showRun } from './address'
import { present, withoutPrefix } from './request-values'
import type { SendState } from './send-bar'

export type SendFailure = { message: string; fields: Record<string, string[]> }

/** Sending a request: asked about first where money is real, one at a time, cancelled on demand. */
export const useSend = ({
  operation,
  environment,
  values,
  runId,
  beside,
}: {
  operation: Operation
  environment: { id: string; kind: EnvironmentKind }
  values: Values
  /** The run that the address shows: back to it when nothing was sent. */
  runId: string | null
  /** Where the run appears. */
  beside: RefObject<HTMLElement | null>
}) => {
  const queries = useQueryClient()
  const [state, setState] = useState<SendState>({ kind: 'idle' })
  const [failure, setFailure] = useState<SendFailure | null>(null)
  const [confirming, setConfirming] = useState<{ anyway: boolean } | null>(null)
  const abort = useRef<AbortController>(null)

  const fail = (thrown: unknown) =>
    setFailure(
      isProblem(thrown)
        ? { message: thrown.message, fields: withoutPrefix(thrown.fields) }
        : { message: String(thrown), fields: {} },
    )

  const send = async ({ anyway = false, confirm }: { anyway?: boolean; confirm?: string } = {}) => {
    if (abort.current) return
    if (operation.movesMoney && environment.kind === 'production' && confirm === undefined) {
      setConfirming({ anyway })
      return
    }
    setConfirming(null)
    const id = nextRunId()
    const controller = new AbortController()
    abort.current = controller
    setFailure(null)
    setState({ kind: 'sending', startedAt: Date.now() })
    showRun(id)
    bringIntoView(beside.current)
    try {
      const run = await sendRun(
        {
          id,
          operation: operation.id,
          environment: environment.id,
          values: present(values),
          ...(anyway && { sendAnyway: true }),
          ...(confirm !== undefined && { confirm }),
        },
        controller.signal,
      )
      // A live event may have brought a later state already: the server is asked once more rather than overwritten.
      if (queries.getQueryData(runKey(id)) === undefined) queries.setQueryData(runKey(id), run)
      else void readAgain(queries, runKey(id))
    } catch (thrown) {
      if (!controller.signal.aborted) {
        showRun(runId, 'replace')
        fail(thrown)
      }
    } finally {
      abort.current = null
      setState({ kind: 'idle' })
    }
  }

  return {
    send,
    cancel: () => abort.current?.abort(),
    state,
    isSending: state.kind === 'sending',
    failure,
    fail,
    /** Waits for the name of the environment to be typed. */
    confirming,
    stopConfirming: () => setConfirming(null),
  }
}

export type Sending = ReturnType<typeof useSend>

/** The run is seen without a scroll: where it stands below the form, the page goes to it. */
const bringIntoView = (element: HTMLElement | null) => {
  if (!element || element.getBoundingClientRect().top < window.innerHeight * 0.55) return
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' })
}
