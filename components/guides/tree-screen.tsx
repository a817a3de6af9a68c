'use client'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { Notice, PageHeader } from '@/components/ui/layout'
import { callApi } from '@/lib/api/client'
import type { CheckResult, Tree, TreeNode } from '@/lib/guides/types'
import type { CheckReport } from '@/lib/workspace/guides/views'
import { Blocks } from './blocks'
import { GuidePath } from './guide-page'
import type { Lookup } from './lookup'
import { RichText } from './rich-text'
import { type Choice, nextAfter, readWay, type Stop, stopsOf, writeWay } from './way'

const looks = {
  fine: { tone: 'good', words: 'yes' },
  problem: { tone: 'failed', words: 'no' },
  unknown: { tone: 'pending', words: 'cannot tell' },
} as const satisfies Record<CheckResult, unknown>

const byHand: { result: CheckResult; label: string }[] = [
  { result: 'fine', label: 'Yes' },
  { result: 'problem', label: 'No' },
  { result: 'unknown', label: 'Cannot tell' },
]

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
  const search = useSearchParams()
  const [subject, setSubject] = useState(
    search.get(tree.subject) ?? (tree.subject === 'environment' ? (subjects[0]?.id ?? '') : ''),
  )
  const [way, setWay] = useState<Choice[]>(() => readWay(search.get('way')))
  const [reports, setReports] = useState<Record<string, CheckReport>>({})
  const [testing, setTesting] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const end = useRef<HTMLLIElement>(null)
  const abort = useRef<AbortController>(null)
  const stops = stopsOf(tree, way)
  useEffect(() => () => abort.current?.abort(), [])

  const keep = (nextWay: Choice[], nextSubject = subject) => {
    setWay(nextWay)
    const address = new URLSearchParams()
    if (nextSubject) address.set(tree.subject, nextSubject)
    if (nextWay.length > 0) address.set('way', writeWay(nextWay))
    window.history.replaceState(null, '', `${window.location.pathname}${address.size ? `?${address}` : ''}`)
  }

  const choose = (id: string) => {
    abort.current?.abort()
    setSubject(id)
    setReports({})
    setFailure(null)
    keep([], id)
  }

  const answer = (at: number, choice: Choice) => {
    setFailure(null)
    keep([...way.slice(0, at), choice])
    setTimeout(() => end.current?.focus())
  }

  const goBack = (at: number) => {
    abort.current?.abort()
    setFailure(null)
    keep(way.slice(0, at))
  }

  /** Tests this node and those after it, until a question or an end. */
  const test = async (at: number) => {
    const controller = new AbortController()
    abort.current = controller
    setFailure(null)
    const taken = way.slice(0, at)
    let id = stops[at]?.id
    try {
      while (id !== undefined) {
        const node: TreeNode | undefined = tree.nodes[id]
        if (node?.kind !== 'check') break
        setTesting(id)
        const body = { check: node.check, [tree.subject]: subject }
        const found = await callApi('POST /guides/checks', {
          body,
          signal: controller.signal,
        })
        const tested = id
        setReports((before) => ({ ...before, [tested]: found }))
        taken.push(found.result)
        keep([...taken])
        id = nextAfter(node, found.result)
      }
    } catch (thrown) {
      if (!controller.signal.aborted)
        setFailure(thrown instanceof Error ? thrown.message : 'The test failed.')
    } finally {
      setTesting(null)
      if (!controller.signal.aborted) end.current?.focus()
    }
  }

  const isRun = tree.subject === 'run'
  return (
    <>
      <GuidePath>When something fails</GuidePath>
      <PageHeader title={tree.title} description={tree.summary} />
      <div className="mb-4 flex max-w-xl flex-col gap-2">
        <Field label={isRun ? 'Run' : 'Environment'}>
          {(slots) => (
            <Select {...slots} value={subject} onChange={(event) => choose(event.target.value)}>
              {(isRun || subjects.length === 0) && (
                <option value="">
                  {subjects.length === 0 ? 'There is none yet' : 'None: answer by hand'}
                </option>
              )}
              {subject !== '' && !subjects.some(({ id }) => id === subject) && (
                <option value={subject}>{subject}</option>
              )}
              {subjects.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {!canTest && (
          <p className="text-ink-muted text-sm">
            Viewers read: answer the questions by hand. A member can have them tested.
          </p>
        )}
      </div>
      <ol aria-label="Questions" className="max-w-4xl border-t">
        {stops.map((stop, at) => (
          <li
            key={stop.id}
            ref={at === stops.length - 1 ? end : undefined}
            tabIndex={-1}
            aria-current={at === stops.length - 1 ? 'step' : undefined}
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
              onTest={() => void test(at)}
              onAnswer={(choice) => answer(at, choice)}
              onBack={() => goBack(at)}
            />
          </li>
        ))}
      </ol>
      {failure && (
        <Notice tone="bad" title="This cannot be tested" className="mt-3 max-w-4xl">
          {failure} Answer it by hand, or choose another {isRun ? 'run' : 'environment'}.
        </Notice>
      )}
      {way.length > 0 && (
        <p className="mt-3">
          <Button size="sm" onClick={() => goBack(0)}>
            Start again
          </Button>
        </p>
      )}
    </>
  )
}

function StopView({
  stop: { node, choice },
  report,
  lookup,
  isTesting,
  isBusy,
  canTest,
  needsSubject,
  onTest,
  onAnswer,
  onBack,
}: {
  stop: Stop
  report: CheckReport | undefined
  lookup: Lookup
  isTesting: boolean
  isBusy: boolean
  canTest: boolean
  needsSubject: boolean
  onTest: () => void
  onAnswer: (choice: Choice) => void
  onBack: () => void
}) {
  if (node.kind === 'end') {
    return (
      <div className="min-w-0">
        <h2 className="mb-2 flex flex-wrap items-center gap-2 font-semibold text-base">
          {node.title}
          <Badge tone={node.isSolved ? 'good' : 'pending'}>
            {node.isSolved ? 'cause found' : 'still open'}
          </Badge>
        </h2>
        <Blocks blocks={node.blocks} lookup={lookup} />
      </div>
    )
  }
  const isAnswered = choice !== null
  return (
    <div className="min-w-0">
      <h2 className="flex flex-wrap items-center gap-2 font-medium">
        {node.title}
        {isTesting && <Badge tone="pending">testing…</Badge>}
        {!isTesting && typeof choice === 'string' && (
          <Badge tone={looks[choice].tone}>
            {looks[choice].words}
            {!report && ', by hand'}
          </Badge>
        )}
        {node.kind === 'question' && typeof choice === 'number' && (
          <Badge tone="neutral">{node.answers[choice]?.label}</Badge>
        )}
        {isAnswered && (
          <Button variant="link" size="inline" className="text-sm" onClick={onBack} disabled={isBusy}>
            Answer again
          </Button>
        )}
      </h2>
      {!isAnswered && (
        <p className="mt-0.5 max-w-3xl text-ink-muted text-sm">
          <RichText text={node.why} />
        </p>
      )}
      {report && isAnswered && <Report report={report} />}
      {!isAnswered && node.kind === 'question' && (
        <div className="mt-2 flex flex-wrap gap-2">
          {node.answers.map(({ label }, index) => (
            <Button key={label} onClick={() => onAnswer(index)} disabled={isBusy}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {!isAnswered && node.kind === 'check' && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {canTest && (
            <Button variant="primary" onClick={onTest} disabled={isBusy}>
              {isTesting ? 'Testing…' : 'Test it'}
            </Button>
          )}
          {needsSubject && (
            <span className="text-ink-muted text-sm">Choose a run to have this tested, or answer:</span>
          )}
          {byHand.map(({ result, label }) => (
            <Button
              key={result}
              variant={canTest ? 'ghost' : 'outline'}
              onClick={() => onAnswer(result)}
              disabled={isBusy}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** What was tested and found. */
function Report({ report }: { report: CheckReport }) {
  return (
    <div className="mt-1 max-w-3xl text-sm">
      <p className="text-ink-muted">{report.tested}</p>
      <ul className="mt-0.5">
        {report.found.map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
      {report.links.length > 0 && (
        <p className="mt-0.5 flex flex-wrap gap-x-3">
          {report.links.map(({ label, path }) => (
            <Link key={path} href={path} className="text-accent underline underline-offset-3">
              {label}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}
