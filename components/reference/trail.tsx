import Link from 'next/link'
import { Fragment } from 'react'

/** The way up from a page of the reference. */
export function Trail({ steps, here }: { steps: { title: string; href: string }[]; here?: string }) {
  return (
    <p className="mb-1 text-ink-muted text-sm">
      {steps.map(({ title, href }, index) => (
        <Fragment key={href}>
          {index > 0 && ' / '}
          <Link href={href} className="underline-offset-3 hover:underline">
            {title}
          </Link>
        </Fragment>
      ))}
      {here && ` / ${here}`}
    </p>
  )
}
