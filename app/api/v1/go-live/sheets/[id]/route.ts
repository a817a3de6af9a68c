import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { changeSheet, deleteSheet, sheetChange } from '@/lib/workspace/go-live/change-sheet'
import { getSheet } from '@/lib/workspace/go-live/get-sheet'
import { deps } from '@/lib/workspace/server/context'

type Context = RouteContext<'/api/v1/go-live/sheets/[id]'>

export const GET = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request)
  const { id } = await context.params
  return json(await getSheet(deps(), actor, id))
})

export const PATCH = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await context.params
  return json(changeSheet(deps(), actor, id, sheetChange.parse(await readJson(request))))
})

export const DELETE = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await context.params
  deleteSheet(deps(), actor, id)
  return new Response(null, { status: 204 })
})
