import { expect, test } from 'vitest'
import { guides } from '@/lib/guides'
import { systems } from '@/lib/systems'
import { readTracked } from './repository'

const readme = readTracked('README.md')

/** The numbers of a row of its table of systems, one a system. */
const row = (title: string): number[] => {
  const [, ...cells] =
    readme
      .split('\n')
      .find((line) => line.startsWith(`| ${title} |`))
      ?.split('|')
      .slice(1, -1) ?? []
  return cells.map((cell) => Number(/\d+/.exec(cell)?.[0]))
}

const said = (pattern: RegExp): number => Number(pattern.exec(readme)?.[1])

const cases = systems.flatMap(({ goLive }) => goLive.cases)

// A new entry needs no edit of the README: it may promise less than there is, by a tenth at most.
test.each([
  ...systems.flatMap(({ title, operations, codes, goLive }, at): [string, number | undefined, number][] => [
    [
      `operations of ${title}`,
      row('Forms, checks, wire view, reference, code samples')[at],
      operations.length,
    ],
    [`codes of ${title}`, row('Codes with cause and cure')[at], codes.length],
    [`cases of ${title}`, row('Go-Live cases')[at], goLive.cases.length],
  ]),
  ['test cases', said(/sheets of (\d+) test cases/), cases.length],
  ['cases that software can play', said(/\((\d+) of them\)/), cases.filter(({ play }) => play).length],
  ['guides', said(/(\d+) guides beside the forms/), guides.length],
] as [what: string, said: number | undefined, found: number][])(
  'the README counts the %s',
  (_, promised, found) => {
    expect(promised).toBeLessThanOrEqual(found)
    expect(promised).toBeGreaterThan(found * 0.9 - 1)
  },
)
