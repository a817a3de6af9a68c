'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { useQueryClient } from '@/components/live/queries'
import { fetched } from '@/components/ui/fetched'
import { useEverOpen, useFetchWhenIdle } from '@/components/ui/on-demand'
import { useToast } from '@/components/ui/toast'
import { isProblem } from '@/lib/api/client'
import type { RunSummary } from '@/lib/workspace/views'
import { deleteRun, getRun, sendRun } from './api'
import { valuesToSendAgain } from './run-again'
import { runKey } from './use-run'
import { tryPath } from './words'

// Asked for once in a while, and never where no money is real: no page waits for it.
const ConfirmProduction = fetched(() =>
  import('./confirm-production').then((module) => module.ConfirmProduction),
)
const loadDelete = () => import('./confirm-delete')
const ConfirmDelete = fetched(() => loadDelete().then((module) => module.ConfirmDelete))

/** Sending a stored run again and deleting one, with the questions that come first. */
export const useRunActions = ({
  onDeleted,
}: {
  onDeleted?: (id: string) => void
} = {}): {
  sendAgain: (run: RunSummary) => Promise<void>
  askToDelete: (run: RunSummary) => void
  isSending: boolean
  /** Must be drawn: it holds the dialogs. */
  dialogs: ReactNode
} => {
  const router = useRouter()
  const queries = useQueryClient()
  const say = useToast()
  const [isSending, setSending] = useState(false)
  const [confirming, setConfirming] = useState<RunSummary | null>(null)
  const [deleting, setDeleting] = useState<RunSummary | null>(null)
  const isDeleteFetched = useEverOpen(deleting !== null)
  useFetchWhenIdle(loadDelete)

  const sendAgain = async (run: RunSummary, confirm?: string) => {
    setSending(true)
    try {
      const { nextRunId } = await import('./next-run-id')
      const id = nextRunId()
      const stored = await queries.fetchQuery({ queryKey: runKey(run.id), queryFn: () => getRun(run.id) })
      const sent = await sendRun({
        id,
        operation: run.operation,
        environment: run.environment.id,
        values: valuesToSendAgain(stored.values),
        sendAnyway: stored.sentAnyway,
        ...(confirm !== undefined && { confirm }),
      })
      queries.setQueryData(runKey(id), sent)
      router.push(tryPath(run.operation, { from: run.id, run: id }))
    } catch (thrown) {
      const asksForName =
        isProblem(thrown) &&
        thrown.status === 412 &&
        run.environment.kind === 'production' &&
        confirm === undefined
      if (asksForName && Object.keys(thrown.fields).length === 0) setConfirming(run)
      else say(thrown instanceof Error ? thrown.message : String(thrown), 'bad')
    } finally {
      setSending(false)
    }
  }

  const remove = async (run: RunSummary) => {
    setDeleting(null)
    try {
      await deleteRun(run.id)
      onDeleted?.(run.id)
      say('Run deleted. Its callbacks stay in the inbox.')
    } catch (thrown) {
      say(thrown instanceof Error ? thrown.message : String(thrown), 'bad')
    }
  }

  return {
    sendAgain: (run) => sendAgain(run),
    askToDelete: setDeleting,
    isSending,
    dialogs: (
      <>
        {confirming && (
          <ConfirmProduction
            open
            environmentName={confirming.environment.name}
            what={`${confirming.operationTitle} with the values of the earlier run. Nobody can take it back from here.`}
            onOpenChange={(open) => !open && setConfirming(null)}
            onConfirm={(typed) => {
              setConfirming(null)
              void sendAgain(confirming, typed)
            }}
          />
        )}
        {isDeleteFetched && (
          <ConfirmDelete
            run={deleting}
            onKeep={() => setDeleting(null)}
            onDelete={(run) => void remove(run)}
          />
        )}
      </>
    ),
  }
}
