'use client'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { labelStep, piecesOf, ticksOf } from './scale'

const height = 190
const margin = { top: 10, right: 8, bottom: 24, left: 52 }

export type Step = { label: string; href: string }
export type Stack = { title: string; values: number[]; look: Look }
export type Line = { title: string; values: (number | null)[]; look: Look; isDashed?: boolean }
/** State colours of the product; a pattern says the same to whoever does not see the colour. */
export type Look = 'good' | 'bad' | 'pending' | 'accent' | 'muted'

const ink: Record<Look, string> = {
  good: 'var(--good)',
  bad: 'var(--failed)',
  pending: 'var(--pending)',
  accent: 'var(--accent)',
  muted: 'var(--ink-faint)',
}

/** The width that there is, in pixels, so that text keeps its size. */
const useWidth = () => {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(720)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(Math.max(240, Math.floor(element.clientWidth))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { box, width }
}

/**
 * Bars stacked, lines over them, one step beside the other. It draws what the table below it says, so assistive
 * technology is given the table; a pointer finds the runs behind a step by clicking on it.
 */
export function Chart({
  title,
  steps,
  stacks = [],
  lines = [],
  format,
  most,
}: {
  title: string
  steps: readonly Step[]
  stacks?: readonly Stack[]
  lines?: readonly Line[]
  format: (value: number) => string
  /** Top of the axis, where it is known: 1 for shares. */
  most?: number
}) {
  const { box, width } = useWidth()
  const id = useId()
  const totals = steps.map((_, index) => stacks.reduce((sum, stack) => sum + (stack.values[index] ?? 0), 0))
  const largest = Math.max(...totals, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)), 0)
  const ticks =
    most === undefined ? ticksOf(largest, stacks.length > 0) : [0, most / 4, most / 2, (most * 3) / 4, most]
  const top = ticks.at(-1) ?? 1
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom }
  const band = inner.width / Math.max(1, steps.length)
  const yOf = (value: number) => margin.top + inner.height * (1 - value / top)
  const middleOf = (index: number) => margin.left + band * (index + 0.5)
  const barWidth = Math.max(1, Math.min(28, band * 0.72))
  const every = labelStep(steps.length, inner.width, 64)
  return (
    <figure className="min-w-0 break-inside-avoid">
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-1 text-sm">
        <span className="font-medium">{title}</span>
        {[
          ...stacks.map((stack) => ({ ...stack, line: undefined })),
          ...lines.map((line) => ({ ...line, line: line.isDashed === true })),
        ].map(({ title: name, look, line }) => (
          <span key={name} className="inline-flex items-center gap-1.5 text-ink-muted">
            <Swatch id={`${id}${look}`} look={look} line={line} />
            {name}
          </span>
        ))}
      </figcaption>
      <div ref={box} className="min-w-0 overflow-hidden">
        <svg
          aria-hidden="true"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          className="block h-auto max-w-full select-text"
        >
          <Patterns id={id} />
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                x1={margin.left}
                x2={width - margin.right}
                y1={yOf(tick)}
                y2={yOf(tick)}
                stroke="var(--line)"
              />
              <text
                x={margin.left - 6}
                y={yOf(tick) + 4}
                textAnchor="end"
                fontSize={11}
                fill="var(--ink-muted)"
              >
                {format(tick)}
              </text>
            </g>
          ))}
          {steps.map((step, index) => {
            const said = [...stacks, ...lines].flatMap(({ title: name, values }) => {
              const value = values[index]
              return value === null || value === undefined ? [] : [`${name}: ${format(value)}`]
            })
            let below = 0
            return (
              <a key={`${step.href} ${step.label}`} href={step.href} tabIndex={-1}>
                <title>{[step.label, ...said].join('\n')}</title>
                <rect
                  x={margin.left + band * index}
                  y={margin.top}
                  width={band}
                  height={inner.height}
                  className="fill-transparent hover:fill-hover"
                  fillOpacity={0.6}
                />
                {stacks.map(({ title: name, values, look }) => {
                  const value = values[index] ?? 0
                  if (value === 0) return null
                  const y = yOf(below + value)
                  const tall = yOf(below) - y
                  below += value
                  return (
                    <rect
                      key={name}
                      x={middleOf(index) - barWidth / 2}
                      y={y}
                      width={barWidth}
                      height={Math.max(tall, 0.5)}
                      fill={`url(#${id}${look})`}
                    />
                  )
                })}
              </a>
            )
          })}
          {steps.map(
            (step, index) =>
              index % every === 0 && (
                <text
                  key={`${step.href} ${step.label}`}
                  x={middleOf(index)}
                  y={height - 7}
                  textAnchor="middle"
                  fontSize={11}
                  fill="var(--ink-muted)"
                >
                  {step.label}
                </text>
              ),
          )}
          {lines.map((line) => (
            <LineOf key={line.title} line={line} xOf={middleOf} yOf={yOf} hasDots={steps.length <= 40} />
          ))}
        </svg>
      </div>
    </figure>
  )
}

function LineOf({
  line: { values, look, isDashed },
  xOf,
  yOf,
  hasDots,
}: {
  line: Line
  xOf: (index: number) => number
  yOf: (value: number) => number
  hasDots: boolean
}) {
  return (
    <g className="pointer-events-none" stroke={ink[look]} fill="none" strokeWidth={1.75}>
      {piecesOf(values).map((piece) => (
        <g key={piece[0]?.index}>
          <polyline
            points={piece.map(({ index, value }) => `${xOf(index)},${yOf(value)}`).join(' ')}
            strokeDasharray={isDashed ? '5 4' : undefined}
            strokeLinejoin="round"
          />
          {(hasDots || piece.length === 1) &&
            piece.map(({ index, value }) => (
              <circle key={index} cx={xOf(index)} cy={yOf(value)} r={2.25} fill="var(--canvas)" />
            ))}
        </g>
      ))}
    </g>
  )
}

/** Solid, hatched and dotted: the same three states in every chart. */
function Patterns({ id }: { id: string }) {
  const patterns: [Look, ReactNode][] = [
    ['good', null],
    ['accent', null],
    ['muted', null],
    [
      'bad',
      <path key="lines" d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="var(--canvas)" strokeWidth={1.2} />,
    ],
    ['pending', <circle key="dot" cx={3} cy={3} r={1.1} fill="var(--canvas)" />],
  ]
  return (
    <defs>
      {patterns.map(([look, mark]) => (
        <pattern key={look} id={`${id}${look}`} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} fill={ink[look]} />
          {mark}
        </pattern>
      ))}
    </defs>
  )
}

/** A filled box, or a line: dashed or not. */
function Swatch({ id, look, line }: { id: string; look: Look; line: boolean | undefined }) {
  return (
    <svg aria-hidden="true" width={14} height={10}>
      {line === undefined ? (
        <rect width={14} height={10} rx={1.5} fill={`url(#${id})`} />
      ) : (
        <line
          x1={0}
          x2={14}
          y1={5}
          y2={5}
          stroke={ink[look]}
          strokeWidth={2}
          strokeDasharray={line ? '4 3' : undefined}
        />
      )}
    </svg>
  )
}

/** A share as a bar within a table's cell; the number stands beside it. */
export function ShareBar({ share, look }: { share: number; look: Look }) {
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={8}
      preserveAspectRatio="none"
      viewBox="0 0 100 8"
      className="min-w-16"
    >
      <rect width={100} height={8} fill="var(--hover)" />
      <rect width={Math.max(0.5, share * 100)} height={8} fill={ink[look]} />
    </svg>
  )
}
