import 'server-only'
import { inTransaction } from '@/db/client'
import { noteApplicationKey } from '@/db/queries/application-keys'
import { insertKeys } from '@/db/queries/callback-links'
import { insertRun, mention, type NewRunRow, putLastValues, type RunRow } from '@/db/queries/runs'
import type { Json, Operation } from '@/lib/catalogue/types'
import type { Planned } from '@/lib/systems/types'
import type { Origin } from '@/lib/wire/origins'
import type { Values } from '@/lib/wire/types'
import type { Actor, Deps } from '../deps'
import type { EnvironmentContext } from '../environments/environment-context'
import { recordAudit } from '../people/record-audit'
import { applicationKeyOf } from './application-key'
import { rememberAddresses } from './own-addresses'
import { plain } from './plan-run'
import type { Redactor } from './redact-request'
import { subjectOf } from './subject'

type Stored = {
  id: string
  now: number
  origin: Origin
  operation: Operation
  context: EnvironmentContext
  planned: Planned
  values: Values
  sendAnyway: boolean
  redactor: Redactor
  /** The form starts with these values next time. */
  isRemembered: boolean
  /** That its application's key is in use was noted a moment ago. */
  isKeyNoted: boolean
  /** What came of it, where that is known already. */
  ended: Partial<NewRunRow>
}

/** The run as it is about to be sent, with its ids, so that whatever comes back finds it; or as it went. */
export const storeRequest = (
  deps: Deps,
  actor: Actor,
  {
    id,
    now,
    origin,
    operation,
    context,
    planned,
    values,
    sendAnyway,
    redactor,
    isRemembered,
    isKeyNoted,
    ended,
  }: Stored,
): RunRow => {
  const { environment } = context
  const request = redactor.request(planned.request)
  const typed = storedValues(values, planned, redactor)
  const key = applicationKeyOf(context)
  return inTransaction(deps.db, () => {
    if (key && !isKeyNoted) {
      const { workspaceId } = actor
      noteApplicationKey(deps.db, {
        ...key,
        workspaceId,
        environmentId: environment.id,
        system: environment.system,
        at: now,
      })
    }
    const run = insertRun(deps.db, {
      id,
      workspaceId: actor.workspaceId,
      environmentId: environment.id,
      environmentName: environment.name,
      environmentKind: environment.kind,
      system: operation.system,
      operation: operation.id,
      sentBy: actor.name,
      origin,
      createdAt: now,
      values: typed,
      sentAnyway: sendAnyway,
      requestMethod: request.method,
      requestUrl: request.url,
      requestHeaders: request.headers,
      requestBody: request.body,
      verdict: 'pending',
      appKey: key?.fingerprint ?? '',
      ...subjectOf(operation, planned.values, context.market),
      ...ended,
    })
    insertKeys(deps.db, actor.workspaceId, [{ kind: 'run', value: id }, ...(planned.keys ?? [])], id)
    const mentions = (planned.mentions ?? []).map(({ value }) => ({ kind: mention, value }))
    insertKeys(deps.db, actor.workspaceId, mentions, id)
    const memberId = actor.memberId ?? actor.tokenId
    if (memberId && isRemembered) {
      putLastValues(deps.db, {
        id: deps.ids.next(),
        memberId,
        environmentId: environment.id,
        operation: operation.id,
        values: typed,
        updatedAt: now,
      })
      rememberAddresses(deps, actor, operation, {
        environmentId: environment.id,
        inboxes: context.inboxes,
        values: typed,
        now,
      })
    }
    if (environment.kind === 'production') {
      recordAudit(deps, actor, 'sent in production', `${operation.title} to ${environment.name}, run ${id}`)
    }
    return run
  })
}

/** What the sender gave: derived values are computed again by the next run, and secrets are never kept. */
const storedValues = (values: Values, planned: Planned, redactor: Redactor): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(plain(values)).flatMap(([name, value]) =>
      planned.secrets.fields.includes(name)
        ? []
        : [[name, JSON.parse(redactor.body(JSON.stringify(value))) as Json] as const],
    ),
  )
