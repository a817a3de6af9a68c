import { entriesOf } from './ledger'
import type {
  AccountRef,
  Due,
  Organisation,
  Posting,
  Prompt,
  Subscriber,
  Transaction,
  WorldRecord,
  WorldStore,
} from './types'

const nameOf = (account: AccountRef) => `${account.market}/${account.owner}/${account.kind}`

export type MemoryStore = WorldStore & {
  /** Waiting callbacks and actions, earliest first. */
  dues(): Due[]
  takeDue(id: string): Due | undefined
  /** Sum of all accounts of a market: zero as long as the ledger is sound. */
  sum(market: string): number
}

const copied = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copied)
  const made: Record<string, unknown> = {}
  for (const name in value) made[name] = copied((value as Record<string, unknown>)[name])
  return made
}

/** Everything in a world is plain data, which is copied many times faster by hand than by `structuredClone`. */
const copy = <Value>(value: Value): Value => copied(value) as Value

/** A world in maps: for tests, and for requests that belong to no workspace. Values are copied on the way in and out. */
export const memoryStore = (): MemoryStore => {
  const subscribers = new Map<string, Subscriber>()
  const organisations = new Map<string, Organisation>()
  const balances = new Map<string, number>()
  const transactions = new Map<string, Transaction>()
  const prompts = new Map<string, Prompt>()
  const dues = new Map<string, Due>()
  const records = new Map<string, WorldRecord>()
  const newestFirst = (a: Transaction, b: Transaction) =>
    b.createdAt - a.createdAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
  const isParty = (transaction: Transaction, party: string) =>
    transaction.payer === party || transaction.payee === party

  return {
    subscriber: (market, msisdn) => copy(subscribers.get(`${market}/${msisdn}`)),
    subscribers: (market) =>
      [...subscribers.values()]
        .filter((one) => market === undefined || one.market === market)
        .sort((a, b) => (a.msisdn < b.msisdn ? -1 : 1))
        .map(copy),
    putSubscriber: (subscriber) => {
      subscribers.set(`${subscriber.market}/${subscriber.msisdn}`, copy(subscriber))
    },
    organisation: (market, shortcode) => copy(organisations.get(`${market}/${shortcode}`)),
    organisations: (market) =>
      [...organisations.values()]
        .filter((one) => market === undefined || one.market === market)
        .sort((a, b) => (a.shortcode < b.shortcode ? -1 : 1))
        .map(copy),
    putOrganisation: (organisation) => {
      organisations.set(`${organisation.market}/${organisation.shortcode}`, copy(organisation))
    },
    balance: (account) => balances.get(nameOf(account)) ?? 0,
    post: (_transactionId: string, postings: Posting[]) => {
      for (const entry of postings.flatMap(entriesOf)) {
        const name = nameOf(entry.account)
        balances.set(name, (balances.get(name) ?? 0) + entry.cents)
      }
    },
    transaction: (id) => copy(transactions.get(id)),
    transactionByReceipt: (receipt) =>
      copy([...transactions.values()].find((transaction) => transaction.receipt === receipt)),
    transactionByKey: (value) =>
      copy(
        [...transactions.values()]
          .sort(newestFirst)
          .find((transaction) =>
            [
              transaction.conversationId,
              transaction.originatorConversationId,
              transaction.checkoutId,
              transaction.merchantRequestId,
            ].includes(value),
          ),
      ),
    transactionsOf: (party, limit) =>
      [...transactions.values()]
        .filter((transaction) => isParty(transaction, party))
        .sort(newestFirst)
        .slice(0, limit)
        .map(copy),
    transactionsBetween: (from, to, party) =>
      [...transactions.values()]
        .filter(
          (transaction) =>
            transaction.createdAt >= from &&
            transaction.createdAt <= to &&
            (party === undefined || isParty(transaction, party)),
        )
        .sort(newestFirst)
        .map(copy),
    putTransaction: (transaction) => {
      transactions.set(transaction.id, copy(transaction))
    },
    prompt: (id) => copy(prompts.get(id)),
    openPrompts: (msisdn) =>
      [...prompts.values()]
        .filter((prompt) => prompt.state === 'open' && (msisdn === undefined || prompt.msisdn === msisdn))
        .sort((a, b) => a.openedAt - b.openedAt)
        .map(copy),
    promptsOf: (msisdn, limit) =>
      [...prompts.values()]
        .filter((prompt) => prompt.msisdn === msisdn)
        .sort((a, b) => b.openedAt - a.openedAt)
        .slice(0, limit)
        .map(copy),
    putPrompt: (prompt) => {
      prompts.set(prompt.id, copy(prompt))
    },
    schedule: (due) => {
      dues.set(due.id, copy(due))
    },
    cancelDue: (id) => {
      dues.delete(id)
    },
    record: (collection, key) => copy(records.get(`${collection}\n${key}`)),
    records: (collection) =>
      [...records.values()]
        .filter((record) => record.collection === collection)
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(copy),
    putRecord: (record) => {
      records.set(`${record.collection}\n${record.key}`, copy(record))
    },
    removeRecord: (collection, key) => {
      records.delete(`${collection}\n${key}`)
    },
    dues: () => [...dues.values()].sort((a, b) => a.dueAt - b.dueAt).map(copy),
    takeDue: (id) => {
      const due = dues.get(id)
      dues.delete(id)
      return due
    },
    sum: (market) =>
      [...balances].reduce(
        (total, [name, cents]) => (name.startsWith(`${market}/`) ? total + cents : total),
        0,
      ),
  }
}
