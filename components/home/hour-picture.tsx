import { moneyText } from '@/components/payments/money'
import { Time } from '@/components/ui/time'
import type { LastHour } from '@/lib/workspace/last-hour'

const height = 44
const looks = [
  { key: 'good', words: 'paid or done', fill: 'fill-good' },
  { key: 'bad', words: 'not successful', fill: 'fill-failed' },
  { key: 'open', words: 'open', fill: 'fill-pending' },
] as const

/** The last hour in twelve bars, and in words. */
export function HourPicture({ hour }: { hour: LastHour }) {
  const most = Math.max(1, ...hour.spans.map(({ good, bad, open }) => good + bad + open))
  const width = 100 / hour.spans.length
  const counts = looks.map(({ key, words, fill }) => ({
    words,
    fill,
    count: hour.spans.reduce((sum, span) => sum + span[key], 0),
  }))
  return (
    <section aria-labelledby="last-hour" className="min-w-0">
      <h2 id="last-hour" className="font-semibold">
        The last hour
      </h2>
      <p className="flex flex-wrap items-baseline gap-x-3 pt-1">
        <span className="font-semibold text-2xl tabular-nums">{hour.runs}</span>
        <span className="text-ink-muted">{hour.runs === 1 ? 'run' : 'runs'}</span>
        {hour.paid.map(({ currency, cents }) => (
          <span key={currency} className="font-medium">
            {moneyText(cents, currency)} paid
          </span>
        ))}
      </p>
      <svg aria-hidden width="100%" height={height} className="mt-1 block border-b">
        {hour.spans.map((span, index) => {
          let below = 0
          return looks.map(({ key, fill }) => {
            const tall = (span[key] / most) * (height - 4)
            below += tall
            return (
              <rect
                key={`${span.at}${key}`}
                x={`${width * index + width * 0.14}%`}
                width={`${width * 0.72}%`}
                y={height - below}
                height={tall}
                className={fill}
              />
            )
          })
        })}
      </svg>
      <p className="flex flex-wrap justify-between gap-x-4 pt-1 text-ink-muted text-xs">
        <span>
          {hour.spans[0] && (
            <>
              from <Time at={hour.spans[0].at} show="seconds" />
            </>
          )}
        </span>
        <span className="flex flex-wrap gap-x-3">
          {counts.map(({ words, fill, count }) => (
            <span key={words} className="inline-flex items-center gap-1">
              <svg aria-hidden className="size-2">
                <rect width="8" height="8" className={fill} />
              </svg>
              {count} {words}
            </span>
          ))}
        </span>
      </p>
    </section>
  )
}
