import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { gzipSync } from 'node:zlib'
import { root } from '../steps/run.mjs'

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

/** Gzipped JavaScript that a browser loads when it opens each page first, smallest page first. */
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
