'use client'

/**
 * Ours went wrong: the id is the one in the server's log. Drawn with nothing but itself, because every page carries it and
 * what failed may be a primitive.
 */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col items-start gap-3 px-4 py-6">
      <h1 className="font-semibold text-xl">This page failed</h1>
      <p>The fault is ours, and it is in the server's log.</p>
      {error.digest && (
        <p className="text-ink-muted">
          Its id there: <span className="select-all font-mono text-sm">{error.digest}</span>
        </p>
      )}
      <button
        type="button"
        onClick={reset}
        className="h-8 rounded bg-accent px-3 font-medium text-accent-ink hover:bg-accent-hover"
      >
        Try again
      </button>
    </div>
  )
}
