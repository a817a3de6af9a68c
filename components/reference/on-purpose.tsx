import Link from 'next/link'
import type { CodeView } from '@/lib/workspace/codes/views'
import { Ways } from './ways'
import { placeWords } from './words'

/** Every code of one system with the ways to bring it about. */
export function OnPurpose({
  systems,
  chosen,
  codes,
}: {
  systems: { id: string; title: string }[]
  chosen: string
  codes: CodeView[]
}) {
  const had = codes.filter(({ ways }) => ways.length > 0).length
  return (
    <>
      <nav aria-label="Systems" className="mb-4 flex flex-wrap gap-x-4 gap-y-1">
        {systems.map(({ id, title }) => (
          <Link
            key={id}
            href={`/reference/on-purpose?system=${id}`}
            aria-current={id === chosen ? 'page' : undefined}
            className="py-1 text-accent underline-offset-3 hover:underline aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {title}
          </Link>
        ))}
      </nav>
      <p className="border-b pb-2 text-ink-muted text-sm">
        {had} of {codes.length} can be had; the others say why not.
      </p>
      <ul aria-label="Codes">
        {codes.map((code) => (
          <li
            key={code.id}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 border-b py-2 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <div className="min-w-0 break-words">
              <Link href={code.path} className="font-mono text-accent underline-offset-3 hover:underline">
                {code.code ?? 'no code'}
              </Link>
              <p>{code.message}</p>
              <p className="text-ink-muted text-sm">
                {placeWords(code.where)} · {code.id}
              </p>
            </div>
            <Ways code={code} />
          </li>
        ))}
      </ul>
    </>
  )
}
