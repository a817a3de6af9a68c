import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { layOutPackage } from './package.mjs'
import { root, run } from './run.mjs'
import { Halt, orHalt, point, say } from './say.mjs'

const pack = async () => {
  await ensureDependencies()
  await ensureBuild()
  const folder = path.join(root, 'dist/package')
  say('Laying out the package')
  await layOutPackage(folder)
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  const { code, output } = await run(
    'npm',
    ['pack', '--silent', '--pack-destination', path.join(root, 'dist')],
    {
      cwd: folder,
      quiet: true,
    },
  )
  if (code !== 0) throw new Halt(`The package could not be made: ${output.trim()}`)
  point(`dist/${output.trim().split('\n').at(-1)}`)
}

orHalt(pack())
