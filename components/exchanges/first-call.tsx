import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { CopyText } from '@/components/ui/copy'
import { EmptyState } from '@/components/ui/layout'

/** Where a program has to point, and three lines that make a first call. */
export function FirstCall({ baseUrl, code }: { baseUrl: string; code: string }) {
  return (
    <EmptyState
      title="No call of your software yet"
      action={
        <Button variant="primary" asChild>
          <Link href="/sandbox?tab=code">Use it from your code</Link>
        </Button>
      }
    >
      <p>
        Give your program this base URL in place of the provider’s. Each call it makes appears here by itself,
        and one that is refused says why and what would have been accepted:
      </p>
      <CopyText value={baseUrl} max={80} label="Base URL" className="mt-1" />
      <Code className="mt-3" text={code} label="Copy the three lines" />
    </EmptyState>
  )
}
