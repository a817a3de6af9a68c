import 'server-only'
import { ruleAnswersOf } from '@/db/queries/answer-rules'
import type { Deps } from '../deps'
import { type RuledView, ruleAction } from './rules'

/** How these callbacks were answered, by number; those that met no rule are missing. */
export const ruledOf = (deps: Pick<Deps, 'db'>, callbackIds: readonly number[]): Map<number, RuledView> =>
  new Map(
    ruleAnswersOf(deps.db, callbackIds).map(({ callbackId, action, ...row }) => [
      callbackId,
      { ...row, action: ruleAction.parse(action) },
    ]),
  )
