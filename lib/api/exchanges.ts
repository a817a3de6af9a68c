import 'server-only'
import { clearExchanges } from '@/lib/workspace/exchanges/clear-exchanges'
import { getExchange } from '@/lib/workspace/exchanges/get-exchange'
import { exchangeQuery, listExchanges } from '@/lib/workspace/exchanges/list-exchanges'
import { exchangeDetail, exchangePage } from '@/lib/workspace/exchanges/views'
import { untilStop } from '@/lib/workspace/server/stop'
import { endpoint, nothing } from './endpoint'

export const exchanges = [
  endpoint('GET /sandbox/exchanges', {
    about:
      'Calls that the emulated providers received, newest first; with a cursor oldest first after it, waiting for the first.',
    role: 'viewer',
    query: exchangeQuery,
    answer: exchangePage,
    run: ({ deps, actor, query, request }) => listExchanges(deps, actor, query, untilStop(request)),
  }),
  endpoint('DELETE /sandbox/exchanges', {
    about: 'Delete every exchange; what came of them stays in the history.',
    role: 'member',
    answer: nothing,
    run: ({ deps, actor }) => clearExchanges(deps, actor),
  }),
  endpoint('GET /sandbox/exchanges/{id}', {
    about: 'One exchange, with why it was refused and what would have been accepted.',
    role: 'viewer',
    path: { id: 'Id of an exchange.' },
    answer: exchangeDetail,
    run: ({ deps, actor, path }) => getExchange(deps, actor, path.id),
  }),
] as const
