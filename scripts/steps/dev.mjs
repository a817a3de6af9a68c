import { ensureDependencies } from './dependencies.mjs'
import { ensureDataFolder, ensurePortFree, readAddress } from './ground.mjs'
import { orHalt } from './say.mjs'
import { runServer } from './server.mjs'

const dev = async () => {
  const address = readAddress()
  ensureDataFolder()
  await ensurePortFree(address)
  await ensureDependencies()
  process.exit(await runServer('dev', address))
}

orHalt(dev())
