import { openDb } from '@/db/client'
import { addUp } from '@/lib/workspace/reports/add-up'

const [file = '', wanted = '0'] = process.argv.slice(2)
const rows = Number(wanted)

/**
 * Grows the table to `rows` by copying its newest run over the year that ends with it: six operations, three keys,
 * verdicts, codes and times as they come. The triggers rest meanwhile, and the sums are computed once at the end.
 */
const client = openDb(file)
const { $client: database } = client
database.pragma('synchronous = OFF')
const triggers = database
  .prepare("select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'runs'")
  .all() as { name: string; sql: string }[]
for (const { name } of triggers) database.exec(`drop trigger ${name}`)

const columns = (database.pragma('table_info(runs)') as { name: string }[]).map(({ name }) => name)
const template = database
  .prepare('select id, workspace_id from runs order by created_at desc limit 1')
  .get() as {
  id: string
  workspace_id: string
}
const year = 365 * 24 * 3_600_000
const sent = `(created_at - ${year} + cast(n as integer) * (${year} / $rows))`
const one = (of: string, ...choices: string[]) =>
  `case abs(${of}) % ${choices.length} ${choices.map((choice, at) => `when ${at} then ${choice}`).join(' ')} end`
const changed: Record<string, string> = {
  id: "printf('01BENCH%019d', n)",
  created_at: sent,
  operation: one('n', "'daraja.stk-push'", "'daraja.b2c-v3'", "'daraja.stk-query'", "'daraja.b2b-v1'"),
  app_key: one('n / 7', "'aaaaaaaaaaaaaaaa'", "'bbbbbbbbbbbbbbbb'"),
  verdict: one(
    'n * 7 / 3',
    "'paid'",
    "'paid'",
    "'paid'",
    "'paid'",
    "'failed'",
    "'refused'",
    "'paid'",
    "'paid'",
  ),
  code: one('n * 7 / 3', "'0'", "'0'", "'0'", "'0'", "'1032'", "'404.001.03'", "'0'", "'0'"),
  amount_cents: '100 * (1 + n % 5000)',
  currency: "'KES'",
  answer_ms: '80 + (abs(random()) % 40) * (abs(random()) % 40)',
  result_at: `${sent} + 3000 + abs(random()) % 20000`,
  receipt: 'null',
}
const before = database.prepare('select count(*) from runs').pluck().get() as number
database
  .prepare(
    `with recursive numbers(n) as (select $from union all select n + 1 from numbers where n < $rows)
     insert into runs (${columns.map((column) => `"${column}"`).join(', ')})
     select ${columns.map((column) => changed[column] ?? `"${column}"`).join(', ')}
     from numbers cross join (select * from runs where id = $template)`,
  )
  .run({ from: before + 1, rows, template: template.id })
for (const { sql } of triggers) database.exec(sql)
await addUp({ db: client }, template.workspace_id, true, () => {})
database.pragma('wal_checkpoint(TRUNCATE)')
database.close()
