import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type Jaribu, startJaribu } from './server'

type Story = {
  /** A server of this story's own, with an empty data folder. */
  jaribu: Jaribu
  /** The owner, signed in by the printed link. */
  owner: Page
  /** Another person with a browser of their own, who is not signed in. */
  visitor: () => Promise<Page>
  /** Fails the story when a browser complained. */
  complaints: { watch(context: BrowserContext): void }
}

type Options = {
  /** Statuses that this story provokes on purpose; browsers log each as an error. */
  provokes: number[]
}

export const test = base.extend<Story & Options>({
  provokes: [[], { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
  jaribu: async ({}, use) => {
    const jaribu = await startJaribu()
    await use(jaribu)
    await jaribu.dispose()
  },

  baseURL: async ({ jaribu }, use) => {
    await use(jaribu.url)
  },

  complaints: async ({ provokes }, use) => {
    const heard: string[] = []
    const isProvoked = (text: string) =>
      provokes.some((status) => text.includes(`the server responded with a status of ${status}`))
    await use({
      watch: (context) => {
        context.on('console', (message) => {
          const isComplaint = message.type() === 'error' || /hydrat|did not match/i.test(message.text())
          if (isComplaint && !isProvoked(message.text())) {
            heard.push(`${message.page()?.url()} ${message.text()}`)
          }
        })
        context.on('weberror', (error) => heard.push(`${error.page()?.url()} ${error.error().message}`))
      },
    })
    expect(heard, 'what browsers complained of').toEqual([])
  },

  context: async ({ context, complaints }, use) => {
    complaints.watch(context)
    await use(context)
  },

  owner: async ({ jaribu, page }, use) => {
    await signInByLink(page, jaribu.ownerLink)
    await use(page)
  },

  visitor: async ({ browser, complaints, contextOptions, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL,
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Africa/Nairobi',
      })
      complaints.watch(context)
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }

/** Opens a one-time link and waits until the workspace is there. */
export const signInByLink = async (page: Page, link: string) => {
  await page.goto(link)
  await expect(page.getByRole('navigation').first()).toBeVisible()
}
