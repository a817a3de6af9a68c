'use client'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { Notice, PageHeader } from '@/components/ui/layout'
import type { Tree } from '@/lib/guides/types'
import { GuidePath } from './guide-page'
import type { Lookup } from './lookup'
import { StopView } from './stop-view'
import { useTree } from './use-tree'

export type TreeSubject = { id: string; title: string }

/** Questions one after the other. What can be tested is tested; the address holds the way that was taken. */
export function TreeScreen({
  tree,
  lookup,
  subjects,
  canTest,
}: {
  tree: Tree
  lookup: Lookup
  /** Runs or environments, as the tree asks for. */
  subjects: TreeSubject[]
  canTest: boolean
}) {
  const isRun = tree.subject === 'run'
  const end = useRef<HTMLLIElement>(null)
  const { subject, way, stops, reports, testing, failure, ...act } = useTree(
    tree,
    isRun ? '' : (subjects[0]?.id ?? ''),
    end,
  )
  return (
    <>
      <GuidePath>When something fails</GuidePath>
      <PageHeader title={tree.title} description={tree.summary} />
      <div className="mb-4 flex max-w-xl flex-col gap-2">
        <SubjectChoice isRun={isRun} subjects={subjects} chosen={subject} onChoose={act.choose} />
        {!canTest && (
          <p className="text-ink-muted text-sm">
            As a viewer you answer the questions yourself. A member can have Jaribu test them.
          </p>
        )}
      </div>
      <ol aria-label="Questions" className="max-w-4xl border-t">
        {stops.map((stop, at) => {
          const isLast = at === stops.length - 1
          return (
            <li
              key={stop.id}
              ref={isLast ? end : undefined}
              tabIndex={-1}
              aria-current={isLast ? 'step' : undefined}
              className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 border-b py-3 outline-none"
            >
              <span className="pt-px text-ink-faint text-sm tabular-nums">{at + 1}</span>
              <StopView
                stop={stop}
                report={reports[stop.id]}
                lookup={lookup}
                isTesting={testing === stop.id}
                isBusy={testing !== null}
                canTest={canTest && subject !== ''}
                needsSubject={canTest && subject === '' && isRun}
                onTest={() => void act.test(at)}
                onAnswer={(choice) => act.answer(at, choice)}
                onBack={() => act.goBack(at)}
              />
            </li>
          )
        })}
      </ol>
      {failure && (
        <Notice tone="bad" title="This cannot be tested" className="mt-3 max-w-4xl">
          {failure} Answer it by hand, or choose another {isRun ? 'run' : 'environment'}.
        </Notice>
      )}
      {way.length > 0 && (
        <p className="mt-3">
          <Button size="sm" onClick={() => act.goBack(0)}>
            Start again
          </Button>
        </p>
      )}
    </>
  )
}

function SubjectChoice({
  isRun,
  subjects,
  chosen,
  onChoose,
}: {
  isRun: boolean
  subjects: TreeSubject[]
  /** Empty for none. */
  chosen: string
  onChoose: (id: string) => void
}) {
  const isKnown = chosen === '' || subjects.some(({ id }) => id === chosen)
  return (
    <Field label={isRun ? 'Run' : 'Environment'}>
      {(slots) => (
        <Select {...slots} value={chosen} onChange={(event) => onChoose(event.target.value)}>
          {(isRun || subjects.length === 0) && (
            <option value="">{subjects.length === 0 ? 'There is none yet' : 'None: answer by hand'}</option>
          )}
          {!isKnown && <option value={chosen}>{chosen}</option>}
          {subjects.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
