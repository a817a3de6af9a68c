import 'server-only'
import { z } from 'zod'
import {
  putTemplate,
  putTemplateRows,
  removeTemplateRow,
  templateHeadOf,
  templateOf,
} from '@/db/queries/go-live-templates'
import { Refusal } from '@/lib/refusal'
import { simulatedName } from '@/lib/wire/environment-kinds'
import { type CaseRow, findCaseRows } from '@/lib/workbook/find-rows'
import { type Candidate, likenessOf, matchRows, type Wording } from '@/lib/workbook/match'
import { openWorkbook, UnfitWorkbook, type Workbook } from '@/lib/workbook/open'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { announceSheet, findSheet } from './find-sheet'
import { getSheet } from './get-sheet'
import { fillWorkbook } from './template-fill'
import { templateView } from './template-view'
import type { CaseView, TemplateRowView, TemplateView } from './views'

export const largestTemplate = 5 * 1024 * 1024

/** Keeps a workbook of one's own, and finds which of its rows are which cases. It replaces the one before. */
export const uploadTemplate = async (
  deps: Deps,
  actor: Actor,
  sheetId: string,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<TemplateView> => {
  const own = findSheet(deps, actor, sheetId, 'member')
  const fileName = checkedName(name)
  if (bytes.length > largestTemplate) throw unfit('It is larger than 5 MB.')
  const found = findCaseRows(opened(bytes))
  if (found.length === 0) {
    throw unfit(
      'It has no rows that look like test cases: no row names a test case and its expected or actual results.',
    )
  }
  const sheet = await getSheet(deps, actor, sheetId)
  const matches = matchRows(found.map(wordingOf), sheet.cases.map(candidateOf))
  const rows = found.map((row, index): TemplateRowView => {
    const { id, likeness = 0, because = '' } = matches[index] ?? {}
    return {
      sheet: row.sheet,
      row: row.row,
      title: row.title || row.objective,
      expected: row.expected,
      target: row.address,
      present: row.present,
      blocked: row.blocked ?? null,
      caseId: id ?? null,
      likeness,
      because,
      isChosen: false,
    }
  })
  putTemplate(deps.db, {
    sheetId,
    name: fileName,
    file: Buffer.from(bytes),
    rows,
    uploadedBy: actor.name,
    uploadedAt: deps.clock(),
  })
  recordAudit(deps, actor, 'uploaded a workbook', `Sheet ${own.name}: ${fileName}`)
  announceSheet(deps, own)
  return viewOf(deps, sheetId)
}

export const readTemplate = (deps: Deps, actor: Actor, sheetId: string): TemplateView => {
  findSheet(deps, actor, sheetId, 'viewer')
  return viewOf(deps, sheetId)
}

export const templateMatch = z.strictObject({
  sheet: z.string().max(200),
  row: z.number().int().min(1),
  caseId: z
    .string()
    .max(200)
    .nullable()
    .describe('Null: the row is no case of this sheet, and is left as it is.'),
})

/** A person says which case a row is. */
export const matchTemplateRow = async (
  deps: Deps,
  actor: Actor,
  sheetId: string,
  { sheet: tab, row: number, caseId }: z.output<typeof templateMatch>,
): Promise<TemplateView> => {
  const own = findSheet(deps, actor, sheetId, 'member')
  const sheet = await getSheet(deps, actor, sheetId)
  const stored = templateOf(deps.db, sheetId)
  if (!stored) throw noTemplate()
  const view = viewOf(deps, sheetId)
  const chosen = view.rows.find((row) => row.sheet === tab && row.row === number)
  if (!chosen)
    throw new Refusal('not-found', 'The workbook has no such row among those that look like cases.')
  if (caseId !== null && !sheet.cases.some(({ id }) => id === caseId)) {
    const message = 'This sheet has no such case.'
    throw new Refusal('invalid', message, { caseId: [message] })
  }
  const found = findCaseRows(opened(stored.file)).find((row) => row.sheet === tab && row.row === number)
  const likeness = caseId && found ? likenessOf(wordingOf(found), caseId, sheet.cases.map(candidateOf)) : 0
  const because = caseId === null ? `${actor.name} left it out.` : `${actor.name} chose it.`
  const rows = view.rows.map((row) =>
    row === chosen ? { ...row, caseId, likeness, because, isChosen: true } : row,
  )
  putTemplateRows(deps.db, sheetId, rows)
  announceSheet(deps, own)
  return viewOf(deps, sheetId)
}

export const removeTemplate = (deps: Deps, actor: Actor, sheetId: string): void => {
  const sheet = findSheet(deps, actor, sheetId, 'member')
  const head = templateHeadOf(deps.db, sheetId)
  if (!head) throw noTemplate()
  removeTemplateRow(deps.db, sheetId)
  recordAudit(deps, actor, 'removed a workbook', `Sheet ${sheet.name}: ${head.name}`)
  announceSheet(deps, sheet)
}

/** The workbook with its Actual Results filled, everything else byte for byte as it came. */
export const fillTemplate = async (
  deps: Deps,
  actor: Actor,
  sheetId: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> => {
  const sheet = await getSheet(deps, actor, sheetId)
  const stored = templateOf(deps.db, sheetId)
  if (!stored) throw noTemplate()
  const states = new Map(sheet.cases.map(({ id, state }) => [id, state]))
  const rows = viewOf(deps, sheetId).rows.flatMap(({ sheet: tab, row, caseId }) => {
    const state = caseId === null ? undefined : states.get(caseId)
    return state ? [{ sheet: tab, row, state }] : []
  })
  const isSimulated = sheet.environment.kind === 'local'
  return {
    name: simulatedName(`${stored.name.replace(/\.xlsx$/i, '')}-filled.xlsx`, isSimulated),
    bytes: fillWorkbook(opened(stored.file), rows, isSimulated),
  }
}

const viewOf = (deps: Deps, sheetId: string): TemplateView => {
  const view = templateView(deps, sheetId)
  if (!view) throw noTemplate()
  return view
}

const noTemplate = () => new Refusal('not-found', 'No workbook was uploaded to this sheet yet.')

const unfit = (why: string) =>
  new Refusal('invalid', `The workbook cannot be filled. ${why}`, { file: [why] })

const opened = (bytes: Uint8Array): Workbook => {
  try {
    return openWorkbook(bytes)
  } catch (thrown) {
    if (thrown instanceof UnfitWorkbook) throw unfit(thrown.message)
    throw thrown
  }
}

/** Only what can be a file's name anywhere, without a folder. */
const checkedName = (typed: string): string => {
  const base = typed.split(/[\\/]/).at(-1) ?? ''
  const name = base.replace(/[\p{Cc}<>:"|?*]/gu, '').trim()
  if (/\.(xlsm|xlsb|xltx|xltm|xls|ods|csv)$/i.test(name))
    throw unfit('Only .xlsx is filled: save it as that.')
  const stem = name.replace(/\.xlsx$/i, '').slice(0, 115) || 'workbook'
  return `${stem}.xlsx`
}

const wordingOf = ({ sheet, row, subject, title, objective, expected }: CaseRow): Wording => ({
  sheet,
  row,
  subject,
  title,
  objective,
  expected,
})

const candidateOf = (one: CaseView): Candidate => ({
  id: one.id,
  group: one.api,
  sheet: one.sheet ?? one.apiTitle,
  row: one.row ?? undefined,
  subject: one.subject,
  title: one.title,
  objective: one.steps.join(' '),
  expected: one.expected,
})
