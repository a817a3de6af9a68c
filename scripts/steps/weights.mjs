import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { gzipSync } from 'node:zlib'
import { root } from './run.mjs'

const built = path.join(root, '.next')

const gzipBytes = new Map()
const weigh = (file) => {
  const known = gzipBytes.get(file)
  if (known !== undefined) return known
  const bytes = gzipSync(readFileSync(path.join(built, file))).length
  gzipBytes.set(file, bytes)
  return bytes
}

/** What a page's manifest says it needs; the file assigns to a global, so it is run in a context of its own. */
const entryFiles = (manifestFile) => {
  const context = { globalThis: {} }
  vm.runInNewContext(readFileSync(manifestFile, 'utf8'), context)
  const manifests = Object.values(context.globalThis.__RSC_MANIFEST ?? {})
  return manifests.flatMap((manifest) => Object.values(manifest.entryJSFiles ?? {}).flat())
}

/**
 * Gzipped JavaScript that the HTML of each page names in its script tags, smallest page first: what a browser fetches
 * and runs before the page is alive. The polyfills of old browsers (`nomodule`) are not of it, nor is what is fetched
 * later because the page rests or somebody asks for it.
 */
export const weighPages = () => {
  const { rootMainFiles = [] } = JSON.parse(readFileSync(path.join(built, 'build-manifest.json'), 'utf8'))
  const folder = path.join(built, 'server/app')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page_client-reference-manifest.js'))
    .map((file) => {
      const segments = file.split(path.sep).slice(0, -1)
      const scripts = new Set([...rootMainFiles, ...entryFiles(path.join(folder, file))])
      return {
        page: `/${segments.filter((segment) => !/^\(.*\)$/.test(segment)).join('/')}`,
        bytes: [...scripts]
          .filter((script) => script.endsWith('.js') && existsSync(path.join(built, script)))
          .reduce((sum, script) => sum + weigh(script), 0),
      }
    })
    .filter(({ page }) => !page.startsWith('/_'))
    .sort((one, other) => one.bytes - other.bytes)
}

const budgetFile = path.join(root, 'tests/weights.json')
const limitsFile = path.join(root, 'tests/weight-limits.json')
const howToAccept = 'Make it lighter, or accept it with `npm run weights` and commit tests/weights.json.'

export const inKilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`

/** What no page may weigh more than, whatever its budget says; the pages that still do are named with their own. */
export const overLimit = (pages, { every, pages: own }) => [
  ...pages.flatMap(({ page, bytes }) => {
    const most = own[page] ?? every
    return bytes <= most
      ? []
      : [
          `${page} weighs ${inKilobytes(bytes)}, and ${inKilobytes(most)} is the most it may (tests/weight-limits.json). Make it lighter.`,
        ]
  }),
  ...Object.keys(own)
    .filter((page) => !pages.some((each) => each.page === page))
    .map((page) => `${page} has a limit in tests/weight-limits.json and is no page.`),
]

/** What is wrong with the weights, one sentence each: a page may grow by a tenth before the budget has to say so. */
export const overweight = (pages, budget) => [
  ...pages.flatMap(({ page, bytes }) => {
    const allowed = budget[page]
    if (allowed === undefined) {
      return [`${page} weighs ${inKilobytes(bytes)} and has no budget in tests/weights.json. ${howToAccept}`]
    }
    if (bytes <= allowed * 1.1) return []
    return [
      `${page} weighs ${inKilobytes(bytes)}, more than a tenth above its budget of ${inKilobytes(allowed)}. ${howToAccept}`,
    ]
  }),
  ...Object.keys(budget)
    .filter((page) => !pages.some((each) => each.page === page))
    .map((page) => `${page} has a budget in tests/weights.json and is no page. ${howToAccept}`),
]

/** Says what is wrong with the weights of the build; true when nothing is. */
export const checkWeights = () => {
  const pages = weighPages()
  const wrong = [
    ...overweight(pages, JSON.parse(readFileSync(budgetFile, 'utf8'))),
    ...overLimit(pages, JSON.parse(readFileSync(limitsFile, 'utf8'))),
  ]
  for (const line of wrong) console.error(line)
  return wrong.length === 0
}

/** Makes today's weights the budget. */
export const saveWeights = (pages) => {
  const budget = Object.fromEntries(
    pages
      .toSorted((one, other) => one.page.localeCompare(other.page))
      .map(({ page, bytes }) => [page, bytes]),
  )
  writeFileSync(budgetFile, `${JSON.stringify(budget, null, 2)}\n`)
}
