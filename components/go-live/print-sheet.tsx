import Link from 'next/link'
import { Time } from '@/components/ui/time'
import { byWords } from '@/lib/go-live/by-words'
import { simulatedLine } from '@/lib/wire/environment-kinds'
import type { CaseView, SheetView } from '@/lib/workspace/go-live/views'
import { CountBar } from './counts'
import { groupCases } from './filters'
import { PrintButton } from './print-button'
import { countWords, stateLooks } from './words'

const cell = 'border border-line-strong/60 px-1.5 py-1 align-top break-words hyphens-auto'

/** The sheet as paper: the five columns with what proves each row, then the checklist. */
export function PrintSheet({ sheet, printedAt }: { sheet: SheetView; printedAt: number }) {
  const groups = groupCases(sheet.cases)
  const isSimulated = sheet.environment.kind === 'local'
  return (
    <div className="mx-auto max-w-6xl px-4 py-5 text-sm [page:landscape] sm:px-6 print:max-w-none print:p-0">
      <p className="flex flex-wrap items-center justify-between gap-3 pb-4 print:hidden">
        <Link href={`/go-live/${sheet.id}`} className="text-ink-muted underline-offset-3 hover:underline">
          Back to the sheet
        </Link>
        <PrintButton />
      </p>
      <header className="border-b pb-3">
        <h1 className="font-semibold text-xl">{sheet.name}</h1>
        <p className="text-ink-muted">
          {sheet.systemTitle}, {sheet.environment.name}. As it was on{' '}
          <Time at={printedAt} show="date" className="font-mono" />.
        </p>
        {isSimulated && <p className="pt-2 font-semibold">{simulatedLine}</p>}
        <p className="pt-2 font-medium">
          {countWords(sheet.counts)}
          {sheet.requiresSoftware && '. What only a form proved does not count'}
        </p>
        <CountBar counts={sheet.counts} className="mt-1 max-w-80" />
      </header>
      {groups.map((group) => (
        <section key={group.api} aria-labelledby={`print-${group.api}`} className="pt-5">
          <h2 id={`print-${group.api}`} className="break-after-avoid pb-1 font-semibold text-base">
            {group.title}
            {isSimulated && <span className="font-normal"> (simulated)</span>}
          </h2>
          {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
          <section
            tabIndex={0}
            aria-label={`Cases of ${group.title}`}
            className="overflow-x-auto pr-px print:overflow-visible"
          >
            <table className="w-full min-w-180 table-fixed border-collapse text-left text-xs print:min-w-0">
              <thead className="table-header-group">
                <tr className="[&>th]:border [&>th]:border-line-strong/60 [&>th]:bg-accent-soft [&>th]:px-1.5 [&>th]:py-1 [&>th]:font-semibold">
                  <th scope="col" className="w-[12%]">
                    Subject
                  </th>
                  <th scope="col" className="w-[22%]">
                    Test case
                  </th>
                  <th scope="col" className="w-[22%]">
                    Expected results
                  </th>
                  <th scope="col" className="w-[11%]">
                    Actual results
                  </th>
                  <th scope="col">Evidence</th>
                </tr>
              </thead>
              <tbody>
                {group.cases.map((each) => (
                  <tr key={each.id} className="break-inside-avoid">
                    <td className={cell}>{each.subject}</td>
                    <td className={cell}>{each.title}</td>
                    <td className={cell}>{each.expected}</td>
                    <td className={cell}>{stateLooks[each.state].actual}</td>
                    <td className={cell}>
                      <Evidence each={each} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above */}
        </section>
      ))}
      {sheet.checklist.length > 0 && (
        <section aria-labelledby="print-checklist" className="break-before-page pt-5">
          <h2 id="print-checklist" className="pb-1 font-semibold text-base">
            Checklist
          </h2>
          <ul className="border-t">
            {sheet.checklist.map((item) => (
              <li key={item.id} className="flex break-inside-avoid gap-2 border-b py-1.5">
                <span className="w-12 shrink-0 text-ink-muted">{item.isDone ? 'done' : 'open'}</span>
                <span className="min-w-0">
                  <span className="font-medium">{item.title}</span>
                  {item.journey && <span className="text-ink-muted"> ({item.journey})</span>}
                  {item.note && <span className="block whitespace-pre-line">{item.note}</span>}
                  {item.found && <span className="block text-ink-muted">{item.found.text}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Evidence({ each }: { each: CaseView }) {
  const wanted = each.state === 'fail' ? 'contradicts' : 'proves'
  const shown = each.evidence.filter((evidence) => evidence.says === wanted || each.isConflicting)
  return (
    <>
      {each.override && (
        <p>
          Decided by {each.override.by}: {each.override.reason}
        </p>
      )}
      {shown.slice(0, 3).map((evidence) => (
        <p key={evidence.id}>
          {evidence.confidence === 'likely' && evidence.says === 'proves' && 'Appears so: '}
          {evidence.sentence} (
          {[byWords[evidence.by], evidence.isSimulated && 'simulated'].filter(Boolean).join(', ')}){' '}
          <Time at={evidence.at} show="date" className="whitespace-nowrap font-mono" />
          {evidence.runIds.map((id) => (
            <span key={id} className="block break-all font-mono text-ink-muted">
              run {id}
            </span>
          ))}
        </p>
      ))}
      {each.isFormOnly && <p>{each.missing[0]}</p>}
      {each.state !== 'empty' && each.doubt && (
        <p className="text-ink-muted">Not proved, it only appears so: {each.doubt}</p>
      )}
      {each.note && <p className="whitespace-pre-line">Note: {each.note.text}</p>}
    </>
  )
}
