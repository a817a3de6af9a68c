import 'server-only'
import { type AnswerRuleRow, rulesOfInbox } from '@/db/queries/answer-rules'
import { ofDatabase } from '@/lib/process-state'
import type { Deps } from '../deps'
import { type RuleConditions, ruleConditions } from './conditions'
import { type RuleAction, ruleAction } from './rules'

/** A rule as the process keeps it; its counts run ahead of the database by the messages of one commit. */
export type KeptRule = {
  id: string
  name: string
  isOn: boolean
  conditions: RuleConditions
  action: RuleAction
  seen: number
  used: number
}

const kept = ofDatabase('answer-rules', () => new Map<string, KeptRule[]>())

export const ruleOfRow = (row: AnswerRuleRow): KeptRule => ({
  id: row.id,
  name: row.name,
  isOn: row.isOn,
  conditions: ruleConditions.parse(row.conditions),
  action: ruleAction.parse(row.action),
  seen: row.seen,
  used: row.used,
})

/** Read once; a message to an inbox without rules costs no query. */
export const keptRules = (deps: Pick<Deps, 'db'>, inboxId: string): readonly KeptRule[] => {
  const known = kept(deps).get(inboxId)
  if (known) return known
  const rules = rulesOfInbox(deps.db, inboxId).map(ruleOfRow)
  kept(deps).set(inboxId, rules)
  return rules
}

/** They are read again when the next message comes: something was changed, or a commit was lost. */
export const forgetRules = (deps: Pick<Deps, 'db'>): void => kept(deps).clear()
