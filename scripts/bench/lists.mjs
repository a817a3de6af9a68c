import { installed } from '../steps/dependencies.mjs'
import { call, median } from './processes.mjs'

/**
 * Grows the table to `rows` by copying the callback that is there, with its own receipt, phone, time and body. Runs
 * while the product is stopped; triggers of the schema keep what hangs on the table in step.
 */
export const fillCallbacks = (file, rows) => {
  const Database = installed('better-sqlite3')
  const database = new Database(file)
  database.pragma('synchronous = OFF')
  const columns = database.pragma('table_info(callbacks)').map(({ name }) => name)
  const changed = {
    id: '$id',
    received_at: 'received_at - 1000 * ($rows - $id)',
    receipt: "'BNC' || printf('%07d', $id)",
    msisdn: "'2547' || printf('%08d', $id % 100000000)",
    sentence: "replace(sentence, coalesce(receipt, '-'), 'BNC' || printf('%07d', $id))",
    body: "cast(replace(cast(body as text), coalesce(receipt, '-'), 'BNC' || printf('%07d', $id)) as blob)",
    duplicate_of: 'null',
    run_id: 'null',
  }
  const copy = database.prepare(
    `insert into callbacks (${columns.join(', ')})
     select ${columns.map((column) => changed[column] ?? column).join(', ')} from callbacks where id = $template`,
  )
  const template = database.prepare('select max(id) from callbacks where receipt is not null').pluck().get()
  const from = database.prepare('select max(id) from callbacks').pluck().get() + 1
  const grow = database.transaction((start, end) => {
    for (let id = start; id < end; id += 1) copy.run({ id, rows, template })
  })
  for (let start = from; start <= rows; start += 50_000) grow(start, Math.min(start + 50_000, rows + 1))
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.exec('analyze')
  database.close()
}

const questions = {
  'newest 100': () => '/callbacks?view=summary',
  'a page in the middle': (rows) => `/callbacks?view=summary&before=${Math.floor(rows / 2)}`,
  'by receipt': (rows, round) =>
    `/callbacks?view=summary&receipt=BNC${String(rows - 100 - round).padStart(7, '0')}`,
  'text in the body': (rows, round) =>
    `/callbacks?view=summary&q=BNC${String(rows - 200 - round).padStart(7, '0')}`,
  'search everywhere': (rows, round) => `/search?q=BNC${String(rows - 300 - round).padStart(7, '0')}`,
}

/** Median milliseconds of each question over HTTP. */
export const askLists = async (url, rows, rounds = 15) => {
  const times = {}
  for (const [name, path] of Object.entries(questions)) {
    const taken = []
    for (let round = 0; round < rounds + 3; round += 1) {
      const began = performance.now()
      await call(url, 'GET', path(rows, round))
      if (round >= 3) taken.push(performance.now() - began)
    }
    times[name] = median(taken)
  }
  return times
}
