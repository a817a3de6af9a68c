'use client'
import { useHydrated } from './hydrated'

const two = (value: number) => String(value).padStart(2, '0')

export const clockTime = (at: number, withMillis = true) => {
  const date = new Date(at)
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
  return withMillis ? `${time}.${String(date.getMilliseconds()).padStart(3, '0')}` : time
}

const calendarDate = (at: number) => {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/**
 * A moment in the reader's own time zone: the clock, with the date on hover; `date` shows both.
 * Before hydration it is drawn in UTC, which is what the server knows.
 */
export function Time({
  at,
  show = 'clock',
  className,
}: {
  at: number
  show?: 'clock' | 'seconds' | 'date'
  className?: string
}) {
  // Local time is drawn only after the server's markup was taken over.
  const hydrated = useHydrated()
  const iso = new Date(at).toISOString()
  const text = hydrated
    ? show === 'date'
      ? `${calendarDate(at)} ${clockTime(at, false)}`
      : clockTime(at, show === 'clock')
    : show === 'date'
      ? `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
      : iso.slice(11, show === 'clock' ? 23 : 19)
  return (
    <time
      dateTime={iso}
      title={hydrated ? new Date(at).toString() : iso}
      className={className}
      suppressHydrationWarning
    >
      {text}
    </time>
  )
}
