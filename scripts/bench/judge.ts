import type { Db } from '@/db/client'
import { recordedRunsBefore } from '@/db/queries/go-live-recordings'
import { systems } from '@/lib/systems'
import { createSheet } from '@/lib/workspace/go-live/change-sheet'
import { getSheet } from '@/lib/workspace/go-live/get-sheet'
import { forgetJudging, judgeSlice } from '@/lib/workspace/go-live/judge-slice'
import { attemptsOfRows, type JudgedEnvironment } from '@/lib/workspace/go-live/recordings'
import { addUp } from '@/lib/workspace/reports/add-up'
import { goLiveStage } from '@/tests/go-live'

const [file = '', wanted = '0'] = process.argv.slice(2)
const rows = Number(wanted)

const stage = goLiveStage({ file })
const { deps } = stage
const cases = systems.flatMap(({ goLive }) => goLive.cases)
const environments = systems.map(({ id }) => stage.environmentOf(id))

/** Real messages: what the plays of the cases leave. */
const record = async () => {
  for (const each of cases) if (each.play) await stage.play(each)
}

/** Grows the runs by copying them in turn, each with its callbacks. */
const grow = async (db: Db): Promise<void> => {
  const { $client: client } = db
  client.pragma('synchronous = OFF')
  const triggers = client
    .prepare(
      "select name, sql from sqlite_master where type = 'trigger' and tbl_name in ('runs', 'callbacks')",
    )
    .all() as { name: string; sql: string }[]
  for (const { name } of triggers) client.exec(`drop trigger ${name}`)
  const copyOf = (table: string, changed: Record<string, string>) => {
    const columns = (client.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
    const used = columns.filter((column) => !(table === 'callbacks' && column === 'id'))
    return `insert into ${table} (${used.map((column) => `"${column}"`).join(', ')})
      select ${used.map((column) => changed[column] ?? `"${column}"`).join(', ')} from ${table}`
  }
  const copyRun = client.prepare(
    `${copyOf('runs', {
      id: '$id',
      created_at: '$at',
      answered_at: 'answered_at - created_at + $at',
    })} where id = $of`,
  )
  const copyCallbacks = client.prepare(
    `${copyOf('callbacks', {
      run_id: '$id',
      received_at: 'received_at + $later',
      receipt: "receipt || '-' || $n",
      duplicate_of: 'null',
    })} where run_id = $of`,
  )
  const originals = client.prepare('select id, created_at as at from runs order by id').all() as {
    id: string
    at: number
  }[]
  client.transaction(() => {
    for (let n = originals.length; n < rows; n += 1) {
      const original = originals[n % originals.length]
      if (!original) return
      const { id: of, at: was } = original
      const at = deps.clock() - (rows - n) * 1000
      const id = `01BENCH${String(n).padStart(19, '0')}`
      copyRun.run({ id, of, at })
      copyCallbacks.run({ id, of, n, later: at - was })
    }
  })()
  for (const { sql } of triggers) client.exec(sql)
  await addUp({ db }, deps.workspaceId, true, () => {})
}

/** What cannot be saved: the same rows read, their bodies parsed. */
const readAll = (environment: JudgedEnvironment): number => {
  let count = 0
  for (let before = '~'; ; ) {
    const page = recordedRunsBefore(deps.db, {
      workspaceId: deps.workspaceId,
      environmentId: environment.id,
      before,
      limit: 50,
    })
    for (const { run, callbacks } of attemptsOfRows(deps, environment, page)) {
      run?.request.body.at('x')
      run?.response?.body.at('x')
      for (const { body } of callbacks) body.at('x')
    }
    count += page.length
    before = page.at(-1)?.id ?? ''
    if (page.length < 50) return count
  }
}

const timed = <T>(work: () => T): { ms: number; value: T } => {
  const began = performance.now()
  const value = work()
  return { ms: performance.now() - began, value }
}

await record()
await grow(deps.db)
const read = timed(() => environments.reduce((sum, environment) => sum + readAll(environment), 0))
const slices: number[] = []
const sheets: string[] = []
const judged = timed(() => {
  for (const environment of environments) {
    const apis = systems.find(({ id }) => id === environment.system)?.goLive.apis.map(({ id }) => id) ?? []
    const sheet = createSheet(deps, deps.actor(), {
      name: environment.system,
      environment: environment.id,
      apis,
    })
    sheets.push(sheet.id)
    for (;;) {
      const slice = timed(() => judgeSlice(deps, environment.id))
      slices.push(slice.ms)
      if (slice.value.left === 'nothing') break
    }
    forgetJudging(deps, environment.id)
  }
})
const began = performance.now()
let proven = 0
for (const id of sheets) proven += (await getSheet(deps, deps.actor(), id)).counts.success
const sheetMs = performance.now() - began
slices.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    cases: cases.length,
    runs: read.value,
    readMs: read.ms,
    judgeMs: judged.ms,
    sliceMs: slices[Math.floor(slices.length * 0.99)],
    sheetMs,
    proven,
  }),
)
process.exit(0)
