import { openDb } from '@/db/client'
import { indexPending } from '@/db/queries/callback-search'
import { contentOf } from '@/lib/wire/content'

const [file = '', wanted = '0'] = process.argv.slice(2)
const rows = Number(wanted)

/** Grows the table to `rows` by copying its first payment, each copy with a receipt, phone, time and body of its own. */
const db = openDb(file)
const client = db.$client
client.pragma('synchronous = OFF')
const columns = (client.pragma('table_info(callbacks)') as { name: string }[]).map(({ name }) => name)
const template = client
  .prepare('select * from callbacks where receipt is not null order by id limit 1')
  .get() as {
  id: number
  receipt: string
  msisdn: string
  received_at: number
}
const receipt = "'BNC' || printf('%07d', $id)"
const phone = "'2547' || printf('%08d', $id)"
const changed: Record<string, string> = {
  id: '$id',
  received_at: 'received_at + $id',
  receipt,
  msisdn: phone,
  sentence: `replace(replace(sentence, receipt, ${receipt}), msisdn, ${phone})`,
  body: `cast(replace(replace(cast(body as text), receipt, ${receipt}), msisdn, ${phone}) as blob)`,
  duplicate_of: 'null',
  run_id: 'null',
}
const copy = client.prepare(
  `insert into callbacks (${columns.join(', ')})
   select ${columns.map((column) => changed[column] ?? column).join(', ')} from callbacks where id = $template`,
)
const last = client.prepare('select max(id) from callbacks').pluck().get() as number
const grow = client.transaction((from: number, to: number) => {
  for (let id = from; id <= to; id += 1) copy.run({ id, template: template.id })
})
for (let from = last + 1; from <= rows; from += 50_000) {
  grow(from, Math.min(from + 49_999, rows))
  while (indexPending(db, 10_000, contentOf) > 0);
}
client.exec('analyze')
client.pragma('wal_checkpoint(TRUNCATE)')
client.close()
