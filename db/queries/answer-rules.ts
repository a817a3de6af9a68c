import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../client'
import { answerRules, ruleAnswers } from '../schema'

export type AnswerRuleRow = typeof answerRules.$inferSelect
export type RuleAnswerRow = typeof ruleAnswers.$inferSelect

/** In the order in which they are asked. */
export const rulesOfInbox = (db: Db, inboxId: string): AnswerRuleRow[] =>
  db
    .select()
    .from(answerRules)
    .where(eq(answerRules.inboxId, inboxId))
    .orderBy(asc(answerRules.position), asc(answerRules.id))
    .all()

export const ruleOf = (db: Db, inboxId: string, id: string): AnswerRuleRow | undefined =>
  db
    .select()
    .from(answerRules)
    .where(and(eq(answerRules.inboxId, inboxId), eq(answerRules.id, id)))
    .get()

export const insertRule = (db: Db, row: AnswerRuleRow): void => {
  db.insert(answerRules).values(row).run()
}

export const updateRule = (db: Db, id: string, change: Partial<AnswerRuleRow>): void => {
  db.update(answerRules).set(change).where(eq(answerRules.id, id)).run()
}

export const deleteRule = (db: Db, id: string): void => {
  db.delete(answerRules).where(eq(answerRules.id, id)).run()
}

/** Adds to the counts of a rule that messages met. */
export const countRule = (db: Db, id: string, seen: number, used: number): void => {
  db.update(answerRules)
    .set({ seen: sql`${answerRules.seen} + ${seen}`, used: sql`${answerRules.used} + ${used}` })
    .where(eq(answerRules.id, id))
    .run()
}

export const insertRuleAnswer = (db: Db, row: RuleAnswerRow): void => {
  db.insert(ruleAnswers).values(row).run()
}

export const endRuleAnswer = (
  db: Db,
  callbackId: number,
  end: Pick<RuleAnswerRow, 'end' | 'tookMs'>,
): void => {
  db.update(ruleAnswers).set(end).where(eq(ruleAnswers.callbackId, callbackId)).run()
}

export const ruleAnswersOf = (db: Db, callbackIds: readonly number[]): RuleAnswerRow[] =>
  callbackIds.length === 0
    ? []
    : db
        .select()
        .from(ruleAnswers)
        .where(inArray(ruleAnswers.callbackId, [...callbackIds]))
        .all()
