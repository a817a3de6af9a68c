import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTracked, trackedFiles } from './repository'

const sources = trackedFiles().filter(
  (file) => /^(app|components|lib|db)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
)

/** Specifiers of static, side-effect and dynamic imports and of re-exports; own files by the alias from the root. */
const importsOf = (file: string): string[] => {
  const text = readTracked(file)
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ]
  return found.map(([, specifier = '']) => {
    if (!specifier.startsWith('.')) return specifier
    return `@/${path.posix.join(path.posix.dirname(file), specifier)}`
  })
}

type Room = { includes: string[]; forbidden: string[]; message: string }

/** The law is what the linter reads; here it also binds relative imports, which the linter does not resolve. */
const rooms: Room[] = (
  JSON.parse(readTracked('biome.imports.json')) as {
    overrides: {
      includes: string[]
      linter: {
        rules: {
          style: { noRestrictedImports: { options: { patterns: [{ group: string[]; message: string }] } } }
        }
      }
    }[]
  }
).overrides.map(({ includes, linter }) => {
  const [{ group, message }] = linter.rules.style.noRestrictedImports.options.patterns
  return { includes, forbidden: group, message }
})

/** As in a .gitignore: the last pattern that fits decides. */
const fits = (patterns: string[], text: string): boolean => {
  const last = patterns.findLast((pattern) => path.matchesGlob(text, pattern.replace(/^!/, '')))
  return last !== undefined && !last.startsWith('!')
}

const roomOf = (file: string) => rooms.findLast(({ includes }) => fits(includes, file))

const offences = (files: string[]) =>
  files.flatMap((file) => {
    const room = roomOf(file)
    return importsOf(file)
      .filter((specifier) => room && fits(room.forbidden, specifier))
      .map((specifier) => `${file} imports ${specifier}: ${room?.message}`)
  })

describe('imports point one way', () => {
  test('the reader of imports sees them, as the law names them', () => {
    expect(importsOf('db/client.ts')).toEqual(
      expect.arrayContaining(['server-only', 'better-sqlite3', '@/db/schema']),
    )
  })

  test('every source stands in a room with a law of its own', () => {
    const small = ['lib/classes.ts', 'lib/refusal.ts', 'lib/run-ids.ts']
    expect(sources.filter((file) => !roomOf(file) && !small.includes(file))).toEqual([])
  })

  test('no source imports what its room forbids', () => {
    expect(offences(sources)).toEqual([])
  })

  test.each([
    ['app/page.tsx', '@/db/queries/runs'],
    ['components/try/form.tsx', '@/lib/systems'],
    ['components/ui/button.tsx', '@/components/try/form'],
    ['lib/workspace/runs/send.ts', '@/components/ui/button'],
    ['lib/workspace/runs/send.ts', 'next-auth/jwt'],
    ['lib/workspace/runs/send.ts', '@/lib/api/runs'],
    ['lib/workspace/runs/send.ts', '@/lib/auth/session'],
    ['lib/workspace/runs/send.ts', '@/lib/door/serve'],
    ['lib/go-live/judge.ts', '@/lib/workspace/deps'],
    ['lib/systems/daraja/plan.ts', 'node:fs'],
    ['lib/systems/daraja/plan.ts', '@/lib/go-live/judge'],
    ['lib/world/clock.ts', '@/lib/systems/types'],
    ['lib/derive/body.ts', 'react'],
    ['lib/wire/json.ts', '@/lib/derive/body'],
    ['lib/catalogue/daraja/stk.ts', '@/lib/wire/json'],
    ['db/queries/runs.ts', '@/lib/refusal'],
  ])('%s may not import %s', (file, specifier) => {
    expect(fits(roomOf(file)?.forbidden ?? [], specifier)).toBe(true)
  })
})

describe('the core turns values into values', () => {
  const isCore = (file: string) => fits(roomOf(file)?.forbidden ?? [], 'better-sqlite3')
  const coreSources = sources.filter(isCore)

  test('it is what the law keeps from the database', () => {
    const folders = new Set(coreSources.map((file) => file.split('/').slice(0, 2).join('/')))
    expect([...folders]).toEqual(expect.arrayContaining(['lib/systems', 'lib/catalogue', 'lib/wire']))
    expect([...folders].filter((folder) => !folder.startsWith('lib/'))).toEqual([])
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

test('process.env is read only by lib/env, the command line, and the start that asks which runtime it is', () => {
  const readers = sources.filter((file) => /\bprocess\.env\b/.test(readTracked(file)))
  expect(readers.filter((file) => !file.startsWith('lib/env/'))).toEqual(['lib/cli/main.ts'])
})

test('what reads the database or the disk stays on the server', () => {
  const reads = /^import (?!type\b)[^'"]*['"](@\/db\/|drizzle-orm|better-sqlite3|undici|node:(fs|net|http))/m
  const missing = sources.filter(
    (file) =>
      /^(lib\/workspace|db\/queries)\//.test(file) &&
      reads.test(readTracked(file)) &&
      !/^import 'server-only'$/m.test(readTracked(file)),
  )
  expect(missing).toEqual([])
})
