'use client'
import { useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { inputClasses } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { cn } from '@/lib/classes'

/** The body written by hand, with line numbers and the place of an error. */
export function BodyTab({
  language,
  text,
  error,
  disabled,
  onChange,
  onBlur,
  onDiscard,
}: {
  language: string
  text: string
  error: { error: string; line: number | undefined } | null
  disabled: boolean
  onChange: (text: string) => void
  onBlur: () => void
  onDiscard: () => void
}) {
  const id = useId()
  const gutter = useRef<HTMLPreElement>(null)
  const lines = text.split('\n').length
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <label htmlFor={id} className="text-ink-muted text-sm">
        The {language} body as it will be sent. The form follows what you write here.
      </label>
      <div className="flex min-w-0">
        <pre
          ref={gutter}
          aria-hidden
          className="max-h-[60vh] select-none overflow-hidden rounded-l border border-line-strong/70 border-r-0 bg-surface py-2 pr-2 pl-3 text-right text-ink-faint text-sm leading-5"
        >
          {Array.from({ length: lines }, (_, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a line's number is its identity
              key={index}
              className={cn('block', error?.line === index + 1 && 'font-semibold text-failed')}
            >
              {index + 1}
            </span>
          ))}
        </pre>
        <textarea
          id={id}
          value={text}
          disabled={disabled}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          wrap="off"
          rows={Math.min(Math.max(lines, 8), 28)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop
          }}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          className={cn(
            inputClasses,
            'max-h-[60vh] resize-y overflow-auto rounded-l-none py-2 font-mono text-sm leading-5',
          )}
        />
      </div>
      {error && (
        <Notice
          id={`${id}-error`}
          role="status"
          tone="bad"
          title={error.line ? `Line ${error.line}: ${error.error}` : error.error}
        >
          <span className="flex flex-wrap items-center gap-2">
            The form keeps the last text that could be read.
            <Button size="sm" onClick={onDiscard}>
              Discard this text
            </Button>
          </span>
        </Notice>
      )}
    </div>
  )
}
