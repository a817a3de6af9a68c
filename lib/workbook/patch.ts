import { escapeXml } from '@/lib/xml/write'
import { addressOf, isInside, type Place } from './addresses'
import type { Grid, GridRow } from './grid'
import { attributesOf } from './tags'
import { cellText } from './text'

/** A text for a cell. `likeColumn` names the neighbour whose look a new cell takes. */
export type CellWrite = Place & { text: string; likeColumn?: number }

type Edit = { start: number; end: number; text: string }

/**
 * The XML of a sheet with some texts written, everything else as it was, character by character. A cell that is there
 * keeps its style; a new one takes its neighbour's, its row's or its column's. Rows are never added.
 */
export const patchSheet = (xml: string, grid: Grid, writes: readonly CellWrite[]): string => {
  const byRow = new Map<number, CellWrite[]>()
  for (const write of writes) byRow.set(write.row, [...(byRow.get(write.row) ?? []), write])
  const edits = [...byRow].flatMap(([number, cells]) => {
    const row = grid.rows.find((one) => one.row === number)
    return row ? rowEdits(xml, grid, row, cells) : []
  })
  const all = [...edits, ...dimensionEdits(xml, grid, writes)]
  return all
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), xml)
}

const rowEdits = (xml: string, grid: Grid, row: GridRow, writes: readonly CellWrite[]): Edit[] => {
  const ordered = [...writes].sort((a, b) => a.column - b.column)
  const inserted = new Map<number, string>()
  const edits: Edit[] = []
  for (const write of ordered) {
    const present = row.cells.find(({ column }) => column === write.column)
    if (present) {
      edits.push({ start: present.start, end: present.end, text: cellXml(grid, write, present.style) })
      continue
    }
    const after = row.cells.find(({ column }) => column > write.column)
    const at = after?.start ?? row.close
    inserted.set(at, (inserted.get(at) ?? '') + cellXml(grid, write, styleFor(grid, row, write)))
  }
  const open = xml.slice(row.tag.start, row.tag.end)
  const widened = ordered.reduce((tag, { column }) => withSpan(tag, column), open)
  if (row.tag.kind === 'empty') {
    const cells = [...inserted.values()].join('')
    const text = `${widened.replace(/\s*\/>$/, '>')}${cells}</${row.tag.name}>`
    return [{ start: row.tag.start, end: row.tag.end, text }]
  }
  if (widened !== open) edits.push({ start: row.tag.start, end: row.tag.end, text: widened })
  return [...edits, ...[...inserted].map(([at, text]) => ({ start: at, end: at, text }))]
}

const styleFor = (grid: Grid, row: GridRow, { column, likeColumn }: CellWrite) =>
  row.cells.find((cell) => cell.column === likeColumn)?.style ??
  row.style ??
  grid.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style

/** New text stands in the cell itself: the shared texts stay as they are. */
const cellXml = (
  { prefix: p }: Grid,
  { row, column, text }: CellWrite,
  style: string | undefined,
): string => {
  const clean = cellText(text)
  const space = /^\s|\s$|\n/.test(clean) ? ' xml:space="preserve"' : ''
  const look = style === undefined ? '' : ` s="${escapeXml(style)}"`
  return `<${p}c r="${addressOf(row, column)}"${look} t="inlineStr"><${p}is><${p}t${space}>${escapeXml(clean)}</${p}t></${p}is></${p}c>`
}

/** `spans` is a hint about the first and last cell of a row; a cell outside it would make it a lie. */
const withSpan = (tag: string, column: number): string =>
  tag.replace(
    /(\sspans=["'])(\d+):(\d+)(["'])/,
    (_, before: string, from: string, to: string, after: string) => {
      const first = Math.min(Number(from), column)
      const last = Math.max(Number(to), column)
      return `${before}${first}:${last}${after}`
    },
  )

const dimensionEdits = (xml: string, { dimension }: Grid, writes: readonly CellWrite[]): Edit[] => {
  if (!dimension || writes.every((write) => isInside(dimension.range, write))) return []
  const { from, to } = dimension.range
  const rows = writes.map(({ row }) => row)
  const columns = writes.map(({ column }) => column)
  const first = addressOf(Math.min(from.row, ...rows), Math.min(from.column, ...columns))
  const last = addressOf(Math.max(to.row, ...rows), Math.max(to.column, ...columns))
  const { start, end } = dimension.tag
  const { ref = '' } = attributesOf(xml, dimension.tag)
  return [{ start, end, text: xml.slice(start, end).replace(ref, `${first}:${last}`) }]
}
