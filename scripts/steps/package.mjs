import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build as bundle } from 'esbuild'
import { root } from './run.mjs'

const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
const write = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** Carries its binaries for every platform, and asks for a Node that knows their interface. */
const database = { name: 'better-sqlite3', version: '^13.2.0' }
const oldestNode = '>=22.14.0'

/**
 * Lays out the package that `npx jaribu` starts: the standalone build, the command line in one file, and nothing to
 * build. Folders of the name node_modules never leave with a package, so the server finds its own in `server/deps`.
 */
export const layOutPackage = async (folder, from = root) => {
  const standalone = path.join(from, '.next/standalone')
  const server = path.join(folder, 'server')
  rmSync(folder, { recursive: true, force: true })
  const isPart = (file) => !file.startsWith(path.join(standalone, 'node_modules', database.name))
  cpSync(standalone, server, { recursive: true, filter: isPart, verbatimSymlinks: true })
  cpSync(path.join(from, '.next/static'), path.join(server, '.next/static'), { recursive: true })
  cpSync(path.join(from, 'public'), path.join(server, 'public'), { recursive: true })
  cpSync(path.join(from, 'db/migrations'), path.join(server, 'db/migrations'), { recursive: true })
  const deps = path.join(server, 'deps')
  cpSync(path.join(server, 'node_modules'), deps, { recursive: true })
  rmSync(path.join(server, 'node_modules'), { recursive: true })
  // Images are served as they are: what would make others of them is of one platform.
  for (const name of ['sharp', '@img']) rmSync(path.join(deps, name), { recursive: true, force: true })
  nameExternals(path.join(from, '.next/node_modules'), deps)
  rmSync(path.join(server, '.next/node_modules'), { recursive: true, force: true })
  await bundle({
    entryPoints: [path.join(from, 'lib/cli/main.ts')],
    outdir: path.join(folder, 'cli'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node22',
    logLevel: 'error',
    // What was written for CommonJS asks for Node's own modules in its way.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  })
  for (const file of ['bin.mjs', 'host.mjs']) {
    cpSync(path.join(from, 'scripts/package', file), path.join(folder, file))
  }
  for (const file of ['README.md', 'LICENSE']) cpSync(path.join(from, file), path.join(folder, file))
  const { name, version, description, license } = read(path.join(from, 'package.json'))
  write(
    path.join(folder, 'package.json'),
    `${JSON.stringify(
      {
        name,
        version,
        description,
        license,
        type: 'module',
        bin: { jaribu: 'bin.mjs' },
        engines: { node: oldestNode },
        dependencies: { [database.name]: database.version },
      },
      undefined,
      2,
    )}\n`,
  )
  rmSync(path.join(server, 'package-lock.json'), { force: true })
  write(path.join(server, 'package.json'), '{ "type": "module" }\n')
}

/** The build asks for some packages by names of its own, which are links where it was made. */
const nameExternals = (links, deps) => {
  if (!existsSync(links)) return
  for (const alias of readdirSync(links)) {
    const name = alias.replace(/-[0-9a-f]{16}$/, '')
    write(path.join(deps, alias, 'index.cjs'), `module.exports = require(${JSON.stringify(name)})\n`)
    write(path.join(deps, alias, 'package.json'), '{ "main": "index.cjs" }\n')
  }
}
