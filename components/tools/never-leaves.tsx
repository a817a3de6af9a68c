import { Lock } from 'lucide-react'

/** A promise of the tools that encrypt. */
export function NeverLeaves({ what }: { what: 'key' | 'password' }) {
  return (
    <p className="flex items-start gap-2 rounded border bg-surface px-3 py-2 text-sm">
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-muted" />
      <span>
        The {what} never leaves this browser: it is encrypted on this page, no request carries it, and nothing
        is stored.
      </span>
    </p>
  )
}
