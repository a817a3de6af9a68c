import 'server-only'
import { templateHeadOf } from '@/db/queries/go-live-templates'
import type { Deps } from '../deps'
import type { TemplateRowView, TemplateView } from './views'

/** The uploaded workbook of a sheet: its rows and the cases that they were matched to. */
export const templateView = (deps: Deps, sheetId: string): TemplateView | null => {
  const head = templateHeadOf(deps.db, sheetId)
  return head
    ? {
        name: head.name,
        uploadedBy: head.uploadedBy,
        uploadedAt: head.uploadedAt,
        // Written by `putTemplate` alone.
        rows: head.rows as TemplateRowView[],
      }
    : null
}
