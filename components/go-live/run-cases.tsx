'use client'
import { Check, X } from 'lucide-react'
import Link from 'next/link'
import { useLive } from '@/components/live/live-provider'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { readAgain } from '@/components/live/read-again'
import { callApi } from '@/lib/api/client'

const looks = {
  proves: { icon: Check, ink: 'text-good', words: 'proves' },
  contradicts: { icon: X, ink: 'text-failed', words: 'contradicts' },
} as const

/** Which test cases a run speaks for or against; nothing where no sheet is concerned. */
export function RunCases({ runId }: { runId: string }) {
  const queries = useQueryClient()
  const key = ['run-cases', runId]
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => callApi('GET /runs/{id}/cases', { path: { id: runId }, signal }),
  })
  useLive('sheet', () => void readAgain(queries, key))
  const cases = (data?.cases ?? []).flatMap(({ says, ...each }) =>
    says === 'part' ? [] : [{ ...each, says }],
  )
  if (cases.length === 0) return null
  return (
    <section aria-labelledby="run-cases" className="mt-6 border-t pt-4">
      <h2 id="run-cases" className="pb-2 font-semibold text-base">
        Go live
      </h2>
      <ul className="border-t">
        {cases.map((each) => {
          const { icon: Icon, ink, words } = looks[each.says]
          return (
            <li
              key={`${each.sheetId} ${each.caseId}`}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-b py-1.5"
            >
              <span className={`flex w-24 items-center gap-1.5 text-sm ${ink}`}>
                <Icon aria-hidden className="size-3.5" strokeWidth={2.5} />
                {words}
              </span>
              <Link
                href={`/go-live/${each.sheetId}?case=${encodeURIComponent(each.caseId)}`}
                className="min-w-0 rounded-sm text-accent underline-offset-3 hover:underline"
              >
                {each.title}
              </Link>
              <span className="text-ink-muted text-sm">
                {each.apiTitle}, {each.sheetName}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
