'use client'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { EmptyState, Page } from '@/components/ui/layout'
import { ToastProvider } from '@/components/ui/toast'

/** Ours went wrong: the id is the one in the server's log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <ToastProvider>
      <Page>
        <h1 className="pb-4 font-semibold text-xl">This page failed</h1>
        <EmptyState
          title="The fault is ours, and it is in the server's log."
          action={
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
          }
        >
          {error.digest && (
            <p>
              Its id there: <CopyText value={error.digest} label="Error id" />
            </p>
          )}
        </EmptyState>
      </Page>
    </ToastProvider>
  )
}
