import { describe, expect, test } from 'vitest'
import { compareRows, leavesOf } from './compare'

describe('the leaves of a body', () => {
  test('carry their path', () => {
    expect(leavesOf({ Body: { list: [{ x: 1 }, 'two'], none: null } })).toEqual([
      ['Body.list[0].x', '1'],
      ['Body.list[1]', 'two'],
      ['Body.none', 'null'],
    ])
  })

  test('of name and value pairs go by name, whatever their order', () => {
    const a = leavesOf({
      Item: [
        { Name: 'Amount', Value: 1 },
        { Name: 'Receipt', Value: 'X' },
      ],
    })
    const b = leavesOf({
      Item: [
        { Name: 'Receipt', Value: 'X' },
        { Name: 'Amount', Value: 1 },
      ],
    })
    expect(compareRows(a, b).every((row) => row.difference === 'same')).toBe(true)
  })

  test('keep what is empty visible', () => {
    expect(leavesOf({ a: [], b: {}, c: '' })).toEqual([
      ['a', '[]'],
      ['b', '{}'],
      ['c', ''],
    ])
  })
})

test('rows of two runs are told apart by word', () => {
  expect(
    compareRows(
      [
        ['same', '1'],
        ['changed', '1'],
        ['gone', '1'],
      ],
      [
        ['same', '1'],
        ['changed', '2'],
        ['new', '1'],
      ],
    ).map((row) => [row.name, row.difference]),
  ).toEqual([
    ['same', 'same'],
    ['changed', 'changed'],
    ['gone', 'only-a'],
    ['new', 'only-b'],
  ])
})
