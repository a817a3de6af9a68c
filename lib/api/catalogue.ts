import 'server-only'
import { download } from '@/lib/http/download'
import { catalogueExport, exportCatalogue } from '@/lib/workspace/interop/export-catalogue'
import { endpoint, file } from './endpoint'

export const catalogue = [
  endpoint('GET /catalogue/{system}/export', {
    about: 'The operations and callbacks of a system, as OpenAPI 3.1 or a Postman collection.',
    role: 'viewer',
    path: { system: 'Id of an API system.' },
    query: catalogueExport,
    answer: file(['application/json']),
    refusals: ['not-found'],
    run: ({ deps, actor, path, query }) =>
      download(exportCatalogue(deps, actor, { ...query, system: path.system })),
  }),
] as const
