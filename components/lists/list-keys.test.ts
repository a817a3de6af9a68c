import { describe, expect, test } from 'vitest'
import { type ListKey, listKeyOf, stepFrom } from './list-keys'

const press = (key: string, change: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  ...change,
})
const onPage = { isTyping: false, isInSearch: false, isOnPage: true, isDialogOpen: false }
const onLink = { ...onPage, isOnPage: false }
const inField = { ...onLink, isTyping: true }
const inSearch = { ...inField, isInSearch: true }

describe('a key on a list', () => {
  test.each<[string, ReturnType<typeof press>, typeof onPage, ListKey | undefined]>([
    ['j moves down', press('j'), onPage, 'next'],
    ['k moves up, also from a row', press('k'), onLink, 'previous'],
    ['/ goes to the search', press('/'), onPage, 'search'],
    ['Enter opens what is chosen', press('Enter'), onPage, 'open'],
    ['Enter on a link is the link’s', press('Enter'), onLink, undefined],
    ['Esc closes what is open', press('Escape'), onLink, 'close'],
    ['Esc in the search leaves it', press('Escape'), inSearch, 'leave-search'],
    ['Esc in another field is the field’s', press('Escape'), inField, undefined],
    ['a letter in a field is text', press('j'), inField, undefined],
    ['a letter in the search is text', press('k'), inSearch, undefined],
    ['a browser’s own shortcut stays its own', press('k', { ctrlKey: true }), onPage, undefined],
    ['what somebody else has taken stays theirs', press('j', { defaultPrevented: true }), onPage, undefined],
    ['below a dialog nothing moves', press('j'), { ...onPage, isDialogOpen: true }, undefined],
    ['Esc belongs to an open dialog', press('Escape'), { ...inSearch, isDialogOpen: true }, undefined],
    ['other keys mean nothing', press('x'), onPage, undefined],
  ])('%s', (_, pressed, place, expected) => expect(listKeyOf(pressed, place)).toBe(expected))
})

test.each([
  [3, -1, 1, 0],
  [3, -1, -1, 0],
  [3, 0, 1, 1],
  [3, 2, 1, 2],
  [3, 0, -1, 0],
  [0, -1, 1, 0],
] as const)('of %i rows, from %i by %i: %i', (count, at, step, expected) =>
  expect(stepFrom(count, at, step)).toBe(expected),
)
