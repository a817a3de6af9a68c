import Link from 'next/link'
import { hrefOf, partsOf } from '@/lib/guides/rich'
import type { Rich } from '@/lib/guides/types'

/** Text with names and links, as guides are written. */
export function RichText({ text }: { text: Rich }) {
  return partsOf(text).map((part, index) => {
    const key = index
    if (part.kind === 'text') return part.text
    if (part.kind === 'code')
      return (
        <code key={key} className="wrap-anywhere font-mono text-sm">
          {part.text}
        </code>
      )
    return (
      <Link
        key={key}
        href={hrefOf(part.target) ?? '/guides'}
        prefetch={false}
        className="text-accent underline underline-offset-3"
      >
        {part.isCode ? <code className="font-mono text-sm">{part.text}</code> : part.text}
      </Link>
    )
  })
}

/** Where it was read, and that no source is sure of it. */
export function Evidence({ sources, unconfirmed }: { sources?: string[]; unconfirmed?: boolean }) {
  if (!unconfirmed && !sources?.length) return null
  return (
    <span className="text-ink-faint text-xs">
      {unconfirmed && <span className="font-medium text-pending">Unconfirmed. </span>}
      {sources && sources.length > 0 && `Source: ${sources.join('; ')}`}
    </span>
  )
}
