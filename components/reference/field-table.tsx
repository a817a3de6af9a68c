import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import type { Json } from '@/lib/catalogue/types'
import type { ReferenceRow } from '@/lib/derive/reference'

const shownExample = (example: Json) =>
  typeof example === 'object' ? JSON.stringify(example) : String(example)

/** An operation's fields: name and type, what it is with its limits, an example. Folds into blocks on a phone. */
export function FieldTable({ rows, within }: { rows: ReferenceRow[]; within?: string }) {
  return (
    <ul aria-label={within ? `Fields of one item of ${within}` : 'Fields'} className="border-t">
      {rows.map((row) => (
        <li
          key={row.name}
          id={within ? undefined : `field-${row.name}`}
          className="grid scroll-mt-16 grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 border-b py-2.5 md:grid-cols-[14rem_minmax(0,1fr)] xl:grid-cols-[14rem_minmax(0,1fr)_16rem]"
        >
          <div className="min-w-0">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <CopyText value={row.name} label="Field name" max={40} className="font-semibold" />
              {row.required ? (
                <Badge tone="neutral">required</Badge>
              ) : (
                <span className="text-ink-muted text-xs">optional</span>
              )}
            </p>
            <p className="text-ink-muted text-sm">
              {row.type}
              {row.in !== 'body' && `, in the ${row.in}`}
            </p>
          </div>
          <div className="min-w-0 max-w-3xl">
            <p>{row.help}</p>
            {row.choices.length > 0 && (
              <ul className="mt-1 text-sm">
                {row.choices.map(({ value, label }) => (
                  <li key={value}>
                    <code>{value}</code>
                    <span className="text-ink-muted">{labelWithout(value, label)}</span>
                  </li>
                ))}
              </ul>
            )}
            {row.limits.length > 0 && (
              <p className="mt-1 break-words text-ink-muted text-sm">
                {row.limits.map((limit, index) => (
                  <span key={limit}>
                    {index > 0 && ' · '}
                    <Limit text={limit} />
                  </span>
                ))}
              </p>
            )}
            {row.note && <p className="mt-1 text-ink-muted text-sm">{row.note}</p>}
            {row.filledBy && <p className="mt-1 text-ink-muted text-sm">{row.filledBy}</p>}
            <p className="mt-1 text-ink-faint text-xs">Source: {row.sources.join('; ')}</p>
            {row.items && (
              <div className="mt-2">
                <FieldTable rows={row.items} within={row.name} />
              </div>
            )}
          </div>
          <div className="min-w-0 text-sm md:max-xl:col-start-2">
            {row.example !== '' && (
              <p className="flex min-w-0 items-baseline gap-1.5">
                <span className="shrink-0 text-ink-muted text-xs">Example</span>
                <CopyText value={shownExample(row.example)} label="Example" max={30} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Labels begin with their value: `4: monthly`. */
const labelWithout = (value: string, label: string) =>
  label === value ? '' : label.startsWith(`${value}:`) ? label.slice(value.length) : `: ${label}`

function Limit({ text }: { text: string }) {
  const pattern = text.match(/^matches (.*)$/s)?.[1]
  return pattern ? (
    <>
      matches <code className="break-all">{pattern}</code>
    </>
  ) : (
    text
  )
}
