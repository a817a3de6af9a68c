import { run, runBin } from './run.mjs'
import { say } from './say.mjs'

/** The words of package.json, so that a person, `npm test` and CI say the same. */
const word = (name) => run('npm', ['run', '--silent', name], { quiet: true })

const incrementalTypes = async () => {
  const generated = await runBin('next/dist/bin/next', ['typegen'], { quiet: true })
  return generated.code === 0 ? runBin('typescript/bin/tsc', ['--noEmit'], { quiet: true }) : generated
}

/** Lint and types beside each other: neither fills two cores. Returns the names of those that failed. */
export const lintAndTypes = async ({ isQuick = false } = {}) => {
  say('Lint and types')
  const checks = [
    ['Lint', word('lint')],
    ['Types', isQuick ? incrementalTypes() : word('typecheck')],
  ]
  const failed = []
  for (const [name, work] of checks) {
    const { code, output } = await work
    if (code === 0) continue
    failed.push(name)
    console.error(output.trim())
  }
  return failed
}
