import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, type Request } from '@playwright/test'
import { layoutFaults, widths } from './layout'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What a page still fetches, and since when; the stream of live events never ends. */
type Fetches = ReadonlyMap<Request, number>

export const fetchesOf = (page: Page): Fetches => {
  const open = new Map<Request, number>()
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') open.set(request, performance.now())
  })
  const close = (request: Request) => open.delete(request)
  page.on('requestfinished', close)
  page.on('requestfailed', close)
  return open
}

/** Of a request that a page took back the browser may never say that it ended. */
const longest = 4000

const rests = (fetches: Fetches) =>
  [...fetches.values()].every((began) => performance.now() - began > longest)

/** A page is judged as it rests: React has taken it over, and what it fetches once it is alive is drawn. */
const settle = async (page: Page, fetches: Fetches, frames = 6) => {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button, a')].every((each) =>
      Object.keys(each).some((key) => key.startsWith('__react')),
    ),
  )
  for (let turn = 0; turn < 100; turn += 1) {
    const isStill = await page.evaluate(async (frames) => {
      let changed = false
      const watch = new MutationObserver(() => {
        changed = true
      })
      watch.observe(document.body, { childList: true, subtree: true })
      for (let frame = 0; frame < frames; frame += 1) await new Promise(requestAnimationFrame)
      watch.disconnect()
      return !changed
    }, frames)
    if (isStill && rests(fetches)) return
  }
  throw new Error(`${page.url()} does not come to rest: ${[...fetches.keys()].map((each) => each.url())}`)
}

/** Only colours depend on the theme. */
const turnDark = (page: Page) =>
  page.evaluate(async () => {
    document.documentElement.dataset.theme = 'dark'
    // A colour that is inherited may begin to change only after its parent's has.
    for (;;) {
      const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition)
      if (transitions.length === 0) return
      await Promise.allSettled(transitions.map(({ finished }) => finished))
    }
  })

export type Look = { page: Page; fetches: Fetches }

/** One page, loaded once: every rule at its full width, colours in the dark, then each width down to a small phone. */
export const look = async ({ page, fetches }: Look, path: string) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await settle(page, fetches)
  const axe = async (where: string, narrow: (builder: AxeBuilder) => AxeBuilder) => {
    const builder = new AxeBuilder({ page })
      // One frame, whose faults alone are told: nothing is opened beside it, and no name is made for what passes.
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
    // The navigation is the same on every page: the home page answers for it.
    const { violations } = await narrow(
      path === '/' ? builder : builder.exclude('nav[aria-label="Main"]'),
    ).analyze()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) =>
        [`${path}, ${where}: ${id} ${target}`, ...any.map(({ message }) => message)].join(' '),
      ),
    )
  }
  const layout = async (where: string) =>
    (await layoutFaults(page)).map((fault) => `${path}, ${where}: ${fault}`)
  const found = await axe('light', (builder) => builder.withTags(rules))
  found.push(...(await layout('light')))
  await turnDark(page)
  found.push(...(await axe('dark', (builder) => builder.withRules(['color-contrast']))))
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 640 ? 844 : 900 })
    await settle(page, fetches, 2)
    found.push(...(await layout(`${width} px`)))
    // Colours were judged above: what the width changes is what can be seen, named and hit.
    if (width === 390) {
      found.push(
        ...(await axe('390 px', (builder) => builder.withTags(rules).disableRules(['color-contrast']))),
      )
    }
  }
  return found
}
