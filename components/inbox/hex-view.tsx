'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { CopyButton } from '@/components/ui/copy'
import { hexDump, hexLine, hexLines } from './hex'

/** Sixteen bytes a line; only the lines on screen are drawn. */
export function HexView({ bytes }: { bytes: Uint8Array }) {
  const scroller = useRef<HTMLElement>(null)
  const count = hexLines(bytes)
  const lines = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 19,
    overscan: 20,
  })
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
        <div className="relative min-w-max" style={{ height: lines.getTotalSize() }}>
          {/* Gives the box the width of a line: the drawn ones stand outside of the flow. */}
          <pre aria-hidden className="invisible h-0">
            {Array.from(Object.values(hexLine(bytes, 0))).join('  ')}
          </pre>
          {lines.getVirtualItems().map((item) => {
            const line = hexLine(bytes, item.index)
            return (
              <pre
                key={item.key}
                className="absolute top-0 left-0 leading-[19px]"
                style={{ transform: `translateY(${item.start}px)` }}
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
