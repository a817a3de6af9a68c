'use client'
import { type ReactNode, useMemo } from 'react'
import { cn } from '@/lib/classes'
import { indentJson } from '@/lib/wire/indent'
import { indentXml } from '@/lib/xml/indent'
import { CopyButton } from './copy'

const jsonToken = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g
const xmlToken =
  /(<!--[\s\S]*?-->)|(<!\[CDATA\[|\]\]>|<\/?[A-Za-z_][\w:.-]*|\/?>|<\?[\s\S]*?\?>)|("[^"]*"|'[^']*')/g

/** Bodies above this many characters are drawn without colours: they are for reading a part, not for admiring. */
const colourLimit = 60_000

const paint = (text: string, language: 'json' | 'xml'): ReactNode[] => {
  const parts: ReactNode[] = []
  let last = 0
  for (const match of text.matchAll(language === 'json' ? jsonToken : xmlToken)) {
    const at = match.index
    if (at > last) parts.push(text.slice(last, at))
    const tone =
      language === 'json'
        ? match[1]
          ? match[2]
            ? 'text-code-key'
            : 'text-code-string'
          : match[3]
            ? 'text-code-number'
            : 'text-code-word'
        : match[1]
          ? 'text-ink-faint'
          : match[2]
            ? 'text-code-key'
            : 'text-code-string'
    const painted = match[1] ?? match[0]
    parts.push(
      <span key={at} className={tone}>
        {language === 'json' && match[1] ? painted : match[0]}
      </span>,
    )
    if (language === 'json' && match[2]) parts.push(match[2])
    last = at + match[0].length
  }
  parts.push(text.slice(last))
  return parts
}

/** Text of a message, shown as text whatever it holds. Scrolls sideways inside itself. */
export function Code({
  text,
  language = 'text',
  label = 'Copy',
  className,
  wrap = false,
}: {
  text: string
  language?: 'json' | 'xml' | 'text'
  label?: string
  className?: string
  wrap?: boolean
}) {
  const painted = useMemo(
    () => (language === 'text' || text.length > colourLimit ? text : paint(text, language)),
    [text, language],
  )
  return (
    <div
      data-slot="code"
      className={cn('group flex min-w-0 items-start rounded border bg-surface', className)}
    >
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
        tabIndex={0}
        className={cn(
          'max-h-[60vh] min-w-0 flex-1 overflow-auto p-3 text-sm leading-[1.5]',
          wrap && 'whitespace-pre-wrap break-all',
        )}
      >
        <code>{painted}</code>
      </pre>
      <CopyButton value={text} label={label} className="m-1 shrink-0" />
    </div>
  )
}

/** JSON or XML indented for reading; anything else as it came. */
export const prettyText = (body: string): { text: string; language: 'json' | 'xml' | 'text' } => {
  const start = body.trimStart()
  if (start.startsWith('{') || start.startsWith('[')) {
    try {
      JSON.parse(body)
      return { text: indentJson(body), language: 'json' }
    } catch {
      return { text: body, language: 'text' }
    }
  }
  if (start.startsWith('<')) return { text: indentXml(body), language: 'xml' }
  return { text: body, language: 'text' }
}
