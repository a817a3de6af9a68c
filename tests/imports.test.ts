import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTracked, trackedFiles } from './repository'

const sources = trackedFiles().filter(
  (file) => /^(app|components|lib|db)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
)

/** Specifiers of static, side-effect and dynamic imports and of re-exports; own files as paths from the root. */
const importsOf = (file: string): string[] => {
  const text = readTracked(file)
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ]
  return found.map(([, specifier = '']) => {
    if (specifier.startsWith('@/')) return specifier.slice(2)
    if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier)
    return specifier
  })
}

const core = [
  'catalogue',
  'go-live',
  'systems',
  'derive',
  'guides',
  'world',
  'crypto',
  'money',
  'msisdn',
  'reports',
  'wire',
  'codes',
  'xml',
  'workbook',
].map((folder) => `lib/${folder}/`)
const isCore = (file: string) => core.some((folder) => file.startsWith(folder))
const isIn =
  (...folders: string[]) =>
  (specifier: string) =>
    folders.some((folder) => specifier === folder || specifier.startsWith(`${folder}/`))

const offences = (files: string[], isForbidden: (specifier: string) => boolean) =>
  files.flatMap((file) =>
    importsOf(file)
      .filter(isForbidden)
      .map((specifier) => `${file} imports ${specifier}`),
  )

describe('imports point one way', () => {
  test('the reader of imports sees them', () => {
    expect(importsOf('db/client.ts')).toEqual(
      expect.arrayContaining(['server-only', 'better-sqlite3', 'db/schema']),
    )
  })

  test('app reaches into db only through lib', () => {
    expect(
      offences(
        sources.filter((file) => file.startsWith('app/')),
        isIn('db'),
      ),
    ).toEqual([])
  })

  test('components import neither app nor db', () => {
    expect(
      offences(
        sources.filter((file) => file.startsWith('components/')),
        isIn('app', 'db'),
      ),
    ).toEqual([])
  })

  test('lib imports neither app nor components', () => {
    expect(
      offences(
        sources.filter((file) => file.startsWith('lib/')),
        isIn('app', 'components'),
      ),
    ).toEqual([])
  })

  test('db imports nothing of ours', () => {
    expect(
      offences(
        sources.filter((file) => file.startsWith('db/')),
        isIn('app', 'components', 'lib'),
      ),
    ).toEqual([])
  })

  test('primitives know no feature', () => {
    const primitives = sources.filter((file) => file.startsWith('components/ui/'))
    const isFeature = (specifier: string) =>
      specifier.startsWith('components/') && !specifier.startsWith('components/ui/')
    expect(offences(primitives, isFeature)).toEqual([])
  })

  test('only lib/auth imports next-auth', () => {
    expect(
      offences(
        sources.filter((file) => !file.startsWith('lib/auth/')),
        isIn('next-auth'),
      ),
    ).toEqual([])
  })
})

describe('the core turns values into values', () => {
  const coreSources = sources.filter(isCore)

  test('it imports no framework, no database, no network and no file system', () => {
    const isForbidden = (specifier: string) =>
      isIn(
        'next',
        'next-auth',
        'react',
        'react-dom',
        'server-only',
        'drizzle-orm',
        'better-sqlite3',
        'undici',
        'db',
        'lib/workspace',
        'lib/auth',
        'lib/env',
        'lib/http',
      )(specifier) ||
      (specifier.startsWith('node:') && !['node:crypto', 'node:zlib'].includes(specifier))
    expect(offences(coreSources, isForbidden)).toEqual([])
  })

  test.each([
    ['the clock', /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/],
    ['randomness', /\bMath\.random\(/],
    ['timers', /\bset(Timeout|Interval|Immediate)\(/],
    ['the network', /\bfetch\(/],
    ['the environment', /\bprocess\.env\b/],
  ])('it does not read %s', (_, pattern) => {
    const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    // Code samples are text in other languages: they may well call fetch.
    const readers = coreSources.filter(
      (file) => !file.includes('snippet') && pattern.test(withoutComments(readTracked(file))),
    )
    expect(readers).toEqual([])
  })
})

test('process.env is read only by lib/env, and by the start that asks which runtime it is', () => {
  const readers = sources.filter((file) => /\bprocess\.env\b/.test(readTracked(file)))
  expect(readers.filter((file) => !file.startsWith('lib/env/'))).toEqual([])
})

test('what reads the database or the disk stays on the server', () => {
  const reads = /^import (?!type\b)[^'"]*['"](@\/db\/|drizzle-orm|better-sqlite3|undici|node:(fs|net|http))/m
  const missing = sources.filter(
    (file) =>
      /^(lib\/workspace|db\/queries)\//.test(file) &&
      !file.endsWith('/testing.ts') &&
      reads.test(readTracked(file)) &&
      !/^import 'server-only'$/m.test(readTracked(file)),
  )
  expect(missing).toEqual([])
})
