import 'server-only'
import { z } from 'zod'
import { openApiOf } from '@/lib/interop/openapi'
import { postmanOf } from '@/lib/interop/postman'
import { Refusal } from '@/lib/refusal'
import { isSystem, systemOf } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import { listEnvironments } from '../environments/list-environments'

const catalogueFormats = ['openapi-3.1', 'postman'] as const

export const catalogueExport = z.object({
  format: z.enum(catalogueFormats).default('openapi-3.1'),
  environment: z
    .string()
    .optional()
    .describe(
      'Id or short name, whose address and plain credentials go in; else the local one of the system.',
    ),
})

/** The operations of a system as a file for other tools. No secret goes along, and none of it is of a run. */
export const exportCatalogue = (
  deps: Deps,
  actor: Actor,
  { system: id, format, environment: wanted }: z.output<typeof catalogueExport> & { system: string },
): { name: string; contentType: string; body: string } => {
  if (!isSystem(id)) throw new Refusal('not-found', `There is no API system “${id.slice(0, 80)}”.`)
  const system = systemOf(id)
  const environments = listEnvironments(deps, actor).filter((each) => each.system === id)
  const environment =
    wanted === undefined
      ? (environments.find(({ kind }) => kind === 'local') ?? environments[0])
      : environments.find((each) => each.id === wanted || each.slug === wanted)
  if (wanted !== undefined && !environment) {
    throw new Refusal('not-found', `${system.title} has no environment “${wanted.slice(0, 80)}” here.`)
  }
  const local = system.presets.find(({ kind }) => kind === 'local')
  const path = environment?.baseUrl ?? local?.baseUrl ?? ''
  const baseUrl = path.startsWith('/') ? `${deps.config.publicUrl}${path}` : path
  const document =
    format === 'openapi-3.1'
      ? openApiOf(system, { baseUrl, version: deps.config.version })
      : postmanOf(system, {
          baseUrl,
          market: environment?.market ?? '',
          known: Object.fromEntries(
            (environment?.credentials ?? []).flatMap(({ name, secret, shown }) =>
              secret || shown === null ? [] : [[name, shown]],
            ),
          ),
        })
  return {
    name: format === 'postman' ? `${id}.postman_collection.json` : `${id}.openapi.json`,
    contentType: 'application/json',
    body: `${JSON.stringify(document, undefined, 2)}\n`,
  }
}
