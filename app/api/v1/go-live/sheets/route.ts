import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { createSheet, newSheet } from '@/lib/workspace/go-live/change-sheet'
import { listSheets } from '@/lib/workspace/go-live/list-sheets'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ sheets: await listSheets(deps(), actor) })
})

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const sheet = createSheet(deps(), actor, newSheet.parse(await readJson(request)))
  return json(sheet, 201, { location: `/api/v1/go-live/sheets/${sheet.id}` })
})
