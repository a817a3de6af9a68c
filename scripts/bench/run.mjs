import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { ensureBuild } from '../steps/build.mjs'
import { ensureDependencies } from '../steps/dependencies.mjs'
import { root } from '../steps/run.mjs'
import { Halt, orHalt, say } from '../steps/say.mjs'
import { inKilobytes, weighPages } from '../steps/weights.mjs'
import { measureCapture } from './capture.mjs'
import { measureBare, measureEmulator } from './emulator.mjs'
import { askLists } from './lists.mjs'
import { stkCallback } from './message.mjs'
import { call, finish, inFolder, pinning, withListener, withProduct } from './processes.mjs'
import { askReports, firstRun } from './reports.mjs'
import { measureStreams } from './streams.mjs'

const port = Number(process.env.PORT || 3119)
const here = path.join(root, 'scripts/bench')

const measureLists = () =>
  inFolder(async (folder) => {
    const sizes = [10_000, 1_000_000]
    const times = []
    await withProduct(folder, port, async (url) => {
      await fetch(`${url}/hook/local`, { method: 'POST', body: stkCallback(1) })
      await call(url, 'GET', '/callbacks?inbox=local')
    })
    for (const rows of sizes) {
      await finish(path.join(here, 'fill.ts'), [path.join(folder, 'jaribu.db'), String(rows)])
      times.push(await withProduct(folder, port, (url) => askLists(url, rows)))
    }
    return { sizes, small: times[0], large: times[1] }
  })

/** Every case of every system over runs that the cases' own plays left. */
const measureJudging = () =>
  inFolder(async (folder) => {
    const output = await finish(path.join(here, 'judge.ts'), [path.join(folder, 'judge.db'), '100000'])
    return JSON.parse(output.trim().split('\n').at(-1))
  })

const measureReports = () =>
  inFolder(async (folder) => {
    const sizes = [10_000, 1_000_000]
    const times = []
    await withProduct(folder, port, firstRun)
    for (const rows of sizes) {
      await finish(path.join(here, 'fill-runs.ts'), [path.join(folder, 'jaribu.db'), String(rows)])
      times.push(await withProduct(folder, port, (url) => askReports(url)))
    }
    return { sizes, small: times[0], large: times[1] }
  })

const whole = (number) => Math.round(number).toLocaleString('en')
const share = (part, of) => `${Math.round((part / of) * 100)} %`
const ms = (number) => `${number.toFixed(1)} ms`
const times = (one, other) => `× ${(one / other).toFixed(1)}`
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const captureTable = ({ bare, plain, product, crowd, killed }) =>
  [
    table(
      [`capture, 32 connections, durable, ${pinning}`, 'callbacks a second', 'of the limit'],
      [
        ['the limit: node:http + better-sqlite3, grouped FULL commits', whole(bare), '100 %'],
        ['capture behind a plain node:http listener', whole(plain), share(plain, bare)],
        ['capture through the product’s port', whole(product), share(product, bare)],
      ],
    ),
    table(
      [`${whole(crowd.answered)} captures in a row`, ''],
      [
        ['callbacks a second, of the limit', `${whole(crowd.rate)}, ${share(crowd.rate, bare)}`],
        ['from the last answer until each is a callback, in the API', ms(crowd.drainedMs)],
        ['until each is found by its words', ms(crowd.searchableMs)],
        ['the longest that a page’s health check waited meanwhile', ms(crowd.longestMs)],
        [
          'killed (-9) amid such a rush: acknowledged, stored after the next start, stored twice',
          `${whole(killed.acknowledged)}, ${whole(killed.stored)}, ${whole(killed.twice)}`,
        ],
      ],
    ),
  ].join('\n\n')

const streamsTable = ({ listeners, bare, product, crowd }) =>
  table(
    [
      `callback sent to event read, ${pinning}`,
      'median',
      '95th percentile',
      'against the bare server',
      'memory',
    ],
    [
      [`${listeners} listeners of a bare node:http server`, ms(bare.median), ms(bare.p95), '', ''],
      [`${listeners} listeners`, ms(product.median), ms(product.p95), times(product.p95, bare.p95), ''],
      [
        `${listeners} listeners and ${listeners} that take nothing`,
        ms(crowd.median),
        ms(crowd.p95),
        times(crowd.p95, bare.p95),
        crowd.bytes === undefined ? '' : `${whole(crowd.bytes / 1024 / 1024)} MB`,
      ],
    ],
  )

const sandboxTable = (rows) => {
  const [{ rate: limit }] = rows
  return table(
    [`sandbox, 32 connections, durable, ${pinning}`, 'a second', 'of the limit'],
    rows.map(({ what, rate }) => [what, whole(rate), share(rate, limit)]),
  )
}

const judgingTable = ({ cases, runs, readMs, judgeMs, sliceMs, sheetMs }) =>
  table(
    [`${cases} Go-Live cases over ${whole(runs)} runs`, 'against reading the same rows once'],
    [
      ['judging them all, in slices', times(judgeMs, readMs)],
      ['a slice, 99th percentile', `÷ ${whole(readMs / sliceMs)}`],
      ['the sheets with all cases, once judged', `÷ ${whole(readMs / sheetMs)}`],
    ],
  )

const growthTable =
  (title) =>
  ({ sizes, small, large }) =>
    table(
      [title, ...sizes.map((size) => `at ${whole(size)}`), 'growth'],
      Object.keys(small).map((name) => [
        name,
        ms(small[name]),
        ms(large[name]),
        times(large[name], small[name]),
      ]),
    )

const weightsTable = (pages) =>
  table(
    ['first-load JavaScript', 'gzip'],
    pages.map(({ page, bytes }) => [`\`${page}\``, inKilobytes(bytes)]),
  )

const measureSandbox = () =>
  inFolder(async (folder) => {
    const pinned = { isPinned: true }
    const bare = [path.join(here, 'bare.mjs'), [path.join(folder, 'bare.db')]]
    const limit = await withListener(...bare, pinned, measureBare)
    const file = path.join(folder, 'jaribu.db')
    const rows = await withProduct(folder, port, (url) => measureEmulator(url, file), pinned)
    return [{ what: 'the limit: node:http + better-sqlite3, grouped FULL commits', rate: limit }, ...rows]
  })

/** In the order in which they are printed; each can run alone: `npm run bench -- sandbox`. */
const sections = {
  capture: {
    title: 'Capture rate against the bare limit',
    measure: () => measureCapture(port),
    print: captureTable,
  },
  streams: { title: 'Capture to stream', measure: () => measureStreams(port), print: streamsTable },
  sandbox: { title: 'Sessions and payments of each system', measure: measureSandbox, print: sandboxTable },
  judging: { title: 'Judging 100,000 runs', measure: measureJudging, print: judgingTable },
  lists: {
    title: 'Lists and search at 10,000 and 1,000,000 callbacks',
    measure: measureLists,
    print: growthTable('callbacks, over HTTP'),
  },
  reports: {
    title: 'Reports over 10,000 and 1,000,000 runs',
    measure: measureReports,
    print: growthTable('reports, over a year of runs, over HTTP'),
  },
  weights: { title: 'Weight of the pages', measure: async () => weighPages(), print: weightsTable },
}

const bench = async (chosen) => {
  const stranger = chosen.find((name) => !Object.hasOwn(sections, name))
  if (stranger) throw new Halt(`There is no section ${stranger}: ${Object.keys(sections).join(', ')}.`)
  await ensureDependencies()
  await ensureBuild()
  const parts = [
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, loopback.`,
  ]
  for (const [name, { title, measure, print }] of Object.entries(sections)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    say(title)
    parts.push(print(await measure()))
  }
  const text = parts.join('\n\n')
  console.log(`\n${text}\n`)
  // Figures of different runs do not belong into one table of ratios.
  if (chosen.length > 0) return
  const readme = path.join(root, 'README.md')
  const before = readFileSync(readme, 'utf8')
  const after = before.replace(
    /<!-- bench -->[\s\S]*<!-- \/bench -->/,
    () => `<!-- bench -->\n${text}\n<!-- /bench -->`,
  )
  writeFileSync(readme, after)
  say('Written into README.md')
}

orHalt(bench(process.argv.slice(2)))
