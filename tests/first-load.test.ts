import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTracked, trackedFiles } from './repository'

describe('what a page loads at once', () => {
  const sources = trackedFiles().filter((file) => /^(app|components|lib|db)\/.*\.tsx?$/.test(file))
  const known = new Set(sources)

  const resolve = (from: string, specifier: string): string => {
    if (!/^(\.|@\/)/.test(specifier)) return specifier
    const base = specifier.startsWith('@/')
      ? specifier.slice(2)
      : path.posix.join(path.posix.dirname(from), specifier)
    const found = ['.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => base + end)
    return found.find((file) => known.has(file)) ?? base
  }

  /** Static imports of values. Types are gone when it runs, and import() waits until it is wanted. */
  const importsOf = (file: string): string[] => {
    const text = readTracked(file)
    const named = [...text.matchAll(/^(?:import|export)\s+(?!type\b)([^'";]*?)\s*from\s+'([^']+)'/gm)]
      .filter(([, names = '']) => {
        const inner = /^\{([\s\S]*)\}$/.exec(names)?.[1]
        const parts = inner
          ?.split(',')
          .map((part) => part.trim())
          .filter(Boolean)
        return !parts?.length || parts.some((part) => !part.startsWith('type '))
      })
      .map(([, , specifier = '']) => specifier)
    const bare = [...text.matchAll(/^import\s+'([^']+)'/gm)].map(([, specifier = '']) => specifier)
    return [...named, ...bare].map((specifier) => resolve(file, specifier))
  }

  const isServerOnly = (file: string) => /^'use server'$/m.test(readTracked(file))
  const isClient = (file: string) => /^'use client'$/m.test(readTracked(file))

  /** From each thing that is reached, the way there. */
  const waysFrom = (starts: string[]): Map<string, string[]> => {
    const ways = new Map(starts.map((start) => [start, [start]]))
    const queue = [...starts]
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const way = ways.get(file) ?? []
      // The browser holds only a reference to what runs on the server.
      if (!known.has(file) || isServerOnly(file)) continue
      for (const next of importsOf(file)) {
        if (ways.has(next)) continue
        ways.set(next, [...way, next])
        queue.push(next)
      }
    }
    return ways
  }

  const ways = waysFrom(sources.filter(isClient))
  const chainsTo = (pattern: RegExp) =>
    [...ways].filter(([file]) => pattern.test(file)).map(([, way]) => way.join(' -> '))

  test('the walk follows values and neither types nor what is fetched later', () => {
    expect(ways.has('lib/api/client.ts')).toBe(true)
    expect(importsOf('components/forms/rules.ts')).not.toContain('zod')
    expect(importsOf('components/forms/use-form.ts')).toContain('components/forms/rules.ts')
  })

  test.each([
    ['zod', /^zod(\/|$)|^@hookform\/resolvers/],
    ['the query library', /^@tanstack\//],
    ['the systems', /^lib\/systems\//],
    ['a catalogue', /^lib\/catalogue\/(index\.ts|[^/]+\/)/],
  ])('%s stays out of it', (_, pattern) => {
    expect(chainsTo(pattern)).toEqual([])
  })

  test('the form library stays with the fields of a request', () => {
    const elsewhere = waysFrom(
      sources.filter((file) => isClient(file) && !file.startsWith('components/try/')),
    )
    expect(elsewhere.get('react-hook-form')).toBeUndefined()
    expect(ways.get('react-hook-form')).toBeDefined()
  })
})
