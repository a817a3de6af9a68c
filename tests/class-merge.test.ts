import { extendTailwindMerge } from 'tailwind-merge'
import { expect, test } from 'vitest'
import { mergeClasses } from '@/lib/class-merge'
import { readTracked, trackedFiles } from './repository'

const whole = extendTailwindMerge({
  cacheSize: 0,
  extend: { classGroups: { 'font-size': [{ text: ['xs', 'sm', 'base', 'lg', 'xl', '2xl'] }] } },
})

/** Every word of every string: what is no class is merged with nothing by either. */
const strings = [
  ...new Set(
    trackedFiles()
      .filter((file) => /^(app|components|lib)\/.*\.tsx?$/.test(file) && !/class-merge|\.test\./.test(file))
      .flatMap((file) => [...readTracked(file).matchAll(/(['"`])((?:(?!\1)[^\\\n])*)\1/g)])
      .map(([, , inside = '']) => inside),
  ),
]
const withoutModifiers = (word: string) => word.replace(/^(?:(?:\[[^\]]*\]|[^[\]:])+:)+/, '')
const words = [...new Set(strings.flatMap((string) => string.split(/\s+/)))]

/** Those that set something: said twice, or after everything else, they push something out. */
const classes = [...new Set(words.map(withoutModifiers))].filter(
  (word) => whole(`${word} x ${word}`) === `x ${word}`,
)

test('the classes of this house are merged as the whole table of Tailwind would', () => {
  expect(classes.length).toBeGreaterThan(400)
  expect(strings.filter((string) => mergeClasses(string) !== whole(string))).toEqual([])
})

/** One class of each group: two are of one group when each pushes out the other. */
const kinds: string[] = []
for (const one of classes) {
  if (!kinds.some((kind) => whole(`${kind} ${one}`) === one && whole(`${one} ${kind}`) === kind))
    kinds.push(one)
}

test('each class pushes out what it should, and nothing else', () => {
  expect(kinds.length).toBeGreaterThan(80)
  // The same word twice looks as it does once, whether it is a class or only a word of ours.
  const pairs = classes.flatMap((one) => kinds.filter((kind) => kind !== one).map((kind) => `${one} ${kind}`))
  expect(pairs.filter((pair) => mergeClasses(pair) !== whole(pair))).toEqual([])
})
