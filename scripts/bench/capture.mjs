import path from 'node:path'
import { installed } from '../steps/dependencies.mjs'
import { root } from '../steps/run.mjs'
import { Halt } from '../steps/say.mjs'
import { call, finishAsking, inFolder, median, withListener, withProduct } from './processes.mjs'

const here = path.join(root, 'scripts/bench')
const crowd = 100_000

const ask = async (to, { seconds = 4, most = 0 } = {}) => {
  const args = [to, '/hook/local', seconds, 32, most].map(String)
  const { code, output } = await finishAsking([path.join(here, 'load.mjs'), ...args])
  if (code !== 0) throw new Halt(`The load could not be made:\n${output}`)
  const measured = JSON.parse(output.trim().split('\n').at(-1))
  if (measured.refused > 0) throw new Halt(`${measured.refused} callbacks were not answered with 200`)
  return measured
}

const rateOf = async (to) => (await ask(to)).rate

const pinned = { isPinned: true }

/** Three rounds in turn, so that a busy moment of the machine touches all alike. */
const measureRates = async (port) => {
  const rates = { bare: [], plain: [], product: [] }
  for (let round = 0; round < 3; round += 1) {
    rates.bare.push(
      await inFolder((folder) =>
        withListener(path.join(here, 'bare.mjs'), [`${folder}/bare.db`], pinned, rateOf),
      ),
    )
    rates.plain.push(
      await inFolder((folder) => {
        const variables = { JARIBU_DATA_DIR: folder, PORT: String(port) }
        return withListener(path.join(here, 'capture.ts'), [], { ...pinned, variables }, rateOf)
      }),
    )
    rates.product.push(await inFolder((folder) => withProduct(folder, port, () => rateOf(port), pinned)))
  }
  return { bare: median(rates.bare), plain: median(rates.plain), product: median(rates.product) }
}

const newestId = async (url) => (await call(url, 'GET', '/callbacks?limit=1')).cursor

/** Asks again until it is so; milliseconds. */
const until = async (isSo) => {
  const began = performance.now()
  while (!(await isSo())) await new Promise((done) => setTimeout(done, 20))
  return performance.now() - began
}

/** The longest that the process was busy with something else. */
const watchHealth = (url) => {
  let isOver = false
  const watched = (async () => {
    let longest = 0
    while (!isOver) {
      const began = performance.now()
      await fetch(`${url}/api/health`).then((answer) => answer.text())
      longest = Math.max(longest, performance.now() - began)
      await new Promise((done) => setTimeout(done, 10))
    }
    return longest
  })()
  return () => {
    isOver = true
    return watched
  }
}

const measureCrowd = (port) =>
  inFolder((folder) =>
    withProduct(
      folder,
      port,
      async (url) => {
        await rateOf(port)
        const longest = watchHealth(url)
        const { rate, answered } = await ask(port, { most: crowd })
        const file = path.join(folder, 'jaribu.db')
        const drainedMs = await until(() => count(file, 'select count(*) from arrivals') === 0)
        const searchableMs = await until(
          () =>
            count(file, 'select max(id) from callbacks') ===
            count(file, 'select rowid from callbacks_search order by rowid desc limit 1'),
        )
        if ((await newestId(url)) < answered) throw new Halt('A callback is missing.')
        return {
          rate,
          answered,
          drainedMs,
          searchableMs: drainedMs + searchableMs,
          longestMs: await longest(),
        }
      },
      pinned,
    ),
  )

const count = (file, sql) => {
  const Database = installed('better-sqlite3')
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare(sql).pluck().get()
  } finally {
    database.close()
  }
}

/** What was answered before the server was killed is there after the next start, each once. */
const measureKilled = (port) =>
  inFolder(async (folder) => {
    const file = path.join(folder, 'jaribu.db')
    const acknowledged = await withProduct(
      folder,
      port,
      async (_url, server) => {
        const asked = ask(port, { most: crowd })
        await until(() => count(file, 'select max(id) from callbacks') > crowd / 10)
        server.kill('SIGKILL')
        return (await asked).answered
      },
      pinned,
    )
    return withProduct(folder, port, async (url) => {
      await until(() => count(file, 'select count(*) from arrivals') === 0)
      await call(url, 'GET', '/callbacks?limit=1')
      const stored = count(file, 'select count(*) from callbacks')
      const twice = stored - count(file, 'select count(distinct body) from callbacks')
      if (stored < acknowledged) throw new Halt(`${acknowledged - stored} acknowledged callbacks were lost`)
      return { acknowledged, stored, twice }
    })
  })

export const measureCapture = async (port) => ({
  ...(await measureRates(port)),
  crowd: await measureCrowd(port),
  killed: await measureKilled(port),
})
