'use client'
import { Play, Radio } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useAddress } from '@/components/address/use-address'
import { useWide } from '@/components/lists/use-wide'
import { Button } from '@/components/ui/button'
import { fetched } from '@/components/ui/fetched'
import { Notice } from '@/components/ui/layout'
import { useEverOpen } from '@/components/ui/on-demand'
import { isProblem } from '@/lib/api/client'
import type { SheetView } from '@/lib/workspace/go-live/views'
import type { ApiChoice } from './api-choices'
import { CasesPart } from './cases-part'
import { ConfirmRun } from './confirm-run'
import { fits, isFiltered, isPlayable, sheetNames } from './filters'
import { whyNotRun } from './running'
import { SheetHeader, SheetTabs } from './sheet-header'
import { SheetMenu } from './sheet-menu'
import { useSheet } from './use-sheet'
import { useSheetTasks } from './use-sheet-tasks'
import { isActive, isSessionOpen } from './words'

const StartSession = fetched(() => import('./start-session').then((module) => module.StartSession))
const SessionStrip = fetched(() => import('./session-strip').then((module) => module.SessionStrip))
const CaseDetail = fetched(() => import('./case-detail').then((module) => module.CaseDetail))
const Checklist = fetched(() => import('./checklist').then((module) => module.Checklist))
const ExportPanel = fetched(() => import('./export-panel').then((module) => module.ExportPanel))
const JobStrip = fetched(() => import('./job-strip').then((module) => module.JobStrip))

/** A sheet: its cases with their evidence, its checklist, and what leaves it. The address holds what is shown. */
export function SheetScreen({
  initial,
  apis,
  canChange,
}: {
  initial: SheetView
  /** What the sheet could cover. */
  apis: ApiChoice[]
  canChange: boolean
}) {
  const router = useRouter()
  const wide = useWide()
  const { data: sheet, error, read } = useSheet(initial.id, initial)
  const tasks = useSheetTasks(sheet, read)
  const { values, change, hrefWith } = useAddress(sheetNames)
  const { tab, case: chosenId, ...filters } = values
  const shown = useMemo(() => sheet.cases.filter((each) => fits(each, values)), [sheet.cases, values])
  const chosen = sheet.cases.find(({ id }) => id === chosenId)
  const { job, session } = sheet
  const [isOpening, setOpening] = useState(false)
  const wasOpening = useEverOpen(isOpening)
  const isGone = isProblem(error) && error.status === 404
  const mayChange = canChange && !isGone
  /** On a phone a case takes the place of everything else. */
  const isFullScreen = tab === 'cases' && chosen !== undefined && !wide

  return (
    <div className="flex flex-col lg:h-[calc(100dvh-3rem)] lg:min-h-96">
      {!isFullScreen && (
        <>
          <SheetHeader
            sheet={sheet}
            onShowConflicts={() => change({ state: 'conflict', tab: 'cases' }, 'push')}
          >
            {canChange && (
              <div className="ml-auto flex flex-wrap items-center gap-2 max-sm:ml-0">
                {sheet.environment.kind === 'local' && tab === 'cases' && (
                  <Button
                    disabled={isSessionOpen(session) || tasks.isBusy || isGone}
                    onClick={() => setOpening(true)}
                  >
                    <Radio aria-hidden />
                    Wait for my app
                  </Button>
                )}
                {sheet.environment.kind !== 'production' && tab === 'cases' && (
                  <RunShown
                    cases={shown.filter(isPlayable).map(({ id }) => id)}
                    isNarrowed={isFiltered(filters)}
                    disabled={isActive(job) || tasks.isBusy || isGone}
                    onRun={tasks.run}
                  />
                )}
                <SheetMenu
                  sheet={sheet}
                  apis={apis}
                  onChanged={() => void read()}
                  onDeleted={() => router.push('/go-live')}
                />
              </div>
            )}
          </SheetHeader>
          <SheetTabs
            sheet={sheet}
            current={tab}
            hrefOf={(next) => hrefWith({ tab: next })}
            onOpen={(next) => change({ tab: next }, 'push')}
          />
        </>
      )}
      <ReadProblem error={error} isGone={isGone} />
      {job && !isFullScreen && (
        <JobStrip
          key={job.id}
          job={job}
          titleOf={(id) => sheet.cases.find((each) => each.id === id)?.title}
          onAct={canChange ? (action) => void tasks.changeJob(job.id, action) : undefined}
          isBusy={tasks.isBusy}
        />
      )}
      {session && !isFullScreen && (isSessionOpen(session) || tab === 'cases') && (
        <SessionStrip
          session={session}
          hrefOf={(id) => hrefWith({ tab: 'cases', case: id })}
          onAct={mayChange ? (action) => void tasks.changeSession(action) : undefined}
          isBusy={tasks.isBusy}
        />
      )}
      {tab === 'cases' && (
        <CasesPart
          cases={sheet.cases}
          shown={shown}
          filters={filters}
          chosen={chosenId}
          wide={wide}
          sheetName={sheet.name}
          hrefOf={(id) => hrefWith({ case: id })}
          onNarrow={change}
        >
          {chosen && (
            <CaseDetail
              each={chosen}
              sheet={sheet}
              canChange={mayChange}
              whyNotRun={whyNotRun(sheet, chosen)}
              isBusy={tasks.isBusy}
              onRun={() => tasks.run([chosen.id])}
              onChange={(next, words) => tasks.changeCase(chosen.id, next, words)}
            />
          )}
        </CasesPart>
      )}
      {tab === 'checklist' && (
        <div className="min-h-0 flex-1 lg:overflow-y-auto">
          <Checklist items={sheet.checklist} canChange={mayChange} onChange={tasks.changeChecklist} />
        </div>
      )}
      {tab === 'export' && (
        <div className="min-h-0 flex-1 lg:overflow-y-auto">
          <ExportPanel sheet={sheet} canChange={mayChange} onChanged={() => void read()} />
        </div>
      )}
      {wasOpening && (
        <StartSession
          open={isOpening}
          cases={sheet.cases}
          first={chosenId}
          onClose={() => setOpening(false)}
          onStart={(wanted) => {
            setOpening(false)
            void tasks.startSession(wanted)
          }}
        />
      )}
      <ConfirmRun
        cases={tasks.asking}
        environmentName={sheet.environment.name}
        onClose={tasks.stopAsking}
        onConfirm={tasks.start}
      />
    </div>
  )
}

function RunShown({
  cases,
  isNarrowed,
  disabled,
  onRun,
}: {
  cases: string[]
  isNarrowed: boolean
  disabled: boolean
  onRun: (cases: string[]) => void
}) {
  return (
    <Button variant="primary" disabled={disabled || cases.length === 0} onClick={() => onRun(cases)}>
      <Play aria-hidden />
      {isNarrowed ? 'Run these' : 'Run all that is missing'}
      {cases.length > 0 && ` (${cases.length})`}
    </Button>
  )
}

function ReadProblem({ error, isGone }: { error: Error | null; isGone: boolean }) {
  if (isGone) {
    return (
      <Notice tone="warn" className="m-4">
        Somebody deleted this sheet. What is still on screen is the last that was read.
      </Notice>
    )
  }
  return (
    error && (
      <Notice tone="bad" title="The sheet cannot be read again" className="m-4">
        {error.message}
      </Notice>
    )
  )
}
