import Link from 'next/link'
import type { ReactNode } from 'react'
import { countText } from './words'

/** A count that leads to the runs behind it. Nothing lies behind a zero. */
export function NumberLink({
  count,
  href,
  of,
  children,
}: {
  count: number
  href: string
  /** What is counted, for whoever hears the link alone: `failed runs on 20 Nov`. */
  of: string
  children?: ReactNode
}) {
  const text = children ?? countText(count)
  if (count === 0) return <span className="text-ink-faint">{text}</span>
  return (
    <Link
      href={href}
      prefetch={false}
      className="underline decoration-line-strong underline-offset-3 hover:decoration-current"
    >
      {text}
      <span className="sr-only"> {of}</span>
    </Link>
  )
}
