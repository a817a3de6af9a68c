import { useState } from 'react'
import type { SheetView } from '@/lib/workspace/go-live/views'
import {
  type CaseChange,
  changeCase,
  changeChecklist,
  changeJob,
  changeSession,
  type JobAction,
  type SessionAction,
  startJob,
  startSession,
} from './api'
import { asksFirst } from './running'
import { useTask } from './use-task'
import { casesWords } from './words'

/** A change is on screen by then, or its answer is not waited for any longer. */
const patienceMs = 1500

/** What people do to a sheet; each change is read again before it counts as done. */
export const useSheetTasks = (sheet: SheetView, read: () => Promise<void>) => {
  const { run, isBusy } = useTask()
  /** Cases that are run once somebody has said yes. */
  const [asking, setAsking] = useState<string[] | null>(null)

  const act = async (task: () => Promise<unknown>, done?: string): Promise<boolean> => {
    const isDone = await run(task, done)
    await Promise.race([read(), new Promise((resolve) => setTimeout(resolve, patienceMs))])
    return isDone
  }
  const start = (cases: string[]) => {
    setAsking(null)
    void act(() => startJob(sheet.id, cases), `Running ${casesWords(cases.length)}`)
  }
  return {
    isBusy,
    asking,
    start,
    stopAsking: () => setAsking(null),
    run: (cases: string[]) => (asksFirst(sheet, cases.length) ? setAsking(cases) : start(cases)),
    changeCase: (id: string, change: CaseChange, words: string) =>
      act(() => changeCase(sheet.id, id, change), words),
    changeChecklist: (id: string, change: { isDone?: boolean; note?: string }) =>
      act(() => changeChecklist(sheet.id, id, change)),
    startSession: (wanted: { case?: string; minutes?: number; goesOn?: boolean }) =>
      act(() => startSession(sheet.id, wanted)),
    changeSession: (action: SessionAction, caseId?: string) =>
      act(() => changeSession(sheet.id, action, caseId)),
    changeJob: (jobId: string, action: JobAction) => act(() => changeJob(sheet.id, jobId, action)),
  }
}
