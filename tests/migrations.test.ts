import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Db, openDb } from '@/db/client'
import { migrateDb, NewerDatabaseError } from '@/db/migrate'
import { root } from './repository'

const shipped = path.join(root, 'db/migrations')

let folder = ''
let file = ''
let db: Db

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jaribu-migrations-'))
  file = path.join(folder, 'jaribu.db')
  db = openDb(file)
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

const fill = () => {
  const now = Date.UTC(2026, 10, 20)
  const put = (sql: string, ...values: unknown[]) => db.$client.prepare(sql).run(...values)
  put('insert into workspaces (id, name, created_at) values (?, ?, ?)', 'w1', 'Duka', now)
  put('insert into users (id, name, created_at) values (?, ?, ?)', 'u1', 'Wanjiru', now)
  put(
    'insert into members (id, workspace_id, user_id, role, created_at) values (?, ?, ?, ?, ?)',
    'm1',
    'w1',
    'u1',
    'owner',
    now,
  )
  put(
    'insert into inboxes (id, workspace_id, name, created_at) values (?, ?, ?, ?)',
    'i1',
    'w1',
    'local',
    now,
  )
}

const count = (table: string) =>
  (db.$client.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n

/** The shipped migrations and one more that rebuilds `workspaces`, written the way drizzle-kit writes it. */
const withRebuild = (extra = '') => {
  const grown = path.join(folder, 'migrations')
  cpSync(shipped, grown, { recursive: true })
  const journalFile = path.join(grown, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8'))
  const last = journal.entries.at(-1)
  const tag = 'next_rebuild'
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag })
  writeFileSync(journalFile, JSON.stringify(journal))
  writeFileSync(
    path.join(grown, `${tag}.sql`),
    [
      'PRAGMA foreign_keys=OFF;',
      "CREATE TABLE `__new_workspaces` (`id` text PRIMARY KEY NOT NULL, `name` text NOT NULL, `created_at` integer NOT NULL, `note` text DEFAULT '' NOT NULL);",
      'INSERT INTO `__new_workspaces`("id", "name", "created_at") SELECT "id", "name", "created_at" FROM `workspaces`;',
      'DROP TABLE `workspaces`;',
      'ALTER TABLE `__new_workspaces` RENAME TO `workspaces`;',
      ...(extra ? [extra] : []),
      'PRAGMA foreign_keys=ON;',
    ].join('\n--> statement-breakpoint\n'),
  )
  return grown
}

/** The shipped migrations as they were after this one. */
const upTo = (tag: string) => {
  const older = path.join(folder, 'older')
  cpSync(shipped, older, { recursive: true })
  const journalFile = path.join(older, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8'))
  const last = journal.entries.findIndex((entry: { tag: string }) => entry.tag === tag)
  writeFileSync(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }))
  return older
}

describe('migrating', () => {
  test('makes a new file usable and copies nothing aside', () => {
    expect(migrateDb(db, shipped, file)).toBeGreaterThan(0)
    expect(count('workspaces')).toBe(0)
    expect(existsSync(`${file}.before-next_rebuild`)).toBe(false)
  })

  test('does nothing the second time', () => {
    migrateDb(db, shipped, file)
    expect(migrateDb(db, shipped, file)).toBe(0)
  })

  test('keeps the children of a table that is rebuilt, on a filled database', () => {
    migrateDb(db, shipped, file)
    fill()
    expect(migrateDb(db, withRebuild(), file)).toBe(1)
    expect([count('workspaces'), count('members'), count('inboxes')]).toEqual([1, 1, 1])
    expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('leaves a readable copy of the file as it was', () => {
    migrateDb(db, shipped, file)
    fill()
    const columns = db.$client.prepare('pragma table_info(workspaces)').all()
    migrateDb(db, withRebuild(), file)
    const copy = openDb(`${file}.before-next_rebuild`)
    expect(copy.$client.prepare('select name from workspaces').all()).toEqual([{ name: 'Duka' }])
    expect(copy.$client.prepare('pragma table_info(workspaces)').all()).toEqual(columns)
    copy.$client.close()
  })

  test('refuses to go on when rows lost their parent, and switches the checks on again', () => {
    migrateDb(db, shipped, file)
    fill()
    expect(() => migrateDb(db, withRebuild("DELETE FROM `workspaces` WHERE `id` = 'w1';"), file)).toThrow(
      /without their parent/,
    )
    expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('takes what was captured and not linked through the journal, and the ids that callbacks carry along', () => {
    migrateDb(db, upTo('0007_report_weeks'), file)
    fill()
    const insert = db.$client.prepare(
      `insert into callbacks (id, workspace_id, inbox_id, received_at, method, path, query, headers, body, body_bytes,
         remote_address, answer_status, answer_headers, answer_body, answer_micros)
       values (?, 'w1', 'i1', 1, 'POST', '/hook/local', '', '[]', x'7b7d', 2, '', 200, '[]', '', ?)`,
    )
    insert.run(1, 40)
    insert.run(2, 0)
    db.$client.exec(
      `insert into correlation_keys (workspace_id, kind, value, run_id, callback_id)
       values ('w1', 'checkout', 'ws_1', null, 1), ('w1', 'checkout', 'ws_1', 'r1', null)`,
    )
    migrateDb(db, shipped, file)
    const all = (sql: string) => db.$client.prepare(sql).all()
    expect(all('select id from callbacks')).toEqual([{ id: 1 }])
    expect(all('select id, body from arrivals')).toEqual([{ id: 2, body: Buffer.from('{}') }])
    expect(all('select * from callback_keys')).toEqual([
      { workspace_id: 'w1', value: 'ws_1', callback_id: 1 },
    ])
    expect(all('select value, run_id from correlation_keys')).toEqual([{ value: 'ws_1', run_id: 'r1' }])
  })

  test('gives inboxes an address, their URLs as they were, and counts what they hold', () => {
    migrateDb(db, upTo('0014_lighter_books'), file)
    fill()
    const insert = db.$client.prepare(
      `insert into callbacks (id, workspace_id, inbox_id, received_at, method, path, query, headers, body, body_bytes,
         remote_address, answer_status, answer_headers, answer_body, answer_micros)
       values (?, 'w1', 'i1', 1, 'POST', '/hook/local', '', '[]', x'7b7d', 2, '', 200, '[]', '', 1)`,
    )
    insert.run(1)
    insert.run(2)
    migrateDb(db, shipped, file)
    const use = db.$client.prepare('select inbox_id, callbacks, bytes from inbox_use')
    expect(db.$client.prepare('select name, address, sources from inboxes').all()).toEqual([
      { name: 'local', address: 'local', sources: '[]' },
    ])
    expect(use.all()).toEqual([{ inbox_id: 'i1', callbacks: 2, bytes: 4 }])
    insert.run(3)
    db.$client.exec('delete from callbacks where id < 3')
    expect(use.all()).toEqual([{ inbox_id: 'i1', callbacks: 1, bytes: 2 }])
  })

  test('sums up the runs that are there already, and takes from then on what the triggers add', () => {
    migrateDb(db, upTo('0004_production_and_reports'), file)
    fill()
    const at = Date.UTC(2026, 10, 20, 9, 15)
    const insert = db.$client.prepare(
      `insert into runs (id, workspace_id, environment_id, environment_name, environment_kind, system, operation, sent_by,
         created_at, "values", request_method, request_url, request_headers, request_body, verdict, code, amount_cents,
         currency, answer_ms, answered_at, verdict_at)
       values (?, 'w1', 'e1', 'Local', 'local', 'daraja', 'daraja.stk-push', 'Wanjiru', ?, '{}', 'POST', '', '[]', '', ?, '0', 500,
         'KES', 40, ?, ?)`,
    )
    insert.run('r1', at, 'paid', at + 40, at + 6_000)
    insert.run('r2', at, 'paid', at + 40, at + 40)
    expect(migrateDb(db, shipped, file)).toBeGreaterThan(0)
    const sums = () => db.$client.prepare('select hour, verdict, runs, amount_cents from run_rollups').all()
    const times = () => db.$client.prepare('select measure, ms, runs from run_timings').all()
    const hour = Date.UTC(2026, 10, 20, 9)
    expect(sums()).toEqual([{ hour, verdict: 'paid', runs: 2, amount_cents: 1000 }])
    expect(times()).toEqual([
      { measure: 'answer', ms: 40, runs: 2 },
      { measure: 'result', ms: 6_000, runs: 1 },
    ])
    db.$client.exec("delete from runs where id = 'r1'")
    expect(sums()).toEqual([{ hour, verdict: 'paid', runs: 1, amount_cents: 500 }])
    expect(times()).toEqual([{ measure: 'answer', ms: 40, runs: 1 }])
  })
})

test('a database of a newer version is refused and left as it was', () => {
  migrateDb(db, shipped, file)
  fill()
  db.$client
    .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
    .run('of-tomorrow', Date.UTC(2100, 0, 1))
  const before = db.$client.serialize()
  expect(() => migrateDb(db, shipped, file)).toThrow(NewerDatabaseError)
  expect(db.$client.serialize().equals(before)).toBe(true)
})
