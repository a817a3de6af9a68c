import { register } from 'tsx/esm/api'
import { ensureBuild } from './build.mjs'
import { root, run } from './run.mjs'
import { Halt } from './say.mjs'

// The command line is TypeScript like the rest, and starts without a build.
register()
const { checkoutServer, main } = await import('../../lib/cli/main.ts')

process.exitCode = await main({
  server: checkoutServer(root.replace(/\/$/, '')),
  prepare: async () => {
    // What is said goes where the program's own output is not.
    console.log = console.error
    try {
      await ensureBuild()
    } catch (thrown) {
      if (!(thrown instanceof Halt)) throw thrown
      console.error(`✗ ${thrown.message}`)
      process.exit(1)
    }
  },
  start: async () => (await run(process.execPath, [`${root}scripts/start.mjs`])).code,
})
