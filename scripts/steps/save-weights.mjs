import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { orHalt } from './say.mjs'
import { inKilobytes, saveWeights, weighPages } from './weights.mjs'

const save = async () => {
  await ensureDependencies()
  await ensureBuild()
  const pages = weighPages()
  saveWeights(pages)
  for (const { page, bytes } of pages) console.log(`${inKilobytes(bytes).padStart(7)}  ${page}`)
}

orHalt(save())
