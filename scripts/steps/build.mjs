import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runBin } from './run.mjs'
import { Halt, say, ticking } from './say.mjs'

const folders = ['app', 'components', 'lib', 'db', 'public']
const files = [
  'instrumentation.ts',
  'next.config.mjs',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'tsconfig.json',
  '.env',
]
const stampFile = path.join(root, '.next/sources.sha256')

const sourcesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))

/** One hash over everything that goes into a build, this Node's major version included. */
export const hashSources = (from = root) => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  const listed = [
    ...files.map((file) => path.join(from, file)),
    ...folders
      .map((folder) => path.join(from, folder))
      .filter(existsSync)
      .flatMap(sourcesBelow),
  ]
  for (const file of listed.filter(existsSync).sort()) {
    hash.update(`\0${path.relative(from, file)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const isBuilt = (hash) =>
  existsSync(path.join(root, '.next/BUILD_ID')) &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === hash

/** Builds when the sources differ from those of the last build. */
export const ensureBuild = async () => {
  const hash = hashSources()
  if (isBuilt(hash)) return
  say('Building (about half a minute, only after the sources changed)')
  const { code, output } = await ticking('building', () =>
    runBin('next/dist/bin/next', ['build'], {
      quiet: true,
      env: { NODE_ENV: 'production', JARIBU_STANDALONE: '1' },
    }),
  )
  if (code !== 0) {
    console.error(output.trim())
    throw new Halt('The build failed; the reason is above.')
  }
  writeFileSync(stampFile, hash)
}
