import type { CodeView } from '@/lib/workspace/codes/views'

/** How a code is brought about, as a list, or why it cannot be. */
export function Ways({ code }: { code: Pick<CodeView, 'ways' | 'whyNot'> }) {
  if (code.whyNot) return <p className="text-ink-muted">It cannot be had. {code.whyNot}</p>
  return (
    <ul className="grid max-w-prose list-disc gap-1 pl-4">
      {code.ways.map(({ sentence }) => (
        <li key={sentence} className="break-words">
          {sentence}
        </li>
      ))}
    </ul>
  )
}
