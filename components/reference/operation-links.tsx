import Link from 'next/link'

export type CodeOperation = { id: string; title: string; href: string; system: string }

export function OperationLinks({ operations }: { operations: CodeOperation[] }) {
  return (
    <ul>
      {operations.map(({ id, title, href }) => (
        <li key={id}>
          <Link
            href={href}
            prefetch={false}
            className="inline-block py-1 text-accent underline-offset-3 hover:underline"
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}
