import { defineConfig } from 'vitest/config'

const root = new URL('.', import.meta.url).pathname

/** Those that replace a module: the others would meet the replacement too. */
const replacing = [
  'lib/workspace/people/people.test.ts',
  'lib/workspace/portal/portal.test.ts',
  'tests/contributing.test.ts',
  'tests/toy-system.test.ts',
]

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    environment: 'node',
    // A busy machine is no failure: nothing here waits for real time.
    testTimeout: 60_000,
    // Nobody else waits for this machine: by itself vitest would leave one of two cores idle.
    maxWorkers: '100%',
    restoreMocks: true,
    // A file, so that no folder of data can be opened below it: a test that reaches for the process's own database
    // fails instead of writing to the one that somebody works with.
    env: { JARIBU_DATA_DIR: `${root}package.json/data` },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,components,lib,db,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: replacing,
          // Reading the catalogue anew for each file would take more than half of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'replacing', include: replacing } },
    ],
  },
})
