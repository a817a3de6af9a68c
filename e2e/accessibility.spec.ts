import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Jaribu, stkPush } from './server'
import { expect, test } from './story'

/** A workspace that has something on every page: a paid, a failed and a pending run, and a strange callback. */
const fill = async (jaribu: Jaribu) => {
  const push = (phone: string) => jaribu.api('POST', '/runs', stkPush(phone, 5))
  const paid = await push('254708374149')
  const failed = await push('254700001032')
  await jaribu.api('GET', `/runs/${paid.data.id}?wait=30`)
  await jaribu.api('GET', `/runs/${failed.data.id}?wait=30`)
  await fetch(`${jaribu.url}/hook/local/strange`, { method: 'PUT', body: Buffer.from([0, 255, 1]) })
  const { data } = await jaribu.api('GET', '/callbacks?inbox=local')
  await fetch(`${jaribu.url}/emulator/daraja/mpesa/stkpush/v3/processrequest`, { method: 'POST', body: '{}' })
  const seen = await jaribu.api('GET', '/sandbox/exchanges?after=0&wait=20&origin=software')
  const portal = '/sandbox/openapi'
  const application = (await jaribu.api('GET', `${portal}/applications`)).data.applications[0].id
  const organisation = (await jaribu.api('GET', `${portal}/organisations`)).data.organisations[0].id
  const side = `${portal}/organisations/${organisation}`
  const invited = await jaribu.api('POST', `${side}/invitations`, { side: 'developer', label: 'Asha' })
  await jaribu.api('POST', `${portal}/applications/${application}/review`, { decision: 'send' })
  const sheet = await jaribu.api('POST', '/go-live/sheets', {
    name: 'Duka Bora',
    environment: 'local',
    apis: ['stk-push', 'b2c'],
  })
  return {
    sheet: `/go-live/${sheet.data.id}`,
    joinLink: invited.data.url,
    portal: [portal, `${portal}/organisations`, side, `${portal}/review/${application}`],
    paid: paid.data.id,
    failed: failed.data.id,
    callback: data.callbacks[0].id,
    exchange: seen.data.exchanges[0].id,
  }
}

const look = async (page: Page, path: string, heading = true) => {
  await page.goto(path)
  if (heading) await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  // Until React has taken a page over, what is scrolled by keyboard cannot be reached yet.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button, a')].every((each) =>
      Object.keys(each).some((key) => key.startsWith('__react')),
    ),
  )
  // Parts that are fetched once a page is alive move what stands beside them; a page is judged as it rests.
  await page.waitForLoadState('networkidle')
  const axe = () => {
    const builder = new AxeBuilder({ page })
    // The navigation is the same on every page: the home page answers for it.
    return path === '/' ? builder : builder.exclude('nav[aria-label="Main"]')
  }
  const light = await axe().withTags(rules).analyze()
  // Only colours depend on the theme: they are judged again in the other one, on the same page.
  await page.evaluate(async () => {
    document.documentElement.dataset.theme = 'dark'
    // A colour that is inherited may begin to change only after its parent's has.
    for (;;) {
      const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition)
      if (transitions.length === 0) return
      await Promise.allSettled(transitions.map(({ finished }) => finished))
    }
  })
  const dark = await axe().withRules(['color-contrast']).analyze()
  const found = [
    ...light.violations,
    ...dark.violations.map((each) => ({ ...each, id: `${each.id}, dark` })),
  ].flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) =>
      [`${path}: ${id} ${target}`, ...any.map(({ message }) => message)].join(' '),
    ),
  )
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [...found, ...(overflow > 0 ? [`${path}: ${overflow} px wider than the window`] : [])]
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`every page is accessible and fits in both themes at ${width} px`, async ({
    owner,
    visitor,
    jaribu,
  }) => {
    test.setTimeout(480_000)
    await owner.setViewportSize({ width, height })
    await owner
      .context()
      .addCookies([{ name: 'jaribu-theme', value: 'light', url: jaribu.url, sameSite: 'Lax' }])
    const { sheet, paid, failed, callback, exchange, portal, joinLink } = await fill(jaribu)
    const pages = [
      '/',
      '/try/daraja/stk-push',
      `/try/daraja/stk-push?run=${paid}`,
      '/try/daraja/stk-push?tab=body',
      '/try/daraja/stk-push?tab=code',
      '/try/mozambique/c2b-payment?tab=wire',
      '/try/daraja/billmanager-bulk-invoice',
      '/try/daraja/c2b-register-v1',
      '/inbox',
      `/inbox/${callback}`,
      '/history',
      `/history/${paid}`,
      `/history/compare?a=${paid}&b=${failed}`,
      '/go-live',
      ...['', '?case=daraja-stk-push-request-r07', '?tab=checklist', '?tab=export', '/print'].map(
        (part) => `${sheet}${part}`,
      ),
      `/history?code=1032&outcome=unsuccessful&from=${Date.now() - 86_400_000}`,
      '/reports',
      '/reports?period=30d&compare=previous',
      '/sandbox',
      '/sandbox/exchanges',
      `/sandbox/exchanges?c=${exchange}`,
      `/sandbox/exchanges/${exchange}`,
      '/sandbox/mozambique',
      ...portal,
      '/sandbox/phones/254708374149',
      '/environments',
      '/environments/local',
      '/environments/local?part=tls',
      ...[
        'credential',
        'password',
        'bearer',
        'hashed-password',
        'base64',
        'certificate',
        'timestamp',
        'phone',
        'callback-url',
      ].map((tool) => `/tools?tool=${tool}`),
      '/reference',
      '/reference/terms',
      '/reference/daraja/stk-push',
      '/reference/codes?q=1032',
      '/reference/codes/daraja/stk-1032',
      '/reference/limits',
      '/reference/on-purpose?system=mozambique',
      '/reference/inconsistencies?system=g2',
      '/guides',
      '/guides?q=passkey',
      '/guides/stk-push',
      `/guides/callback-never-came?run=${paid}&way=fine.problem.problem`,
      ...['account', 'members', 'tokens', 'workspace', 'audit', 'about'].map((tab) => `/settings/${tab}`),
    ]
    const found: string[] = []
    for (const path of pages) found.push(...(await look(owner, path)))
    const stranger = await visitor()
    await stranger.setViewportSize({ width, height })
    await stranger
      .context()
      .addCookies([{ name: 'jaribu-theme', value: 'light', url: jaribu.url, sameSite: 'Lax' }])
    found.push(...(await look(stranger, `${jaribu.url}/sign-in`)))
    found.push(...(await look(stranger, joinLink)))
    found.push(...(await look(stranger, jaribu.ownerLink)))
    expect(found).toEqual([])
  })
}
