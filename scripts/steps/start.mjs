import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureDataFolder, ensurePortFree, readAddress } from './ground.mjs'
import { orHalt } from './say.mjs'
import { runServer } from './server.mjs'

const start = async () => {
  const address = readAddress()
  ensureDataFolder()
  await ensurePortFree(address)
  await ensureDependencies()
  await ensureBuild()
  process.exit(await runServer('start', address))
}

orHalt(start())
