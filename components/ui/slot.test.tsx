import { isValidElement } from 'react'
import { describe, expect, test } from 'vitest'
import { Slot } from './slot'

const drawn = (element: ReturnType<typeof Slot>) => {
  if (!isValidElement<Record<string, unknown>>(element)) throw new Error('Nothing was drawn.')
  return element.props
}

describe('a slot', () => {
  test('gives its attributes to its child, whose own win', () => {
    const child = (
      <a href="/inbox" title="own" className="p-4">
        Inbox
      </a>
    )
    expect(
      drawn(Slot({ title: 'given', 'aria-expanded': true, className: 'p-2 font-mono', children: child })),
    ).toEqual({
      href: '/inbox',
      title: 'own',
      'aria-expanded': true,
      className: 'font-mono p-4',
      children: 'Inbox',
    })
  })

  test('runs both handlers of one event, the child first', () => {
    const said: string[] = []
    const child = <button type="button" onClick={() => said.push('own')} />
    const { onClick } = drawn(Slot({ onClick: () => said.push('given'), children: child }))
    if (typeof onClick === 'function') onClick()
    expect(said).toEqual(['own', 'given'])
  })

  test('draws nothing without a child', () => {
    expect(Slot({ children: 'only words' })).toBeNull()
  })
})
