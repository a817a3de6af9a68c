import { describe, expect, test } from 'vitest'
import { newestExchangeId } from '@/db/queries/exchange-lists'
import { insertJob } from '@/db/queries/go-live'
import { putSession } from '@/db/queries/go-live-sessions'
import { insertPortalMember } from '@/db/queries/portal'
import { insertRelay } from '@/db/queries/relays'
import { writeWorkbook } from '@/lib/workbook/write'
import { addRule } from '@/lib/workspace/answers/change-rules'
import { ruleInput } from '@/lib/workspace/answers/rules'
import { listCallbacks } from '@/lib/workspace/callbacks/list-callbacks'
import { recordCallback } from '@/lib/workspace/callbacks/record-callback'
import { createEnvironment } from '@/lib/workspace/environments/create-environment'
import { recordExchange } from '@/lib/workspace/exchanges/record-exchange'
import { flushBehind } from '@/lib/workspace/exchanges/write-behind'
import { targetInput } from '@/lib/workspace/forward/fields'
import { addTarget } from '@/lib/workspace/forward/targets'
import { createSheet } from '@/lib/workspace/go-live/change-sheet'
import { uploadTemplate } from '@/lib/workspace/go-live/template'
import { createInbox } from '@/lib/workspace/inboxes/create-inbox'
import { createApiToken } from '@/lib/workspace/people/api-tokens'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { createApplication } from '@/lib/workspace/portal/applications'
import { inviteToOrganisation } from '@/lib/workspace/portal/invitations'
import { createPortalOrganisation } from '@/lib/workspace/portal/organisations'
import { tokenContext } from '@/lib/workspace/relays/remote-of'
import { replayInput, replayManyInput } from '@/lib/workspace/replay/fields'
import { replayCallback } from '@/lib/workspace/replay/replay-callback'
import { replayMany } from '@/lib/workspace/replay/replay-many'
import { sendRun } from '@/lib/workspace/runs/send-run'
import { roles } from '@/lib/workspace/views'
import { emulateWire } from '@/lib/workspace/world/emulate'
import { listOwed } from '@/lib/workspace/world/owed'
import { answerPrompt, listOpenPrompts } from '@/lib/workspace/world/phones'
import { changeSandboxSettings } from '@/lib/workspace/world/settings'
import { type ApiStage, apiStage, misanswered, type Sent } from '@/tests/api'
import { answered } from '@/tests/deps'
import { describeApi } from './document'
import { isBytes, pathOf } from './endpoint'
import { type Api, areas, endpoints } from './endpoints'

const phone = '254700000000'

const push = {
  operation: 'daraja.stk-push',
  environment: 'local',
  values: {
    BusinessShortCode: '174379',
    TransactionType: 'CustomerPayBillOnline',
    Amount: '1',
    PartyA: phone,
    PartyB: '174379',
    PhoneNumber: phone,
    AccountReference: 'INV-1',
    TransactionDesc: 'Test',
  },
}

const aRun = async ({ deps }: ApiStage) => ({ id: (await sendRun(deps, deps.actor(), push)).id })

const aCallback = async ({ deps }: ApiStage) => {
  await recordCallback(deps, 'local', {
    method: 'POST',
    path: '/hook/local/x',
    query: 'a=1',
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(
      `{"Body":{"stkCallback":{"MerchantRequestID":"1","CheckoutRequestID":"ws_CO_1","ResultCode":1032,"ResultDesc":"Request Cancelled by user.","Phone":"${phone}"}}}`,
    ),
    remoteAddress: '127.0.0.1',
  })
  return { id: String(listCallbacks(deps, deps.actor()).callbacks[0]?.id) }
}

const other = 'https://other.example.com'

/** The other Jaribu: a member's token, and nothing in its inbox. */
const withOther = ({ deps }: ApiStage): object => {
  const { send } = deps.http
  deps.http.send = (request) =>
    request.url.startsWith(other)
      ? Promise.resolve(answered(200, { role: 'member', callbacks: [], cursor: 0 }))
      : send(request)
  return {}
}

const aRelay = ({ deps }: ApiStage) => {
  const id = 'relay-1'
  insertRelay(deps.db, {
    id,
    workspaceId: deps.workspaceId,
    inboxId: 'inbox-1',
    remoteUrl: other,
    remoteInbox: 'shop',
    token: deps.vault.seal('jaribu_0123456789abcdef', tokenContext(id)),
    cursor: 0,
    pausedAt: deps.clock(),
    createdAt: deps.clock(),
  })
  return { id }
}

const anInbox = ({ deps }: ApiStage) => ({ name: createInbox(deps, deps.actor(), { name: 'Shop' }).name })

const aSheet = ({ deps }: ApiStage) => {
  const { id } = createSheet(deps, deps.actor(), { name: 'Shop', environment: 'local', apis: ['b2c'] })
  return { id }
}

const partners = () =>
  writeWorkbook([
    {
      name: 'Our tests',
      widths: [],
      rows: [
        ['#', 'Expected', 'Result', 'Scenario'],
        [1, 'Receiver gets the money', null, 'Promotion payment to a valid customer'],
      ],
    },
  ])

const aTemplate = async (stage: ApiStage) => {
  const path = aSheet(stage)
  const { deps } = stage
  await uploadTemplate(deps, deps.actor(), path.id, { name: 'acme.xlsx', bytes: await partners() })
  return path
}

const aJob = (stage: ApiStage) => {
  const { id } = aSheet(stage)
  insertJob(stage.deps.db, {
    id: 'job-1',
    sheetId: id,
    state: 'paused',
    caseIds: ['daraja-b2c-r09'],
    done: 0,
    failed: 0,
    currentCase: null,
    startedBy: 'Wanjiru',
    startedAt: stage.deps.clock(),
    endedAt: null,
  })
  return { id, jobId: 'job-1' }
}

const aSession = (stage: ApiStage) => {
  const { id } = aSheet(stage)
  putSession(stage.deps.db, {
    sheetId: id,
    state: 'waiting',
    caseId: 'daraja-b2c-r09',
    goesOn: true,
    waitingSince: stage.deps.clock(),
    runId: null,
    proven: [],
    startedBy: 'Wanjiru',
    startedAt: stage.deps.clock(),
    endsAt: stage.deps.clock() + 60_000,
  })
  return { id }
}

const anApplication = ({ deps }: ApiStage) => ({ id: createApplication(deps, deps.actor(), {}).id })

const newOrganisation = { name: 'Duka', shortcode: '000111', market: 'tanzania' }

/** With the member of the stage on a side of it, so that they meet no refusal but that of their role. */
const anOrganisation = ({ deps }: ApiStage, side: 'organisation' | 'developer' = 'organisation') => {
  const { id } = createPortalOrganisation(deps, deps.actor(), newOrganisation)
  insertPortalMember(deps.db, {
    organisationId: id,
    memberId: 'member-member',
    side,
    joinedAt: deps.clock(),
  })
  return { id }
}

const anInvitation = (stage: ApiStage) => {
  const { deps } = stage
  const { id } = anOrganisation(stage)
  const { invitation } = inviteToOrganisation(deps, deps.actor(), id, { side: 'developer', label: '' })
  return { id, invitationId: invitation.id }
}

const rule = {
  name: 'Unknown accounts',
  conditions: { reference: 'TEST-*' },
  action: { do: 'reject', code: 'C2B00012' },
}

const aRule = ({ deps }: ApiStage) => ({
  name: 'local',
  id: addRule(deps, deps.actor(), 'local', ruleInput.parse(rule)).id,
})

const target = { name: 'Shop', url: 'https://shop.example/mpesa', conditions: { kind: 'stk-result' } }

const aTarget = ({ deps }: ApiStage) => ({
  name: 'local',
  id: addTarget(deps, deps.actor(), 'local', targetInput.parse(target)).id,
})

const aReplayed = async (stage: ApiStage) => {
  const { deps } = stage
  const { id } = await aCallback(stage)
  await replayCallback(deps, deps.actor(), Number(id), replayInput.parse({ url: target.url }))
  return { id }
}

const aReplay = async (stage: ApiStage) => {
  const { deps } = stage
  await aCallback(stage)
  const input = replayManyInput.parse({ url: target.url, filter: {} })
  return { id: replayMany(deps, deps.actor(), input).id }
}

const anOwed = async (stage: ApiStage) => {
  const { deps } = stage
  changeSandboxSettings(deps, deps.actor(), { holdCallbacks: true })
  await aRun(stage)
  const [prompt] = listOpenPrompts(deps, deps.actor())
  answerPrompt(deps, deps.actor(), {
    msisdn: phone,
    promptId: prompt?.id ?? '',
    answer: { answer: 'cancel' },
  })
  return { id: listOwed(deps, deps.actor()).callbacks[0]?.id ?? '' }
}

const payment = { msisdn: phone, shortcode: '600000', reference: 'INV-1', amount: '10.50', pin: '1234' }

const environment = { path: { idOrSlug: 'local' } }

/** A call without a token, refused. */
const anExchange = ({ deps }: ApiStage): string => {
  const message = {
    method: 'POST',
    path: '/mpesa/stkpush/v1/processrequest',
    query: '',
    headers: [['User-Agent', 'duka/1.0']] satisfies [string, string][],
    body: Buffer.from('{"PhoneNumber":"0712345678"}'),
    remoteAddress: '127.0.0.1',
  }
  const emulated = emulateWire(deps, 'daraja', message)
  recordExchange(deps, { startedAt: 0, system: 'daraja', message, emulated })
  flushBehind(deps)
  return newestExchangeId(deps.db, deps.workspaceId) ?? ''
}

/** One good call of every endpoint. A route that goes away leaves its example without an answer. */
const examples: { [R in keyof Api]: (stage: ApiStage) => Sent | Promise<Sent> } = {
  'GET /runs': async (stage) => {
    await aRun(stage)
    return { query: { limit: '5', verdict: '', from: '0' } }
  },
  'POST /runs': () => ({ body: push }),
  'GET /runs/export': async (stage) => {
    await aRun(stage)
    return { query: { format: 'har' } }
  },
  'GET /runs/{id}': async (stage) => ({ path: await aRun(stage), query: { wait: '0' } }),
  'DELETE /runs/{id}': async (stage) => ({ path: await aRun(stage) }),
  'GET /runs/{id}/cases': async (stage) => {
    const path = await aRun(stage)
    aSheet(stage)
    return { path }
  },
  'GET /runs/{id}/export': async (stage) => ({ path: await aRun(stage) }),
  'POST /plan': () => ({ body: push }),
  'POST /snippet': () => ({ body: { ...push, language: 'curl' } }),
  'GET /callbacks': async (stage) => {
    await aCallback(stage)
    return { query: { inbox: 'local', after: '0' } }
  },
  'GET /callbacks/kinds': () => ({}),
  'GET /callbacks/{id}': async (stage) => ({ path: await aCallback(stage) }),
  'GET /callbacks/{id}/body': async (stage) => ({ path: await aCallback(stage) }),
  'GET /relays': (stage) => {
    aRelay(stage)
    return {}
  },
  'POST /relays': (stage) => ({
    ...withOther(stage),
    body: { inbox: 'local', remoteUrl: other, remoteInbox: 'shop', token: 'jaribu_0123456789abcdef' },
  }),
  'PATCH /relays/{id}': (stage) => ({ path: aRelay(stage), body: { paused: true } }),
  'DELETE /relays/{id}': (stage) => ({ path: aRelay(stage) }),
  'GET /inboxes': async (stage) => {
    await aCallback(stage)
    return {}
  },
  'POST /inboxes': () => ({ body: { name: 'Shop', secret: 'generate', sources: ['daraja', '10.0.0.0/8'] } }),
  'DELETE /inboxes/{name}': (stage) => ({ path: anInbox(stage) }),
  'POST /inboxes/{name}/check': () => ({
    path: { name: 'local' },
    body: { publicUrl: 'https://hooks.example.com' },
  }),
  'DELETE /inboxes/{name}/refused': () => ({ path: { name: 'local' } }),
  'GET /inboxes/{name}': () => ({ path: { name: 'local' } }),
  'PATCH /inboxes/{name}': () => ({ path: { name: 'local' }, body: { validation: 'C2B00012' } }),
  'POST /callback-tests': () => ({ body: { url: 'https://shop.example/mpesa', kind: 'daraja.stk-result' } }),
  'POST /receiver-probes': () => ({ body: { url: 'https://shop.example/mpesa', kind: 'daraja.stk-result' } }),
  'GET /callbacks/{id}/attempts': async (stage) => ({ path: await aReplayed(stage) }),
  'POST /callbacks/{id}/attempts': async (stage) => ({
    path: await aCallback(stage),
    body: { url: 'http://localhost:8000/mpesa', ms: 12, status: 200 },
  }),
  'POST /callbacks/{id}/replay': async (stage) => ({
    path: await aCallback(stage),
    body: { url: 'https://shop.example/mpesa', rewrite: { ids: true, times: true }, body: '{}' },
  }),
  'GET /replays': async (stage) => {
    await aReplay(stage)
    return {}
  },
  'POST /replays': async (stage) => {
    await aCallback(stage)
    return { body: { url: 'https://shop.example/mpesa', filter: { inbox: 'local' } } }
  },
  'GET /replays/{id}': async (stage) => ({ path: await aReplay(stage) }),
  'PATCH /replays/{id}': async (stage) => ({ path: await aReplay(stage), body: { action: 'cancel' } }),
  'GET /inboxes/{name}/targets': (stage) => {
    aTarget(stage)
    return { path: { name: 'local' } }
  },
  'POST /inboxes/{name}/targets': () => ({ path: { name: 'local' }, body: target }),
  'PATCH /inboxes/{name}/targets/{id}': (stage) => ({ path: aTarget(stage), body: { retries: 0 } }),
  'DELETE /inboxes/{name}/targets/{id}': (stage) => ({ path: aTarget(stage) }),
  'GET /inboxes/{name}/dead-letters': () => ({ path: { name: 'local' } }),
  'POST /inboxes/{name}/dead-letters': () => ({ path: { name: 'local' }, body: {} }),
  'GET /inboxes/{name}/rules': (stage) => {
    aRule(stage)
    return { path: { name: 'local' } }
  },
  'POST /inboxes/{name}/rules': () => ({ path: { name: 'local' }, body: rule }),
  'POST /inboxes/{name}/rules/try': async (stage) => {
    await aCallback(stage)
    return { path: { name: 'local' }, body: { ...rule, action: { do: 'drop' } } }
  },
  'GET /answer-presets': () => ({}),
  'PATCH /inboxes/{name}/rules/{id}': (stage) => ({ path: aRule(stage), body: { isOn: false, position: 0 } }),
  'DELETE /inboxes/{name}/rules/{id}': (stage) => ({ path: aRule(stage) }),
  'GET /environments': () => ({}),
  'POST /environments': () => ({
    body: { preset: 'daraja-sandbox', credentials: { consumerKey: 'key', consumerSecret: 'secret' } },
  }),
  'GET /environments/{idOrSlug}': () => environment,
  'PATCH /environments/{idOrSlug}': () => ({ ...environment, body: { timeoutMs: 5000 } }),
  'DELETE /environments/{idOrSlug}': ({ deps }) => ({
    path: { idOrSlug: createEnvironment(deps, deps.actor(), { preset: 'daraja-sandbox' }).slug },
  }),
  'GET /environments/{idOrSlug}/tls': () => environment,
  'PATCH /environments/{idOrSlug}/tls': () => ({ ...environment, body: { ca: null } }),
  'POST /environments/{idOrSlug}/import': () => ({
    ...environment,
    body: { text: 'MPESA_CONSUMER_KEY=k', apply: false },
  }),
  'POST /environments/{idOrSlug}/token': () => ({ ...environment, body: { refresh: true } }),
  'POST /environments/{idOrSlug}/diagnose': () => environment,
  'GET /sandbox/phones': () => ({}),
  'GET /sandbox/phones/{msisdn}/prompts': async (stage) => {
    await aRun(stage)
    return { path: { msisdn: phone } }
  },
  'POST /sandbox/phones/{msisdn}/prompts/{id}': async (stage) => {
    await aRun(stage)
    const [prompt] = listOpenPrompts(stage.deps, stage.deps.actor())
    return { path: { msisdn: phone, id: prompt?.id ?? '' }, body: { answer: 'pin', pin: '1234' } }
  },
  'GET /sandbox/prompts': async (stage) => {
    await aRun(stage)
    return {}
  },
  'GET /sandbox/organisations': () => ({}),
  'PATCH /sandbox/organisations/{shortcode}': () => ({
    path: { shortcode: '600000' },
    body: { validation: true },
  }),
  'GET /sandbox/callbacks': async (stage) => {
    await anOwed(stage)
    return {}
  },
  'GET /sandbox/callbacks/{id}': async (stage) => ({ path: await anOwed(stage) }),
  'PATCH /sandbox/callbacks/{id}': async (stage) => ({
    path: await anOwed(stage),
    body: { do: 'save', body: '{}' },
  }),
  'GET /sandbox/registrations': async ({ deps }) => {
    const values = {
      ShortCode: '600000',
      ResponseType: 'Completed',
      ConfirmationURL: 'https://jaribu.test/hook/local/confirmation',
      ValidationURL: 'https://jaribu.test/hook/local/validation',
    }
    await sendRun(deps, deps.actor(), { operation: 'daraja.c2b-register-v2', environment: 'local', values })
    return {}
  },
  'GET /sandbox/transactions': async (stage) => {
    await aRun(stage)
    return { query: { party: phone, limit: '5' } }
  },
  'POST /sandbox/payments': () => ({
    body: payment,
  }),
  'GET /sandbox/settings': () => ({}),
  'PATCH /sandbox/settings': () => ({ body: { resultDelayMs: 0, faults: [{ kind: 'slow', ms: 10 }] } }),
  'POST /sandbox/reset': () => ({}),
  'GET /sandbox/exchanges': (stage) => {
    anExchange(stage)
    return { query: { limit: '5', outcome: 'refused', q: 'stkpush', phone: '' } }
  },
  'DELETE /sandbox/exchanges': (stage) => {
    anExchange(stage)
    return {}
  },
  'GET /sandbox/exchanges/{id}': (stage) => ({ path: { id: anExchange(stage) } }),
  'GET /sandbox/openapi/applications': () => ({}),
  'POST /sandbox/openapi/applications': () => ({ body: { name: 'Till', sessionMinutes: 5 } }),
  'GET /sandbox/openapi/applications/{id}': (stage) => ({ path: anApplication(stage) }),
  'PATCH /sandbox/openapi/applications/{id}': (stage) => ({
    path: anApplication(stage),
    body: { products: { 'c2b-single-stage': { isOn: true, singleCents: 100 } } },
  }),
  'DELETE /sandbox/openapi/applications/{id}': (stage) => ({ path: anApplication(stage) }),
  'POST /sandbox/openapi/applications/{id}/copy': (stage) => ({ path: anApplication(stage) }),
  'POST /sandbox/openapi/applications/{id}/key': (stage) => ({
    path: anApplication(stage),
    body: { do: 'renew' },
  }),
  'GET /sandbox/openapi/applications/{id}/package': (stage) => ({ path: anApplication(stage) }),
  'POST /sandbox/openapi/applications/{id}/review': (stage) => {
    const { id } = anOrganisation(stage, 'developer')
    return { path: anApplication(stage), body: { decision: 'send', organisation: id } }
  },
  'GET /sandbox/openapi/organisations': (stage) => {
    anOrganisation(stage)
    return {}
  },
  'POST /sandbox/openapi/organisations': () => ({ body: newOrganisation }),
  'POST /sandbox/openapi/organisations/join': ({ deps }) => {
    const { id } = createPortalOrganisation(deps, deps.actor(), newOrganisation)
    const { url } = inviteToOrganisation(deps, deps.actor(), id, { side: 'developer', label: '' })
    return { body: { token: url.slice(url.lastIndexOf('/') + 1) } }
  },
  'GET /sandbox/openapi/organisations/{id}': (stage) => ({ path: anOrganisation(stage) }),
  'PATCH /sandbox/openapi/organisations/{id}': (stage) => ({
    path: anOrganisation(stage),
    body: { name: 'Duka la Neema' },
  }),
  'DELETE /sandbox/openapi/organisations/{id}': (stage) => {
    const { deps } = stage
    createPortalOrganisation(deps, deps.actor(), { ...newOrganisation, shortcode: '000112' })
    return { path: anOrganisation(stage) }
  },
  'DELETE /sandbox/openapi/organisations/{id}/people/{memberId}': (stage) => ({
    path: { ...anOrganisation(stage), memberId: 'member-owner' },
  }),
  'GET /sandbox/openapi/organisations/{id}/invitations': (stage) => ({ path: anInvitation(stage) }),
  'POST /sandbox/openapi/organisations/{id}/invitations': (stage) => ({
    path: anOrganisation(stage),
    body: { side: 'developer', label: 'Neema' },
  }),
  'DELETE /sandbox/openapi/organisations/{id}/invitations/{invitationId}': (stage) => ({
    path: anInvitation(stage),
  }),
  'GET /sandbox/mozambique/account': () => ({}),
  'PATCH /sandbox/mozambique/account': () => ({ body: { responseUrl: 'https://jaribu.test/hook/local' } }),
  'POST /sandbox/mozambique/account/reveal': () => ({}),
  'POST /sandbox/mozambique/account/renew': () => ({}),
  'GET /sandbox/mozambique/report': () => ({ query: { key: '0123456789ab' } }),
  'GET /go-live/sheets': (stage) => {
    aSheet(stage)
    return {}
  },
  'POST /go-live/sheets': () => ({ body: { name: 'Shop', environment: 'local', apis: ['b2c'] } }),
  'GET /go-live/sheets/{id}': async (stage) => ({ path: await aTemplate(stage) }),
  'PATCH /go-live/sheets/{id}': (stage) => ({ path: aSheet(stage), body: { name: 'Till' } }),
  'DELETE /go-live/sheets/{id}': (stage) => ({ path: aSheet(stage) }),
  'PATCH /go-live/sheets/{id}/cases/{caseId}': (stage) => ({
    path: { ...aSheet(stage), caseId: 'daraja-b2c-r09' },
    body: { override: { state: 'fail', reason: 'Seen.' }, note: 'Ask Neema.' },
  }),
  'GET /go-live/sheets/{id}/export': (stage) => ({ path: aSheet(stage), query: { format: 'json' } }),
  'GET /go-live/sheets/{id}/template': async (stage) => ({ path: await aTemplate(stage) }),
  'PUT /go-live/sheets/{id}/template': async (stage) => ({
    path: aSheet(stage),
    query: { name: 'acme.xlsx' },
    body: await partners(),
  }),
  'PATCH /go-live/sheets/{id}/template': async (stage) => ({
    path: await aTemplate(stage),
    body: { sheet: 'Our tests', row: 2, caseId: null },
  }),
  'DELETE /go-live/sheets/{id}/template': async (stage) => ({ path: await aTemplate(stage) }),
  'GET /go-live/sheets/{id}/template/filled': async (stage) => ({ path: await aTemplate(stage) }),
  'GET /go-live/sheets/{id}/checklist': (stage) => ({ path: aSheet(stage) }),
  'PATCH /go-live/sheets/{id}/checklist/{itemId}': (stage) => ({
    path: { ...aSheet(stage), itemId: 'organisation-name' },
    body: { isDone: true },
  }),
  'POST /go-live/sheets/{id}/jobs': (stage) => ({
    path: aSheet(stage),
    body: { cases: ['daraja-b2c-r09'] },
  }),
  'POST /go-live/sheets/{id}/session': (stage) => ({
    path: aSheet(stage),
    body: { minutes: 5 },
  }),
  'PATCH /go-live/sheets/{id}/session': (stage) => ({
    path: aSession(stage),
    body: { action: 'pause' },
  }),
  'GET /go-live/sheets/{id}/jobs/{jobId}': (stage) => ({ path: aJob(stage), query: { wait: 'x' } }),
  'PATCH /go-live/sheets/{id}/jobs/{jobId}': (stage) => ({ path: aJob(stage), body: { action: 'stop' } }),
  'GET /reports': async (stage) => {
    await aRun(stage)
    return { query: { period: '7d', compare: 'previous' } }
  },
  'GET /reports/calls': async (stage) => {
    await aRun(stage)
    return { query: { environment: 'local', format: 'csv' } }
  },
  'GET /reports/export': () => ({ query: { format: 'xlsx' } }),
  'GET /reports/choices': async (stage) => {
    await aRun(stage)
    return {}
  },
  'GET /reports/check': () => ({}),
  'POST /reports/recompute': () => ({}),
  'GET /reports/progress': () => ({}),
  'GET /codes': () => ({ query: { q: '1032', evidence: '' } }),
  'POST /codes/explain': () => ({ body: { text: '{"ResultCode":1032}' } }),
  'GET /catalogue/{system}/export': () => ({ path: { system: 'daraja' }, query: { format: 'postman' } }),
  'GET /codes/{system}/{id}': async (stage) => {
    await aCallback(stage)
    return { path: { system: 'daraja', id: 'stk-1032' } }
  },
  'GET /guides': () => ({ query: { q: 'callback' } }),
  'GET /guides/checks': () => ({}),
  'POST /guides/checks': async (stage) => ({ body: { check: 'run-answered', run: (await aRun(stage)).id } }),
  'POST /tools/phone-numbers': () => ({ body: { numbers: ['+254 (0) 712 345 678', 'nobody'] } }),
  'POST /tools/callback-url': () => ({ body: { url: 'https:shop.example.co.ke/paid' } }),
  'GET /guides/{slug}': () => ({ path: { slug: 'stk-push' } }),
  'GET /me': () => ({}),
  'GET /members': () => ({}),
  'GET /tokens': ({ deps }) => {
    createApiToken(deps, deps.actor(), { name: 'CI', role: 'member' })
    return {}
  },
  'POST /tokens': () => ({ body: { name: 'CI', role: 'viewer' } }),
  'DELETE /tokens/{id}': ({ deps }) => ({
    path: { id: createApiToken(deps, deps.actor('member'), { name: 'CI', role: 'member' }).id },
  }),
  'GET /search': async (stage) => {
    await aRun(stage)
    return { query: { q: 'INV-1' } }
  },
  'GET /openapi.json': () => ({}),
}

const exampleOf = (route: string) => examples[route as keyof Api]

test('every endpoint has an example here, and every example an endpoint', () => {
  expect(endpoints.map(({ route }) => route).sort()).toEqual(Object.keys(examples).sort())
})

test('the document describes every endpoint, and nothing else', () => {
  const { paths } = describeApi(areas, { publicUrl: 'http://localhost:3000', version: '1' }) as {
    paths: Record<string, Record<string, unknown>>
  }
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual(Object.keys(examples).sort())
})

test('a call that makes something answers 201, and no other does', () => {
  const collections = endpoints.filter(
    ({ route }) =>
      route.startsWith('POST ') &&
      endpoints.some((other) => pathOf(other).startsWith(`${pathOf({ route })}/{`)),
  )
  // Made without a page of its own.
  const others: (keyof Api)[] = [
    'POST /callbacks/{id}/attempts',
    'POST /sandbox/payments',
    'POST /sandbox/openapi/applications/{id}/copy',
    'POST /sandbox/mozambique/account/renew',
  ]
  expect(
    endpoints
      .filter(({ status }) => status === 201)
      .map(({ route }) => route)
      .sort(),
  ).toEqual([...collections.map(({ route }) => route), ...others].sort())
})

describe.each(endpoints.map((entry) => [entry.route, entry] as const))('%s', (route, entry) => {
  test('answers as it says, and refuses whoever has less than its role', async () => {
    const stage = apiStage()
    const sent = await exampleOf(route)(stage)
    const stranger = await stage.ask(entry, sent)
    expect([stranger.status, misanswered(entry, stranger)]).toEqual([401, undefined])
    for (const role of roles.filter((each) => !isAtLeast(each, entry.role))) {
      const refused = await stage.ask(entry, sent, role)
      expect([role, refused.status, misanswered(entry, refused)]).toEqual([role, 403, undefined])
    }
    const answered = await stage.ask(entry, sent, entry.role)
    expect(misanswered(entry, answered)).toBeUndefined()
    expect(answered.status).toBeLessThan(300)
  })

  test('refuses what is unknown or wrong as it says', async () => {
    const stage = apiStage()
    const sent = await exampleOf(route)(stage)
    const wrong: Sent[] = [
      ...(entry.path
        ? [{ ...sent, path: Object.fromEntries(Object.keys(entry.path).map((name) => [name, 'nothing'])) }]
        : []),
      ...(entry.body ? [{ ...sent, body: [] }] : []),
      ...(entry.query
        ? [{ ...sent, query: { ...sent.query, limit: 'x', format: 'x', environment: 'x' } }]
        : []),
    ]
    for (const each of wrong) {
      const answered = await stage.ask(entry, each, entry.role)
      expect(misanswered(entry, answered)).toBeUndefined()
    }
  })
})

describe.each(
  endpoints.filter(({ role }) => role !== 'viewer').map((entry) => [entry.route, entry] as const),
)('the verb of %s', (route, entry) => {
  test('refuses whoever has less, whatever stands before it', async () => {
    const stage = apiStage()
    const { path = {}, query = {}, body = {} } = await exampleOf(route)(stage)
    const less = entry.role === 'owner' ? 'member' : 'viewer'
    const call = async () =>
      entry.run({
        deps: stage.deps,
        actor: stage.deps.actor(less),
        path,
        query: entry.query?.parse(query),
        body: entry.body && !isBytes(entry.body) ? entry.body.parse(body) : body,
        request: new Request('http://localhost/'),
      })
    await expect(call()).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

const entryOf = (route: keyof Api) => {
  const entry = endpoints.find((each) => each.route === route)
  if (!entry) throw new Error(`There is no ${route}`)
  return entry
}

describe('what an endpoint answers in another way', () => {
  const environmentFile = (format: string) => ({ query: { environment: 'local', format } })
  const ways: [route: keyof Api, status: number, sent: (stage: ApiStage) => Sent | Promise<Sent>][] = [
    [
      'GET /callbacks',
      200,
      async (stage) => {
        await aCallback(stage)
        return { query: { view: 'summary' } }
      },
    ],
    ['GET /callbacks', 422, () => ({ query: { view: 'summary', limit: '201' } })],
    ['GET /callbacks', 404, () => ({ query: { inbox: 'nobody' } })],
    [
      'POST /callbacks/{id}/attempts',
      422,
      async (stage) => ({ path: await aCallback(stage), body: { url: 'http://localhost:8000', ms: 1 } }),
    ],
    ['POST /runs', 422, () => ({ body: { ...push, values: { Amount: -5 } } })],
    ['POST /runs', 404, () => ({ body: { ...push, environment: 'nowhere' } })],
    ['POST /plan', 404, () => ({ body: { ...push, environment: 'nowhere' } })],
    ['POST /sandbox/payments', 200, () => ({ body: { ...payment, pin: '9999' } })],
    ['GET /reports/calls', 200, () => environmentFile('json')],
    ['GET /reports/calls', 200, () => environmentFile('xlsx')],
    ['GET /reports/export', 200, () => ({ query: { format: 'csv' } })],
    ['GET /sandbox/mozambique/report', 200, () => ({ query: { key: 'all', format: 'csv' } })],
    ['GET /sandbox/mozambique/report', 200, () => ({ query: { format: 'json' } })],
    ['GET /sandbox/mozambique/report', 422, () => ({ query: { key: 'all' } })],
    ['GET /go-live/sheets/{id}/export', 200, (stage) => ({ path: aSheet(stage) })],
    [
      'GET /go-live/sheets/{id}/export',
      200,
      (stage) => ({ path: aSheet(stage), query: { format: 'annex' } }),
    ],
    ['GET /guides', 200, () => ({})],
    ['GET /guides/{slug}', 200, () => ({ path: { slug: 'callback-never-came' } })],
    ['GET /guides/{slug}', 200, () => ({ path: { slug: 'limits' } })],
    ['POST /guides/checks', 422, () => ({ body: { check: 'run-age' } })],
  ]
  test.each(ways)('%s with %i', async (route, status, sent) => {
    const stage = apiStage()
    const entry = entryOf(route)
    const answered = await stage.ask(entry, await sent(stage), entry.role)
    expect([answered.status, misanswered(entry, answered)]).toEqual([status, undefined])
  })
})

test('every guide, every code and every kind of environment is as the document says', async () => {
  const stage = apiStage()
  const { data } = await stage.ask(entryOf('GET /guides'), {}, 'viewer')
  const { guides, trees } = data as { guides: { slug: string }[]; trees: { slug: string }[] }
  for (const { slug } of [...guides, ...trees]) {
    const entry = entryOf('GET /guides/{slug}')
    expect(misanswered(entry, await stage.ask(entry, { path: { slug } }, 'viewer'))).toBeUndefined()
  }
  const codes = entryOf('GET /codes')
  expect(misanswered(codes, await stage.ask(codes, {}, 'viewer'))).toBeUndefined()
})

test('a viewer is answered in the same form, with phone numbers masked', async () => {
  const stage = apiStage()
  const path = await aRun(stage)
  const { id } = await aCallback(stage)
  for (const [route, sent] of [
    ['GET /runs/{id}', { path }],
    ['GET /callbacks/{id}', { path: { id } }],
    ['GET /callbacks', {}],
    ['GET /sandbox/transactions', {}],
  ] as const) {
    const entry = entryOf(route)
    const answered = await stage.ask(entry, sent, 'viewer')
    expect([answered.status, misanswered(entry, answered)]).toEqual([200, undefined])
    if (!route.includes('sandbox')) expect(JSON.stringify(answered.data)).not.toContain(phone)
  }
})
