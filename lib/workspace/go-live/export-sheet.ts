import 'server-only'
import { z } from 'zod'
import { findEnvironmentRow } from '@/db/queries/environments'
import { marketOf } from '@/lib/msisdn/markets'
import { systemOf } from '@/lib/systems'
import { simulatedName } from '@/lib/wire/environment-kinds'
import { writeWorkbook, xlsxType } from '@/lib/workbook/write'
import type { Actor, Deps } from '../deps'
import { maskFor } from '../mask'
import { evidenceOf } from './annex'
import { annexWorkbook } from './annex-workbook'
import { jsonOf } from './export-sheet-json'
import { workbookName, workbookOf } from './export-sheet-workbook'
import { getSheet } from './get-sheet'
import type { SheetView } from './views'

const exportFormats = ['xlsx', 'annex', 'json'] as const
export const exportFormat = z.enum(exportFormats, `must be ${exportFormats.join(', ')}.`)
export type ExportFormat = z.infer<typeof exportFormat>

export type ExportedFile = { name: string; contentType: string; body: string | Uint8Array<ArrayBuffer> }

/**
 * A sheet as a file: the provider's workbook, the evidence annex, or all of it as JSON. People are masked in the two
 * that carry messages, whoever asks; secrets were never stored.
 */
export const exportSheet = async (
  deps: Deps,
  actor: Actor,
  id: string,
  format: ExportFormat,
): Promise<ExportedFile> => {
  const sheet = maskFor(actor.role, await getSheet(deps, actor, id))
  const now = deps.clock()
  const isSimulated = sheet.environment.kind === 'local'
  const stem =
    sheet.name
      .replace(/[^\p{L}\p{N}_-]+/gu, ' ')
      .trim()
      .slice(0, 60) || 'sheet'
  if (format === 'xlsx') {
    const offset = utcOffset(deps, actor, sheet)
    const name = simulatedName(workbookName(now, offset), isSimulated)
    return { name, contentType: xlsxType, body: await providersWorkbook(sheet) }
  }
  const cases = evidenceOf(deps, actor, sheet.cases)
  const { version } = deps.config
  if (format === 'json') {
    const body = JSON.stringify(jsonOf(sheet, cases, { madeAt: now, version }), null, 2)
    return { name: simulatedName(`${stem}.json`, isSimulated), contentType: 'application/json', body }
  }
  const body = await writeWorkbook(
    annexWorkbook({
      sheet,
      cases,
      apiTitle: titleOf(sheet),
      madeAt: now,
      version,
      layoutNotes: systemOf(sheet.system).goLive.sheets.flatMap(({ name, note }) =>
        note && sheet.cases.some((one) => one.sheet === name) ? [{ sheet: name, note }] : [],
      ),
    }),
  )
  return { name: simulatedName(`${stem} evidence.xlsx`, isSimulated), contentType: xlsxType, body }
}

const providersWorkbook = (sheet: SheetView) =>
  writeWorkbook(
    workbookOf(sheet.cases, systemOf(sheet.system).goLive.sheets, {
      systemTitle: sheet.systemTitle,
      apiTitle: titleOf(sheet),
      isSimulated: sheet.environment.kind === 'local',
    }),
  )

const titleOf = (sheet: SheetView) => (api: string) =>
  sheet.cases.find((one) => one.api === api)?.apiTitle ?? api

/** The market's clock while the environment is there, else UTC. */
const utcOffset = (deps: Deps, actor: Actor, { environment }: SheetView): number => {
  const row = findEnvironmentRow(deps.db, actor.workspaceId, environment.id)
  return row ? marketOf(row.market).utcOffsetMinutes : 0
}
