import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { anyText, oneOf } from './address'
import { changeAddress } from './use-address'

const names = { q: anyText, state: oneOf(['open', 'done']) }

describe('the address', () => {
  let visited: string[]
  const here = () => visited.at(-1)
  beforeEach(() => {
    visited = ['/inbox?c=7#row']
    const go = (url: string) => new URL(url, 'http://localhost')
    vi.stubGlobal('window', {
      get location() {
        return go(here() ?? '')
      },
      history: {
        pushState: (_: unknown, __: string, url: string) => visited.push(url),
        replaceState: (_: unknown, __: string, url: string) => visited.splice(-1, 1, url),
      },
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  test('holds both of two changes that come before anything is drawn', () => {
    changeAddress(names, { q: 'pay' }, 'replace')
    changeAddress(names, { state: 'open' }, 'replace')
    expect(visited).toEqual(['/inbox?c=7&q=pay&state=open#row'])
  })

  test('can be gone back from where a change was pushed', () => {
    changeAddress(names, { state: 'open' }, 'push')
    changeAddress(names, { state: 'done' }, 'push')
    expect(visited).toEqual(['/inbox?c=7#row', '/inbox?c=7&state=open', '/inbox?c=7&state=done'])
  })

  test('is not visited again by a change that changes nothing', () => {
    changeAddress(names, { q: '' }, 'push')
    expect(visited).toHaveLength(1)
  })
})
