'use client'
import { Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { Notice } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import type { CaseView, SheetView } from '@/lib/workspace/go-live/views'
import type { CaseChange } from './api'
import { AttachRun } from './attach-run'
import { CaseNote } from './case-note'
import { EvidenceItem } from './evidence-item'
import { OverrideForm } from './override-form'
import { originWords, stateLooks } from './words'

/** A case whole: what was expected beside what happened. */
export function CaseDetail({
  each,
  sheet,
  canChange,
  whyNotRun,
  onRun,
  onChange,
  isBusy,
}: {
  each: CaseView
  sheet: SheetView
  canChange: boolean
  /** Why it cannot be run now; null when it can. */
  whyNotRun: string | null
  onRun: () => void
  /** True when it was done. */
  onChange: (change: CaseChange, done: string) => Promise<boolean>
  isBusy: boolean
}) {
  const look = stateLooks[each.state]
  return (
    <article aria-labelledby="case-title" className="@container px-4 pb-8">
      <header className="flex flex-col gap-1.5 pb-3">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-sm">
          {each.apiTitle}
          <span aria-hidden>·</span>
          {each.subject}
          <span aria-hidden>·</span>
          {each.kind === 'negative' ? 'negative case: being refused is the success' : 'success case'}
        </p>
        <h2 id="case-title" className="font-semibold text-lg">
          {each.title}
        </h2>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Badge tone={look.tone}>{look.words}</Badge>
          {each.isConflicting && <Badge tone="timed-out">evidence for and against</Badge>}
          <span className="text-ink-muted text-sm">{decidedWords(each)}</span>
        </div>
      </header>
      {canChange && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-y py-2">
          <Button variant="primary" size="sm" disabled={whyNotRun !== null || isBusy} onClick={onRun}>
            <Play aria-hidden /> Run this case
          </Button>
          {whyNotRun && <p className="min-w-0 flex-1 text-ink-muted text-sm">{whyNotRun}</p>}
        </div>
      )}
      <div className="grid @lg:grid-cols-2 gap-x-6">
        <div className="min-w-0">
          <Part title="Expected">
            <p className="whitespace-pre-line">{each.expected}</p>
          </Part>
          <Part title={each.steps.length > 1 ? 'Steps' : 'Objective'}>
            {each.steps.length > 1 ? (
              <ol className="list-decimal pl-5">
                {each.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            ) : (
              <p>{each.steps[0] ?? each.title}</p>
            )}
          </Part>
          <Part title="What proves it">
            <p>{each.proof}</p>
          </Part>
          {each.quirk && (
            <Notice tone="warn" title="The provider’s own sheet is wrong here" className="mt-3">
              {each.quirk}
            </Notice>
          )}
          {each.observed && (
            <Part title="Seen in a sheet that was filled before">
              <p>{each.observed}</p>
            </Part>
          )}
          <p className="mt-3 text-ink-muted text-sm">
            {originWords(each)}. <CopyText value={each.id} label="Case id" max={40} />
          </p>
        </div>
        <div className="min-w-0 @lg:border-l @lg:pl-6">
          <Part title="What happened">
            {each.evidence.length === 0 ? (
              <p className="text-ink-muted">Nothing recorded yet.</p>
            ) : (
              <ul aria-label="Evidence" className="flex flex-col">
                {each.evidence.map((evidence) => (
                  <EvidenceItem
                    key={evidence.id}
                    evidence={evidence}
                    onDetach={
                      canChange && evidence.runIds[0] !== undefined
                        ? () =>
                            void onChange(
                              { detach: evidence.runIds[0] },
                              'Taken from this case. Attach it to bring it back.',
                            )
                        : undefined
                    }
                  />
                ))}
              </ul>
            )}
          </Part>
          {each.missing.length > 0 && (
            <Part title="Still missing">
              <ul className="list-disc pl-5">
                {each.missing.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </Part>
          )}
          {each.confidence && (
            <p className="mt-3 text-ink-muted text-sm">
              {each.doubt === null
                ? 'Proved: every record was found, joined by its ids.'
                : `Not proved, it only appears so. ${each.doubt}`}
            </p>
          )}
          {each.override && (
            <Notice
              className="mt-3"
              title={`${each.override.by} decided: ${stateLooks[each.override.state].words}`}
            >
              <p className="whitespace-pre-line">{each.override.reason}</p>
              <p className="mt-0.5 flex flex-wrap items-center justify-between gap-2 text-ink-muted">
                <span>
                  <Time at={each.override.at} show="date" className="font-mono" />. The runs say:{' '}
                  {stateLooks[each.judged].words.toLowerCase()}.
                </span>
                {canChange && (
                  <Button
                    size="sm"
                    disabled={isBusy}
                    onClick={() => void onChange({ override: null }, 'The runs decide again')}
                  >
                    Undo
                  </Button>
                )}
              </p>
            </Notice>
          )}
          <CaseNote
            key={each.id}
            note={each.note}
            canChange={canChange}
            onSave={(note) => onChange({ note }, 'Note saved')}
          />
          {canChange && (
            <>
              <OverrideForm
                key={`override ${each.id}`}
                current={each.override}
                onSave={(override) => onChange({ override }, 'Your decision is saved')}
              />
              <AttachRun
                key={`attach ${each.id}`}
                environmentId={sheet.environment.id}
                attached={each.evidence.flatMap((evidence) => evidence.runIds)}
                onAttach={(runId) => onChange({ attach: runId }, 'Run attached')}
              />
            </>
          )}
        </div>
      </div>
    </article>
  )
}

const decidedWords = (each: CaseView): string => {
  if (each.decidedBy === 'person') return `decided by ${each.override?.by ?? 'a person'}`
  if (each.decidedBy === 'nobody') return 'the cell stays empty until a run proves it'
  if (each.by === 'software')
    return each.confidence === 'likely' ? 'appears so by your software' : 'proved by your software'
  return each.confidence === 'likely' ? 'appears so by runs from a form' : 'decided by runs from a form'
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="pt-3">
      <h3 className="pb-0.5 text-ink-muted text-sm">{title}</h3>
      {children}
    </section>
  )
}
