import Link from 'next/link'
import { Table, Td, Th } from '@/components/ui/table'
import type { CodeView } from '@/lib/workspace/codes/views'
import { Ways } from './in-the-sandbox'
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
      <p className="mb-2 text-ink-muted text-sm">
        {had} of {codes.length} can be had; the others say why not.
      </p>
      <Table aria-label="Codes on purpose">
        <thead>
          <tr>
            <Th>Code</Th>
            <Th>How to bring it about</Th>
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code.id} className="align-top">
              <Td>
                <Link href={code.path} className="font-mono text-accent underline-offset-3 hover:underline">
                  {code.code ?? 'no code'}
                </Link>
                <span className="block max-w-72 break-words">{code.message}</span>
                <span className="block text-ink-muted text-sm">
                  {placeWords(code.where)}, {code.id}
                </span>
              </Td>
              <Td>
                <Ways code={code} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}
