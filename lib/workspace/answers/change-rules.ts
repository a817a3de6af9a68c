import 'server-only'
import { inTransaction } from '@/db/client'
import {
  type AnswerRuleRow,
  deleteRule,
  insertRule,
  ruleOf,
  rulesOfInbox,
  updateRule,
} from '@/db/queries/answer-rules'
import { Refusal } from '@/lib/refusal'
import { refusalCodes } from '@/lib/systems/callbacks'
import type { Actor, Deps } from '../deps'
import { findInbox } from '../inboxes/read-inboxes'
import { maskFor } from '../mask'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { forgetRules, ruleOfRow } from './kept-rules'
import { mostRules, type RuleAction, type RuleChange, type RuleInput, type RuleView } from './rules'

/** In the order in which they are asked. */
export const listRules = (deps: Deps, actor: Actor, inbox: string): { rules: RuleView[] } => {
  requireRole(actor, 'viewer')
  return {
    rules: maskFor(actor.role, rulesOfInbox(deps.db, findInbox(deps, actor, inbox).id).map(ruleOfRow)),
  }
}

/** A code that no provider knows would cancel the payment without a word to the customer. */
export const checkCode = (action: RuleAction | undefined) => {
  if (action?.do !== 'reject' || refusalCodes.some(({ code }) => code === action.code)) return
  const codes = [...new Set(refusalCodes.map(({ code }) => code))].join(', ')
  throw new Refusal('invalid', 'This is no code to reject with.', {
    'action.code': [`One of ${codes}.`],
  })
}

/** Last in the order: it answers what no rule before it does. */
export const addRule = (deps: Deps, actor: Actor, inbox: string, input: RuleInput): RuleView => {
  requireRole(actor, 'member')
  const inboxId = findInbox(deps, actor, inbox).id
  checkCode(input.action)
  const others = rulesOfInbox(deps.db, inboxId)
  if (others.length >= mostRules) {
    throw new Refusal('limit', `An inbox has ${mostRules} rules at most. Take one away first.`)
  }
  const row: AnswerRuleRow = {
    id: deps.ids.next(),
    workspaceId: actor.workspaceId,
    inboxId,
    position: others.length,
    ...input,
    seen: 0,
    used: 0,
    createdAt: deps.clock(),
  }
  insertRule(deps.db, row)
  changed(deps, actor, 'added an answer rule', `${inbox}: ${input.name}`)
  return ruleOfRow(row)
}

/** A rule by its id, of an inbox by its name. */
type Named = { name: string; id: string }

export const changeRule = (deps: Deps, actor: Actor, named: Named, change: RuleChange): RuleView => {
  requireRole(actor, 'member')
  const before = find(deps, actor, named)
  const { id } = named
  checkCode(change.action)
  const { position, startOver, ...rest } = change
  inTransaction(deps.db, () => {
    updateRule(deps.db, id, { ...rest, ...(startOver && { seen: 0, used: 0 }), position: before.position })
    if (position !== undefined) moveTo(deps, before, position)
  })
  changed(deps, actor, 'changed an answer rule', rest.name ?? before.name)
  return ruleOfRow(find(deps, actor, named))
}

const moveTo = (deps: Deps, row: AnswerRuleRow, position: number) => {
  const others = rulesOfInbox(deps.db, row.inboxId).filter(({ id }) => id !== row.id)
  others.splice(position, 0, row)
  others.forEach(({ id }, index) => {
    updateRule(deps.db, id, { position: index })
  })
}

export const removeRule = (deps: Deps, actor: Actor, named: Named): void => {
  requireRole(actor, 'member')
  const { name } = find(deps, actor, named)
  deleteRule(deps.db, named.id)
  changed(deps, actor, 'removed an answer rule', name)
}

const find = (deps: Deps, actor: Actor, { name, id }: Named): AnswerRuleRow => {
  const row = ruleOf(deps.db, findInbox(deps, actor, name).id, id)
  if (row) return row
  throw new Refusal('not-found', 'This rule is not here any more.')
}

/** The next message meets the rules as they are now. */
const changed = (deps: Deps, actor: Actor, action: string, subject: string) => {
  forgetRules(deps)
  recordAudit(deps, actor, action, subject)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
}
