import Link from 'next/link'
import { CodeExplained } from '@/components/runs/code-explained'
import type { Step } from '@/components/runs/sequence'
import { SequenceDiagram } from '@/components/runs/sequence-diagram'
import { tryPath } from '@/components/runs/words'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import type { Block, FlowStep, Rich, Sourced } from '@/lib/guides/types'
import type { Lookup } from './lookup'
import { Evidence, RichText } from './rich-text'
import { SampleTabs } from './sample-tabs'

const stepsOf = (steps: readonly FlowStep[]): Step[] =>
  steps.map(({ from, to, label, dashed = false, tone = 'neutral' }, index) => ({
    id: `${index}`,
    from,
    to,
    label,
    dashed,
    tone,
  }))

/** The blocks of a section, one below the other. */
export function Blocks({ blocks, lookup }: { blocks: readonly Block[]; lookup: Lookup }) {
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a fixed text never change places
        <BlockView key={index} block={block} lookup={lookup} />
      ))}
    </div>
  )
}

function BlockView({ block, lookup }: { block: Block; lookup: Lookup }) {
  switch (block.kind) {
    case 'text':
      return (
        <p className="max-w-3xl">
          <RichText text={block.text} /> <Evidence {...block} />
        </p>
      )
    case 'steps':
      return (
        <ol className="max-w-3xl list-decimal pl-6 marker:text-ink-muted [&>li]:mb-1.5">
          <Items items={block.items} />
        </ol>
      )
    case 'list':
      return (
        <ul className="max-w-3xl list-disc pl-6 marker:text-ink-faint [&>li]:mb-1.5">
          <Items items={block.items} />
        </ul>
      )
    case 'note':
      return (
        <Notice tone={block.tone} title={block.title} className="max-w-3xl">
          <RichText text={block.text} /> <Evidence {...block} />
        </Notice>
      )
    case 'table':
      return (
        <figure className="max-w-4xl">
          <figcaption className="mb-1 font-medium text-sm">{block.caption}</figcaption>
          <Table aria-label={block.caption}>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <Th key={cell}>
                    {cell === '' ? <span className="sr-only">What</span> : <RichText text={cell} />}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row.join()}>
                  {row.map((cell, column) => (
                    <Td key={block.head[column]} className={column === 0 ? 'min-w-32' : 'min-w-40'}>
                      <RichText text={cell} />
                    </Td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
          <Evidence {...block} />
        </figure>
      )
    case 'operations':
      return (
        <ul className="max-w-3xl border-t">
          {block.ids.map((id) => {
            const operation = lookup.operations[id]
            return (
              operation && (
                <li key={id} className="border-b py-1.5">
                  <Link
                    href={tryPath(id)}
                    prefetch={false}
                    className="font-medium text-accent underline-offset-3 hover:underline"
                  >
                    {operation.title}
                  </Link>{' '}
                  <code className="wrap-anywhere text-ink-muted text-sm">
                    {operation.method} {operation.path}
                  </code>
                  <p className="text-ink-muted text-sm">{operation.summary}</p>
                </li>
              )
            )
          })}
        </ul>
      )
    case 'codes':
      return (
        <div className="flex max-w-3xl flex-col gap-3">
          {block.refs.map((ref) => {
            const code = lookup.codes[ref]
            return code && <CodeExplained key={ref} code={code} />
          })}
        </div>
      )
    case 'flow':
      return (
        <figure className="max-w-3xl">
          <figcaption className="mb-1 font-medium text-sm">{block.title}</figcaption>
          <SequenceDiagram
            steps={'steps' in block ? stepsOf(block.steps) : (lookup.flows[block.operation] ?? [])}
            title={block.title}
          />
        </figure>
      )
    case 'sample':
      return (
        <div className="max-w-3xl min-w-0">
          <SampleTabs title={block.title} samples={lookup.samples[block.operation] ?? []} />
        </div>
      )
    case 'try':
      return (
        <p>
          <Button variant="outline" asChild>
            <Link href={tryPath(block.operation, { values: block.values })} prefetch={false}>
              {block.label}
            </Link>
          </Button>
        </p>
      )
  }
}

function Items({ items }: { items: readonly (Rich | Sourced)[] }) {
  return items.map((item) => {
    const sourced: Sourced = typeof item === 'string' ? { text: item } : item
    return (
      <li key={sourced.text}>
        <RichText text={sourced.text} /> <Evidence {...sourced} />
      </li>
    )
  })
}
