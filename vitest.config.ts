import { defineConfig } from 'vitest/config'

const root = new URL('.', import.meta.url).pathname

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    include: ['{app,components,lib,db,scripts,tests}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // A busy machine is no failure: nothing here waits for real time.
    testTimeout: 60_000,
  },
})
