import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import { type Filters, isMoment } from './filters'

const outcomeWords = {
  succeeded: 'Paid or done',
  unsuccessful: 'Not successful',
  final: 'With a final verdict',
}

/** What narrows the list and has no field above it: each with a way to drop it. */
export function FilterChips({
  filters,
  systems,
  appKeys,
  onChange,
}: {
  filters: Filters
  systems: { id: string; title: string }[]
  appKeys: { fingerprint: string; label: string }[]
  onChange: (change: Partial<Filters>) => void
}) {
  const { system, kind, outcome, code, appKey, from, to } = filters
  const chips: { name: string; words: ReactNode; without: Partial<Filters> }[] = []
  if (isMoment(from) || isMoment(to)) {
    chips.push({
      name: 'the period',
      words: (
        <>
          {isMoment(from) && (
            <>
              From <Time at={Number(from)} show="date" />{' '}
            </>
          )}
          {isMoment(to) && (
            <>
              {isMoment(from) ? 'to' : 'To'} <Time at={Number(to)} show="date" />
            </>
          )}
        </>
      ),
      without: { ...(isMoment(from) && { from: '' }), ...(isMoment(to) && { to: '' }) },
    })
  }
  if (kind)
    chips.push({ name: 'the kind', words: `Only ${environmentKindWords[kind]}`, without: { kind: '' } })
  if (system) {
    const words = systems.find(({ id }) => id === system)?.title ?? system
    chips.push({ name: 'the system', words, without: { system: '' } })
  }
  if (outcome) chips.push({ name: 'the outcome', words: outcomeWords[outcome], without: { outcome: '' } })
  if (code) {
    const words = code === '-' ? 'Without a code' : `Code ${code}`
    chips.push({ name: 'the code', words, without: { code: '' } })
  }
  if (appKey) {
    const label = appKeys.find(({ fingerprint }) => fingerprint === appKey)?.label ?? appKey
    chips.push({ name: 'the key', words: `Key ${label}`, without: { appKey: '' } })
  }
  if (chips.length === 0) return null
  return (
    <ul aria-label="Active filters" className="flex flex-wrap gap-1.5 pb-3">
      {chips.map(({ name, words, without }) => (
        <li
          key={name}
          className="inline-flex min-w-0 items-center gap-1 rounded-sm bg-selected py-0.5 pr-0.5 pl-2 text-sm"
        >
          <span className="min-w-0 truncate">{words}</span>
          <button
            type="button"
            aria-label={`Drop ${name}`}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm hover:bg-hover"
            onClick={() => onChange(without)}
          >
            <X className="size-3.5" aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
