import path from 'node:path'
import { installed } from '../steps/dependencies.mjs'
import { root } from '../steps/run.mjs'

/** Makes one plain file of a TypeScript entry, beside the packages that it imports. Returns its path. */
export const bundle = async (entry) => {
  const { build } = await import(installed.resolve('vite'))
  const outDir = path.join(root, 'node_modules/.cache/jaribu-bench')
  const name = path.basename(entry, '.ts')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^@\//, replacement: root },
        { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
      ],
    },
    ssr: { external: true },
    build: {
      ssr: path.join(root, entry),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return path.join(outDir, `${name}.mjs`)
}
