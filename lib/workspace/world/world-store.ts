import 'server-only'
import type { Db } from '@/db/client'
import { worldRows } from '@/db/queries/world'
import { entriesOf } from '@/lib/world/ledger'
import type {
  Organisation,
  Prompt,
  Subscriber,
  Transaction,
  WorldRecord,
  WorldStore,
} from '@/lib/world/types'

/** What a change of the world has to be followed by, once it is committed. */
export type WorldChanges = {
  prompts: Map<string, Prompt>
  /** Balances changed, or a transaction ended. */
  isMoved: boolean
  isAnythingDue: boolean
}

export const noChanges = (): WorldChanges => ({
  prompts: new Map(),
  isMoved: false,
  isAnythingDue: false,
})

const parse = <Value>(text: string): Value => JSON.parse(text) as Value
const one = <Value>(row: { data: string } | undefined) => (row ? parse<Value>(row.data) : undefined)
const all = <Value>(rows: { data: string }[]) => rows.map((row) => parse<Value>(row.data))

type Token = { appId: string; system: string; expiresAt: number }

/**
 * The world of one workspace in the database. It is used inside one synchronous transaction. Access tokens live in their
 * own table, because a token has to be found before its workspace is known.
 */
export const sqlStore = (
  db: Db,
  workspaceId: string,
  changes: WorldChanges,
  { holdCallbacks }: { holdCallbacks?: boolean } = {},
): WorldStore => {
  const rows = worldRows(db)
  const tokenRecord = (key: string): WorldRecord | undefined => {
    const token = rows.token.get(key)
    if (!token || token.workspaceId !== workspaceId) return undefined
    const { appId, system, expiresAt } = token
    return { collection: 'tokens', key, value: { appId, system, expiresAt }, updatedAt: 0 }
  }
  return {
    subscriber: (market, msisdn) => one<Subscriber>(rows.subscriber.get(workspaceId, market, msisdn)),
    subscribers: (market) =>
      all<Subscriber>(rows.subscribers.all(workspaceId)).filter(
        (subscriber) => market === undefined || subscriber.market === market,
      ),
    putSubscriber: (subscriber) => {
      rows.putSubscriber.run(workspaceId, subscriber.market, subscriber.msisdn, JSON.stringify(subscriber))
    },
    organisation: (market, shortcode) =>
      one<Organisation>(rows.organisation.get(workspaceId, market, shortcode)),
    organisations: (market) =>
      all<Organisation>(rows.organisations.all(workspaceId)).filter(
        (organisation) => market === undefined || organisation.market === market,
      ),
    putOrganisation: (organisation) => {
      rows.putOrganisation.run(
        workspaceId,
        organisation.market,
        organisation.shortcode,
        JSON.stringify(organisation),
      )
    },
    balance: ({ market, owner, kind }) => rows.balance.get(workspaceId, market, owner, kind)?.cents ?? 0,
    post: (transactionId, postings, at) => {
      changes.isMoved = true
      for (const { account, cents } of postings.flatMap(entriesOf)) {
        rows.putEntry.run(workspaceId, transactionId, account.market, account.owner, account.kind, cents, at)
        rows.addToAccount.run(workspaceId, account.market, account.owner, account.kind, cents)
      }
    },
    transaction: (id) => one<Transaction>(rows.transaction.get(workspaceId, id)),
    transactionByReceipt: (receipt) => one<Transaction>(rows.transactionByReceipt.get(workspaceId, receipt)),
    transactionByKey: (value) => one<Transaction>(rows.transactionByKey.get({ workspaceId, value })),
    transactionsOf: (party, limit) =>
      all<Transaction>(
        [
          ...rows.transactionsPaidBy.all(workspaceId, party, limit),
          ...rows.transactionsPaidTo.all(workspaceId, party, party, limit),
        ]
          .sort((one, other) => other.createdAt - one.createdAt || (other.id < one.id ? -1 : 1))
          .slice(0, limit),
      ),
    transactionsBetween: (from, to, party) =>
      all<Transaction>(
        party === undefined
          ? rows.transactionsBetween.all(workspaceId, from, to)
          : rows.transactionsOfBetween.all({ workspaceId, party, from, to }),
      ),
    putTransaction: (transaction) => {
      if (transaction.state !== 'pending') changes.isMoved = true
      const row = {
        workspaceId,
        id: transaction.id,
        receipt: transaction.receipt ?? null,
        payer: transaction.payer,
        payee: transaction.payee,
        state: transaction.state,
        conversationId: transaction.conversationId ?? null,
        originatorConversationId: transaction.originatorConversationId ?? null,
        checkoutId: transaction.checkoutId ?? null,
        merchantRequestId: transaction.merchantRequestId ?? null,
        createdAt: transaction.createdAt,
        data: JSON.stringify(transaction),
      }
      // What ended in its first moment is rarely there before.
      const mayBeThere = transaction.finishedAt !== undefined && transaction.finishedAt > row.createdAt
      const isEnd = mayBeThere && rows.endTransaction.run(row).changes > 0
      if (!isEnd) rows.putTransaction.run(row)
    },
    prompt: (id) => one<Prompt>(rows.prompt.get(workspaceId, id)),
    openPrompts: (msisdn) =>
      all<Prompt>(
        msisdn === undefined
          ? rows.openPrompts.all(workspaceId)
          : rows.openPromptsOf.all(workspaceId, msisdn),
      ),
    promptsOf: (msisdn, limit) => all<Prompt>(rows.promptsOf.all(workspaceId, msisdn, limit)),
    putPrompt: (prompt) => {
      changes.prompts.set(prompt.id, prompt)
      const { id, msisdn, state, openedAt, expiresAt } = prompt
      const data = JSON.stringify(prompt)
      const isEnd =
        state !== 'open' && rows.endPrompt.run(state, data, workspaceId, id, expiresAt).changes > 0
      if (!isEnd) rows.putPrompt.run(workspaceId, id, msisdn, state, openedAt, expiresAt, data)
    },
    schedule: (due) => {
      changes.isAnythingDue = true
      rows.putDue.run(
        due.id,
        workspaceId,
        due.system,
        due.type,
        due.kind,
        due.dueAt,
        due.request ? JSON.stringify(due.request) : null,
        JSON.stringify(due.context),
        JSON.stringify(due.keys),
      )
      // An action is on nobody's timeline.
      if (due.type !== 'callback') return
      for (const key of due.keys) rows.putDueKey.run(workspaceId, key.value, due.id)
      if (holdCallbacks) rows.holdDue.run(due.id)
    },
    cancelDue: (id) => {
      rows.cancelDue.run(workspaceId, id)
    },
    record: (collection, key) => {
      if (collection === 'tokens') return tokenRecord(key)
      const row = rows.record.get(workspaceId, collection, key)
      return row && { collection, key, value: parse(row.value), updatedAt: row.updatedAt }
    },
    records: (collection) =>
      rows.records
        .all(workspaceId, collection)
        .map((row) => ({ collection, key: row.key, value: parse(row.value), updatedAt: row.updatedAt })),
    putRecord: (record) => {
      if (record.collection === 'tokens') {
        const token = record.value as Token
        rows.putToken.run(record.key, workspaceId, token.appId, token.system, token.expiresAt)
        // Yesterday's tokens answer "expired" like unknown ones do: nothing is lost by forgetting them.
        rows.dropOldTokens.run(token.appId, record.updatedAt - 86_400_000)
        return
      }
      rows.putRecord.run(
        workspaceId,
        record.collection,
        record.key,
        JSON.stringify(record.value),
        record.updatedAt,
      )
    },
    removeRecord: (collection, key) => {
      rows.removeRecord.run(workspaceId, collection, key)
    },
  }
}
