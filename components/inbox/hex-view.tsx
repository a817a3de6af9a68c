'use client'
import { useMemo, useRef } from 'react'
import { useRows } from '@/components/lists/use-rows'
import { CopyButton } from '@/components/ui/copy'
import { hexDump, hexLine, hexLines } from './hex'

const lineHeight = 19

/** Sixteen bytes a line; only the lines on screen are drawn. */
export function HexView({ bytes }: { bytes: Uint8Array }) {
  const scroller = useRef<HTMLElement>(null)
  const count = hexLines(bytes)
  const { drawn, height } = useRows({ count, rowHeight: lineHeight, scroller })
  const dump = useMemo(() => (count > 4096 ? undefined : hexDump(bytes)), [bytes, count])
  if (count === 0) return <p className="text-ink-muted">The body is empty.</p>
  return (
    <div className="relative rounded border bg-surface">
      <section
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
        tabIndex={0}
        aria-label="Bytes in hexadecimal"
        className="max-h-[60vh] overflow-auto p-3 font-mono text-sm"
      >
        <div className="relative min-w-max" style={{ height }}>
          {/* Gives the box the width of a line: the drawn ones stand outside of the flow. */}
          <pre aria-hidden className="invisible h-0">
            {Array.from(Object.values(hexLine(bytes, 0))).join('  ')}
          </pre>
          {drawn.map((index) => {
            const line = hexLine(bytes, index)
            return (
              <pre
                key={index}
                className="absolute top-0 left-0 leading-[19px]"
                style={{ transform: `translateY(${index * lineHeight}px)` }}
              >
                <span className="text-ink-faint">{line.offset}</span>
                {'  '}
                {line.hex}
                {'  '}
                <span className="text-code-string">{line.text}</span>
              </pre>
            )
          })}
        </div>
      </section>
      {dump && (
        <CopyButton value={dump} label="Copy the dump" className="absolute top-1 right-1 bg-surface" />
      )}
    </div>
  )
}
