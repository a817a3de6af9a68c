import { describe, expect, test } from 'vitest'
import { trees } from '@/lib/guides'
import { readWay, stopsOf, writeWay } from './way'

const [tree] = trees
if (!tree) throw new Error('There is a tree.')
const idsOf = (way: string) => stopsOf(tree, readWay(way)).map(({ id }) => id)

describe('the way through a tree', () => {
  test('begins at its start and follows what was answered', () => {
    expect(idsOf('')).toEqual(['answered'])
    expect(idsOf('fine.problem.fine.fine.fine.problem.0')).toEqual([
      'answered',
      'outcome',
      'url',
      'age',
      'public',
      'heard',
      'ask',
      'lost',
    ])
  })

  test('survives the address', () => {
    const way = readWay('fine.problem.2')
    expect(readWay(writeWay(way))).toEqual(way)
  })

  test.each(['0', 'fine.9', 'nonsense', '....', 'problem.fine'])(
    'ends where an answer does not fit: %s',
    (way) => {
      expect(stopsOf(tree, readWay(way)).at(-1)?.choice).toBeNull()
    },
  )
})
