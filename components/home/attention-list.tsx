import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import type { Attention } from '@/lib/workspace/home'

/** What somebody should do, each with the place where it is done. Nothing is drawn when nothing is wrong. */
export function AttentionList({ items }: { items: Attention[] }) {
  if (items.length === 0) return null
  return (
    <section aria-labelledby="attention" className="pb-5">
      <h2 id="attention" className="mb-2 font-semibold">
        Needs attention
      </h2>
      <ul className="border-t">
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b py-2">
            <TriangleAlert className="size-4 shrink-0 text-pending" aria-hidden />
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-medium">{item.title}</p>
              <p className="break-words text-ink-muted text-sm">{item.text}</p>
            </div>
            <Button size="sm" asChild>
              <Link href={item.href}>{item.action}</Link>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
