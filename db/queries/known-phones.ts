import 'server-only'
import type { Db } from '../client'
import { statementsOf } from '../statements'

const statements = statementsOf((client) => ({
  phones: client
    .prepare(
      `select msisdn from world_subscribers where workspace_id = ?
       union
       select msisdn from (
         select msisdn from runs where workspace_id = ? order by id desc limit ?
       ) where msisdn is not null`,
    )
    .pluck(),
}))

/** Phones of the workspace's sandbox, and of its newest runs. */
export const knownPhones = (db: Db, workspaceId: string, newestRuns: number): string[] =>
  statements(db).phones.all(workspaceId, workspaceId, newestRuns) as string[]
