import { describe, expect, test } from 'vitest'
import { readTracked } from './repository'

type Package = {
  version?: string
  resolved?: string
  integrity?: string
  extraneous?: boolean
  optionalDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Package> }
const lock: Lock = JSON.parse(readTracked('package-lock.json'))
const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } =
  JSON.parse(readTracked('package.json'))

const platforms = [
  'darwin-arm64',
  'darwin-x64',
  'linux-arm64-gnu',
  'linux-arm64-musl',
  'linux-x64-gnu',
  'linux-x64-musl',
  'win32-x64-msvc',
]

describe.each(['@next/swc', '@tailwindcss/oxide'])('%s', (family) => {
  test.each(platforms)('has its binary for %s in the lock', (platform) => {
    expect(lock.packages[`node_modules/${family}-${platform}`]).toMatchObject({
      version: expect.any(String),
      integrity: expect.stringMatching(/^sha512-/),
    })
  })
})

test('the lock names the public registry only', () => {
  const elsewhere = Object.entries(lock.packages).filter(
    ([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
  )
  expect(elsewhere.map(([name]) => name)).toEqual([])
})

test('the pins that only work together are kept', () => {
  expect(manifest.dependencies.next).toBe('16.4.5')
  expect(manifest.dependencies['@next/env']).toBe(manifest.dependencies.next)
  expect(manifest.dependencies['better-sqlite3']).toMatch(/^\^12\./)
  expect(manifest.devDependencies.vitest).toMatch(/^4\./)
  expect(manifest.devDependencies.tailwindcss).toBe(manifest.devDependencies['@tailwindcss/postcss'])
})

// npm writes such a lock without a word when a platform's package is missing from the registry; npm ci then refuses it.
test('every optional package that is asked for is in the lock, and nothing else', () => {
  const missing = Object.entries(lock.packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !lock.packages[`${parent}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
  expect(Object.keys(lock.packages).filter((name) => lock.packages[name]?.extraneous)).toEqual([])
})
