import 'server-only'
import type { Statement } from 'better-sqlite3'
import type { Db } from '../client'

/** Rows as stored; JSON columns are text here, because most are read without being needed whole. */
export type DueRow = {
  id: string
  workspaceId: string
  system: string
  type: 'callback' | 'action'
  kind: string
  dueAt: number
  state: 'waiting' | 'held' | 'sending' | 'delivered' | 'failed' | 'done' | 'cancelled'
  request: string | null
  context: string | null
  keys: string
  startedAt: number | null
  finishedAt: number | null
  answerStatus: number | null
  answerBody: string | null
  answerMs: number | null
  failure: string | null
}

type Data = { data: string }
type DatedData = Data & { createdAt: number; id: string }
type Cents = { cents: number }
type TransactionRow = {
  workspaceId: string
  id: string
  receipt: string | null
  payer: string
  payee: string
  state: string
  conversationId: string | null
  originatorConversationId: string | null
  checkoutId: string | null
  merchantRequestId: string | null
  createdAt: number
  data: string
}

const due = `id, workspace_id as workspaceId, system, type, kind, due_at as dueAt, state, request, context, keys,
  started_at as startedAt, finished_at as finishedAt, answer_status as answerStatus, answer_body as answerBody,
  answer_ms as answerMs, failure`

const prepareAll = (db: Db) => {
  const client = db.$client
  const read = <Bind extends unknown[], Row>(sql: string) => client.prepare<Bind, Row>(sql)
  const write = <Bind extends unknown[] | object>(sql: string) =>
    client.prepare(sql) as unknown as Bind extends unknown[] ? Statement<Bind> : Statement<[Bind]>
  return {
    settings: read<[string], { settings: string; idSeed: number }>(
      'select settings, id_seed as idSeed from world_settings where workspace_id = ?',
    ),
    putSettings: write<[workspaceId: string, settings: string, idSeed: number]>(
      `insert into world_settings (workspace_id, settings, id_seed) values (?, ?, ?)
       on conflict (workspace_id) do update set settings = excluded.settings, id_seed = excluded.id_seed`,
    ),
    putSeed: write<[idSeed: number, workspaceId: string]>(
      'update world_settings set id_seed = ? where workspace_id = ?',
    ),

    subscriber: read<[string, string, string], Data>(
      'select data from world_subscribers where workspace_id = ? and market = ? and msisdn = ?',
    ),
    subscribers: read<[string], Data>(
      'select data from world_subscribers where workspace_id = ? order by market, msisdn',
    ),
    putSubscriber: write<[string, string, string, string]>(
      `insert into world_subscribers (workspace_id, market, msisdn, data) values (?, ?, ?, ?)
       on conflict do update set data = excluded.data`,
    ),
    organisation: read<[string, string, string], Data>(
      'select data from world_organisations where workspace_id = ? and market = ? and shortcode = ?',
    ),
    organisations: read<[string], Data>(
      'select data from world_organisations where workspace_id = ? order by market, shortcode',
    ),
    putOrganisation: write<[string, string, string, string]>(
      `insert into world_organisations (workspace_id, market, shortcode, data) values (?, ?, ?, ?)
       on conflict do update set data = excluded.data`,
    ),

    balance: read<[string, string, string, string], Cents>(
      `select balance_cents as cents from world_accounts
       where workspace_id = ? and market = ? and owner = ? and kind = ?`,
    ),
    balances: read<[string], { market: string; owner: string; kind: string; cents: number }>(
      'select market, owner, kind, balance_cents as cents from world_accounts where workspace_id = ?',
    ),
    addToAccount: write<[string, string, string, string, number]>(
      `insert into world_accounts (workspace_id, market, owner, kind, balance_cents) values (?, ?, ?, ?, ?)
       on conflict do update set balance_cents = balance_cents + excluded.balance_cents`,
    ),
    putEntry: write<[string, string, string, string, string, number, number]>(
      `insert into world_entries (workspace_id, transaction_id, market, owner, kind, cents, at)
       values (?, ?, ?, ?, ?, ?, ?)`,
    ),
    entriesOf: read<
      [string, string, string, number],
      { transactionId: string; kind: string; cents: number; at: number }
    >(
      `select transaction_id as transactionId, kind, cents, at from world_entries
       where workspace_id = ? and market = ? and owner = ? order by id desc limit ? + 0`,
    ),

    transaction: read<[string, string], Data>(
      'select data from world_transactions where workspace_id = ? and id = ?',
    ),
    transactionByReceipt: read<[string, string], Data>(
      'select data from world_transactions where workspace_id = ? and receipt = ?',
    ),
    transactionByKey: read<{ workspaceId: string; value: string }[], Data>(
      `select data from (
         select data, created_at, id from world_transactions
           where workspace_id = @workspaceId and conversation_id = @value
         union all select data, created_at, id from world_transactions
           where workspace_id = @workspaceId and originator_conversation_id = @value
         union all select data, created_at, id from world_transactions
           where workspace_id = @workspaceId and checkout_id = @value
         union all select data, created_at, id from world_transactions
           where workspace_id = @workspaceId and merchant_request_id = @value
       ) order by created_at desc, id desc limit 1`,
    ),
    // Two queries: sorting a union costs ten times what both of them do.
    transactionsPaidBy: read<[workspaceId: string, payer: string, limit: number], DatedData>(
      `select data, created_at as createdAt, id from world_transactions
       where workspace_id = ? and payer = ? order by created_at desc limit ? + 0`,
    ),
    transactionsPaidTo: read<[workspaceId: string, payee: string, payer: string, limit: number], DatedData>(
      `select data, created_at as createdAt, id from world_transactions
       where workspace_id = ? and payee = ? and payer <> ? order by created_at desc limit ? + 0`,
    ),
    transactionsBetween: read<[string, number, number], Data>(
      `select data from world_transactions where workspace_id = ? and created_at between ? and ?
       order by created_at desc, id desc`,
    ),
    transactionsOfBetween: read<{ workspaceId: string; party: string; from: number; to: number }[], Data>(
      `select data from (
         select data, created_at, id from world_transactions
           where workspace_id = @workspaceId and payer = @party and created_at between @from and @to
         union all select data, created_at, id from world_transactions
           where workspace_id = @workspaceId and payee = @party and payer <> @party
             and created_at between @from and @to
       ) order by created_at desc, id desc`,
    ),
    /** What one key of a system moved in a period: however much other systems moved since. */
    transactionsOfKey: read<
      [workspaceId: string, from: number, to: number, system: string, fingerprint: string, limit: number],
      Data
    >(
      `select data from world_transactions where workspace_id = ? and created_at between ? and ?
         and json_extract(data, '$.system') = ? and json_extract(data, '$.extra.apiKey') = ?
       order by created_at desc, id desc limit ? + 0`,
    ),
    newestTransactions: read<[string, number], Data>(
      'select data from world_transactions where workspace_id = ? order by created_at desc limit ? + 0',
    ),
    /** The end of one that is there: an upsert would write all of its indexes anew. */
    endTransaction: write<TransactionRow>(
      `update world_transactions set receipt = @receipt, state = @state, data = @data
       where workspace_id = @workspaceId and id = @id and payer = @payer and payee = @payee
         and conversation_id is @conversationId and originator_conversation_id is @originatorConversationId
         and checkout_id is @checkoutId and merchant_request_id is @merchantRequestId`,
    ),
    putTransaction: write<TransactionRow>(
      `insert into world_transactions (workspace_id, id, receipt, payer, payee, state, conversation_id,
         originator_conversation_id, checkout_id, merchant_request_id, created_at, data)
       values (@workspaceId, @id, @receipt, @payer, @payee, @state, @conversationId, @originatorConversationId,
         @checkoutId, @merchantRequestId, @createdAt, @data)
       on conflict (workspace_id, id) do update set receipt = excluded.receipt, state = excluded.state,
         payer = excluded.payer, payee = excluded.payee, conversation_id = excluded.conversation_id,
         originator_conversation_id = excluded.originator_conversation_id, checkout_id = excluded.checkout_id,
         merchant_request_id = excluded.merchant_request_id, data = excluded.data`,
    ),

    prompt: read<[string, string], Data>('select data from world_prompts where workspace_id = ? and id = ?'),
    openPrompts: read<[string], Data>(
      `select data from world_prompts where workspace_id = ? and state = 'open' order by opened_at`,
    ),
    openPromptsOf: read<[string, string], Data>(
      `select data from world_prompts where workspace_id = ? and state = 'open' and msisdn = ? order by opened_at`,
    ),
    promptsOf: read<[string, string, number], Data>(
      'select data from world_prompts where workspace_id = ? and msisdn = ? order by opened_at desc limit ? + 0',
    ),
    /** The end of one that is there, as with transactions. */
    endPrompt: write<[state: string, data: string, workspaceId: string, id: string, expiresAt: number]>(
      `update world_prompts set state = ?, data = ? where workspace_id = ? and id = ? and expires_at = ?`,
    ),
    putPrompt: write<[string, string, string, string, number, number, string]>(
      `insert into world_prompts (workspace_id, id, msisdn, state, opened_at, expires_at, data)
       values (?, ?, ?, ?, ?, ?, ?)
       on conflict (workspace_id, id) do update set state = excluded.state, expires_at = excluded.expires_at,
         data = excluded.data`,
    ),

    putDue: write<[string, string, string, string, string, number, string | null, string, string]>(
      `insert into world_dues (id, workspace_id, system, type, kind, due_at, state, request, context, keys)
       values (?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?)`,
    ),
    putDueKey: write<[string, string, string]>(
      'insert or ignore into world_due_keys (workspace_id, value, due_id) values (?, ?, ?)',
    ),
    cancelDue: write<[string, string]>(
      `update world_dues set state = 'cancelled' where workspace_id = ? and id = ? and state in ('waiting', 'held')`,
    ),
    holdDue: write<[string]>(`update world_dues set state = 'held' where id = ? and state = 'waiting'`),
    due: read<[string], DueRow>(`select ${due} from world_dues where id = ?`),
    /** In the order in which they are due, those behind the one that is named by its time and id. */
    duesWaiting: read<[now: number, from: number, behind: number, id: string, limit: number], DueRow>(
      `select ${due} from world_dues
       where state = 'waiting' and due_at <= ? and due_at >= ? and (due_at, id) > (?, ?)
       order by due_at, id limit ? + 0`,
    ),
    nextDueAt: read<[], { at: number | null }>(
      `select min(due_at) as at from world_dues where state = 'waiting'`,
    ),
    nextDueAfter: read<[now: number], { at: number | null }>(
      `select min(due_at) as at from world_dues where state = 'waiting' and due_at > ?`,
    ),
    claimDue: write<[startedAt: number, id: string]>(
      `update world_dues set state = 'sending', started_at = ? where id = ? and state = 'waiting'`,
    ),
    finishDue: write<
      [string, number, number, number | null, string | null, number | null, string | null, string]
    >(
      `update world_dues set state = ?, started_at = coalesce(started_at, ?), finished_at = ?, answer_status = ?,
         answer_body = ?, answer_ms = ?, failure = ? where id = ?`,
    ),
    doAction: write<[startedAt: number, finishedAt: number, id: string]>(
      `update world_dues set state = 'done', started_at = ?, finished_at = ? where id = ? and state = 'waiting'`,
    ),
    isWaiting: read<[id: string], { id: string }>(
      `select id from world_dues where id = ? and state = 'waiting'`,
    ),
    /** The newest due time of what may go by its number: so many newer rows are kept. */
    dueBeyond: read<[workspaceId: string, keep: number], { dueAt: number }>(
      'select due_at as dueAt from world_dues where workspace_id = ? order by due_at desc limit 1 offset ?',
    ),
    /** Bounded, so that nobody waits; the keys go with their rows. */
    finishedDues: read<[workspaceId: string, before: number, limit: number], { id: string; keys: string }>(
      `select id, keys from world_dues where workspace_id = ? and due_at <= ?
         and state in ('delivered', 'failed', 'done', 'cancelled') order by due_at limit ? + 0`,
    ),
    removeDue: write<[string]>('delete from world_dues where id = ?'),
    removeDueKey: write<[workspaceId: string, value: string, dueId: string]>(
      'delete from world_due_keys where workspace_id = ? and value = ? and due_id = ?',
    ),
    recoverDues: write<[]>(`update world_dues set state = 'waiting' where state = 'sending'`),
    record: read<[string, string, string], { value: string; updatedAt: number }>(
      `select value, updated_at as updatedAt from world_records
       where workspace_id = ? and collection = ? and key = ?`,
    ),
    records: read<[string, string], { key: string; value: string; updatedAt: number }>(
      `select key, value, updated_at as updatedAt from world_records
       where workspace_id = ? and collection = ? order by key`,
    ),
    putRecord: write<[string, string, string, string, number]>(
      `insert into world_records (workspace_id, collection, key, value, updated_at) values (?, ?, ?, ?, ?)
       on conflict do update set value = excluded.value, updated_at = excluded.updated_at`,
    ),
    removeRecord: write<[string, string, string]>(
      'delete from world_records where workspace_id = ? and collection = ? and key = ?',
    ),

    appByKey: read<
      [system: string, key: string],
      { id: string; workspaceId: string; key: string; secretHash: string }
    >(
      `select id, workspace_id as workspaceId, key, secret_hash as secretHash from local_apps
       where system = ? and key = ?`,
    ),
    appById: read<[string], { id: string; workspaceId: string; key: string }>(
      'select id, workspace_id as workspaceId, key from local_apps where id = ?',
    ),
    putApp: write<[string, string, string, string, string, number]>(
      `insert into local_apps (id, workspace_id, system, key, secret_hash, created_at) values (?, ?, ?, ?, ?, ?)
       on conflict (system, key) do nothing`,
    ),
    token: read<
      [tokenHash: string],
      { workspaceId: string; appId: string; system: string; expiresAt: number }
    >(
      `select workspace_id as workspaceId, app_id as appId, system, expires_at as expiresAt from local_tokens
       where token_hash = ?`,
    ),
    putToken: write<[string, string, string, string, number]>(
      `insert into local_tokens (token_hash, workspace_id, app_id, system, expires_at) values (?, ?, ?, ?, ?)`,
    ),
    dropOldTokens: write<[string, number]>('delete from local_tokens where app_id = ? and expires_at < ?'),
    appOf: read<[workspaceId: string, system: string], { id: string; key: string }>(
      `select id, key from local_apps where workspace_id = ? and system = ? order by created_at, id limit 1`,
    ),
    appsOf: read<[workspaceId: string, system: string], { id: string; key: string; createdAt: number }>(
      `select id, key, created_at as createdAt from local_apps where workspace_id = ? and system = ?
       order by created_at, id`,
    ),
    dropApp: write<[id: string]>('delete from local_apps where id = ?'),
    dropTokensOf: write<[appId: string]>('delete from local_tokens where app_id = ?'),
    renewApp: write<[key: string, id: string]>('update local_apps set key = ? where id = ?'),
    /** From the few workspaces to their one record each: the records of all of them are as many as payments were made. */
    keyHolders: read<[system: string], { id: string }>(
      `select workspaces.id from workspaces cross join world_records
       on workspace_id = workspaces.id and collection = 'keys' and key = ?`,
    ),
    workspaces: read<[], { id: string }>('select id from workspaces order by created_at, id'),
    firstWorkspace: read<[], { id: string }>('select id from workspaces order by created_at, id limit 1'),
  }
}

export type WorldRows = ReturnType<typeof prepareAll>

const prepared = new WeakMap<Db['$client'], WorldRows>()

/** The statements over the `world_*` and `local_*` tables, prepared once a connection. */
export const worldRows = (db: Db): WorldRows => {
  const known = prepared.get(db.$client)
  if (known) return known
  const rows = prepareAll(db)
  prepared.set(db.$client, rows)
  return rows
}

/** Empties a workspace's world. Its applications, accounts, tokens, settings and keys stay. */
export const emptyWorld = (db: Db, workspaceId: string, keptRecords: readonly string[]) => {
  for (const table of [
    'world_due_keys',
    'world_dues',
    'world_prompts',
    'world_transactions',
    'world_entries',
    'world_accounts',
    'world_organisations',
    'world_subscribers',
  ]) {
    db.$client.prepare(`delete from ${table} where workspace_id = ?`).run(workspaceId)
  }
  db.$client
    .prepare(
      'delete from world_records where workspace_id = ? and collection not in (select value from json_each(?))',
    )
    .run(workspaceId, JSON.stringify(keptRecords))
}
