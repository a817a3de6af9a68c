import 'server-only'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Origin } from '@/lib/wire/origins'
import type { Verdict } from '@/lib/wire/verdicts'
import type { Db } from '../client'

/** A sum of one hour, as the triggers on `runs` keep it. */
export type SumRow = {
  environmentId: string
  kind: EnvironmentKind
  system: string
  operation: string
  appKey: string
  origin: Origin
  verdict: Verdict
  code: string
  currency: string
  runs: number
  amountCents: number
}
export type TimingRow = Pick<
  SumRow,
  'environmentId' | 'kind' | 'system' | 'operation' | 'appKey' | 'origin'
> & {
  measure: 'answer' | 'result'
  ms: number
  runs: number
}

/** Environments that runs were ever sent to, also those that are gone, with the name that they had last. */
export const reportedEnvironments = (
  db: Db,
  workspaceId: string,
): { id: string; name: string; kind: EnvironmentKind; system: string }[] =>
  db.$client
    .prepare(
      `with recursive ids(id) as (
         select min(environment_id) from runs where workspace_id = @workspaceId
         union all
         select (select min(environment_id) from runs where workspace_id = @workspaceId and environment_id > ids.id)
         from ids where ids.id is not null
       )
       select runs.environment_id as id, environment_name as name, environment_kind as kind, system
       from ids join runs on runs.id = (
         select id from runs where workspace_id = @workspaceId and environment_id = ids.id order by id desc limit 1
       )`,
    )
    .all({ workspaceId }) as { id: string; name: string; kind: EnvironmentKind; system: string }[]
