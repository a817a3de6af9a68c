'use client'
import { useId } from 'react'
import { cn } from '@/lib/classes'
import { headHeight, layOut, type Step } from './sequence'

const strokes: Record<Step['tone'], string> = {
  neutral: 'stroke-ink-muted',
  pending: 'stroke-pending',
  good: 'stroke-good',
  bad: 'stroke-failed',
  warn: 'stroke-timed-out',
}
const fills: Record<Step['tone'], string> = {
  neutral: 'fill-ink-muted',
  pending: 'fill-pending',
  good: 'fill-good',
  bad: 'fill-failed',
  warn: 'fill-timed-out',
}
const inks: Record<Step['tone'], string> = {
  neutral: 'text-ink',
  pending: 'text-pending',
  good: 'text-good',
  bad: 'text-failed',
  warn: 'text-timed-out',
}
const tones = Object.keys(strokes) as Step['tone'][]

/** Who said what to whom, in order. The list it is drawn from stands beside it, so nothing is only a picture. */
export function SequenceDiagram({
  steps,
  title,
  you,
  className,
}: {
  steps: readonly Step[]
  title: string
  /** What the lane of whoever sends is called. */
  you?: string | undefined
  className?: string
}) {
  const id = useId()
  const { lanes, arrows, height } = layOut(steps, you)
  return (
    <div
      role="img"
      aria-label={`${title}: ${steps.map((step) => step.label).join('; ')}`}
      className={cn('relative select-text text-xs', className)}
    >
      <svg aria-hidden width="100%" height={height} className="block overflow-hidden">
        <defs>
          {tones.map((tone) => (
            <marker
              key={tone}
              id={`${id}-${tone}`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto-start-reverse"
            >
              <path d="M0 0 L8 4 L0 8 z" className={fills[tone]} />
            </marker>
          ))}
        </defs>
        {lanes.map((lane) => (
          <g key={lane.lane}>
            <text x={`${lane.x}%`} y={14} textAnchor="middle" className="fill-ink font-medium">
              {lane.title}
            </text>
            <line
              x1={`${lane.x}%`}
              x2={`${lane.x}%`}
              y1={headHeight - 6}
              y2={height}
              className="stroke-line"
              strokeWidth={1}
            />
          </g>
        ))}
        {arrows.map((arrow) =>
          arrow.still ? (
            <circle key={arrow.id} cx={`${arrow.x1}%`} cy={arrow.y} r={3.5} className={fills[arrow.tone]} />
          ) : (
            <line
              key={arrow.id}
              x1={`${arrow.x1}%`}
              x2={`${arrow.x2}%`}
              y1={arrow.y}
              y2={arrow.y}
              className={strokes[arrow.tone]}
              strokeWidth={1.25}
              strokeDasharray={arrow.dashed ? '4 3' : undefined}
              markerEnd={`url(#${id}-${arrow.tone})`}
            />
          ),
        )}
      </svg>
      {/* Words of the page, which end in an ellipsis where a line is too short for them. */}
      {arrows.map(({ id, y, label, labelX, anchor, tone }) => (
        <span
          key={id}
          aria-hidden
          title={label}
          className={cn('absolute truncate bg-canvas px-1', inks[tone])}
          style={
            anchor === 'start'
              ? { top: y - 19, left: `${labelX}%`, marginLeft: 2, maxWidth: `calc(${100 - labelX}% - 2px)` }
              : { top: y - 19, right: `${100 - labelX}%`, marginRight: 2, maxWidth: `calc(${labelX}% - 2px)` }
          }
        >
          {label}
        </span>
      ))}
    </div>
  )
}
