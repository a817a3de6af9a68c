import { type Jaribu, stkPush } from './server'

type Served = Pick<Jaribu, 'url' | 'api' | 'ownerLink'>

/** A workspace that has something on every page: a paid, a failed and a pending run, and a strange callback. */
const fill = async (jaribu: Served) => {
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

/** Every page, with something on it. */
export const pagesOf = async (jaribu: Served) => {
  const { sheet, paid, failed, callback, exchange, portal, joinLink } = await fill(jaribu)
  return [
    '/',
    '/try/daraja/stk-push',
    `/try/daraja/stk-push?run=${paid}`,
    '/try/daraja/stk-push?tab=body',
    '/try/daraja/stk-push?tab=code',
    '/try/mozambique/c2b-payment?tab=wire',
    '/try/daraja/billmanager-bulk-invoice',
    '/try/daraja/c2b-register-v1',
    '/inbox',
    '/inbox/answers/local',
    '/inbox/forwarding/local',
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
    ...['account', 'members', 'inboxes', 'reach', 'tokens', 'workspace', 'audit', 'about'].map(
      (tab) => `/settings/${tab}`,
    ),
    `/settings/inboxes/${(await jaribu.api('GET', '/inboxes')).data.inboxes[0].id}`,
  ]
    .map((path) => ({ path, isStrange: false }))
    .concat(['/sign-in', joinLink, jaribu.ownerLink].map((path) => ({ path, isStrange: true })))
}
