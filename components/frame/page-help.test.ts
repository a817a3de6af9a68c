import { expect, test } from 'vitest'
import { helpLinks, helpOf } from './page-help'
import { innerPages, mainPages, sidePages } from './pages'

test('every page of the navigation has its help, the nearest one', () => {
  for (const { href } of [...mainPages, ...innerPages, ...sidePages]) {
    expect(helpOf(href), href).toBeDefined()
  }
  expect(helpOf('/try/daraja/stk-push')?.title).toBe('Trying an operation')
  expect(helpOf('/sandbox/exchanges/1')?.title).toBe('Exchanges')
  expect(helpOf('/nowhere')).toBeUndefined()
})

test('a help leads to pages of this house', () => {
  for (const href of helpLinks()) expect(href).toMatch(/^\/(guides|reference|sandbox|settings)(\/|\?|$)/)
})
