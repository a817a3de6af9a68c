import { baseOfWork } from './base.mjs'
import { lintAndTypes } from './checks.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { runBin } from './run.mjs'
import { orHalt, say } from './say.mjs'

/** They read files instead of importing them, so no import leads from a change to them. */
const readersOfFiles = ['house-rules', 'imports', 'one-list', 'root-files'].map(
  (name) => `tests/${name}.test.ts`,
)

/** The quick loop: what can be said about a change in less than a minute. */
const check = async () => {
  await ensureDependencies()
  const began = Date.now()
  const failed = await lintAndTypes({ isQuick: true })
  const base = await baseOfWork()
  say(`Unit tests of what changed since ${base.slice(0, 10)}`)
  const vitest = (args) => runBin('vitest/vitest.mjs', ['run', '--passWithNoTests', ...args])
  if ((await vitest(readersOfFiles)).code !== 0) failed.push('Rules')
  if ((await vitest(['--changed', base])).code !== 0) failed.push('Unit tests')
  for (const name of failed) console.log(`✗ failed: ${name}`)
  say(`${failed.length === 0 ? 'All well' : 'Not yet'} after ${Math.round((Date.now() - began) / 1000)} s`)
  process.exit(failed.length === 0 ? 0 : 1)
}

orHalt(check())
