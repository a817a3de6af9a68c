import { actorOf } from '@/lib/auth/require'
import { readCapped } from '@/lib/http/read-capped'
import { handle, json, readJson } from '@/lib/http/respond'
import { Refusal } from '@/lib/refusal'
import {
  largestTemplate,
  matchTemplateRow,
  readTemplate,
  removeTemplate,
  uploadTemplate,
} from '@/lib/workspace/go-live/template'
import { deps } from '@/lib/workspace/server/context'

type Context = RouteContext<'/api/v1/go-live/sheets/[id]/template'>

export const GET = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request)
  return json(readTemplate(deps(), actor, (await context.params).id))
})

/** The workbook's bytes as they are; its name in `?name=`. */
export const PUT = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await context.params
  const bytes = await readCapped(request, largestTemplate)
  if (!bytes) {
    const why = 'The workbook is larger than 5 MB.'
    throw new Refusal('invalid', why, { file: [why] })
  }
  const name = new URL(request.url).searchParams.get('name') ?? 'workbook.xlsx'
  return json(await uploadTemplate(deps(), actor, id, { name, bytes }))
})

export const PATCH = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await context.params
  return json(await matchTemplateRow(deps(), actor, id, await readJson(request)))
})

export const DELETE = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request, 'member')
  removeTemplate(deps(), actor, (await context.params).id)
  return new Response(null, { status: 204 })
})
