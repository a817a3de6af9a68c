import { beforeEach, describe, expect, test } from 'vitest'
import { noteAdopted, type RunRow, runOf, workspacesThatAdopted } from '@/db/queries/runs'
import { environments, workspaces } from '@/db/schema'
import { answered, type TestDeps, testDeps } from '@/tests/deps'
import { flushBehind } from '../exchanges/write-behind'
import { changeInbox } from '../inboxes/change-inbox'
import { deleteRun } from '../runs/delete-run'
import { endInterruptedRuns } from '../runs/end-interrupted-runs'
import { getRun } from '../runs/get-run'
import { listRuns } from '../runs/list-runs'
import { adoptSlice } from './adopt-notices'
import { recordCallback } from './record-callback'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
  // Of a provider: the local sandbox believes its own books only.
  deps.db.update(environments).set({ kind: 'sandbox' }).run()
})

const soon = async () => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((done) => setImmediate(done))
  flushBehind(deps)
}

const post = async (path: string, body: object) => {
  const { body: said } = await recordCallback(deps, 'local', {
    method: 'POST',
    path: `/hook/local${path}`,
    query: '',
    headers: [],
    body: Buffer.from(JSON.stringify(body)),
    remoteAddress: '196.201.214.200',
  })
  await soon()
  return String(said)
}

const notice = (receipt: string, change: object = {}) => ({
  TransactionType: 'Pay Bill',
  TransID: receipt,
  TransTime: '20261120091547',
  TransAmount: '150.00',
  BusinessShortCode: '174379',
  BillRefNumber: 'INV-7',
  InvoiceNumber: '',
  OrgAccountBalance: '',
  ThirdPartyTransID: '',
  MSISDN: '2547 ***** 149',
  FirstName: 'ASHA',
  MiddleName: '',
  LastName: '',
  ...change,
})
const confirmation = (receipt: string) => notice(receipt, { OrgAccountBalance: '900.00' })

const runs = (): RunRow[] => {
  const ids = deps.db.$client.prepare('select id from runs order by id').pluck().all() as string[]
  return ids.flatMap((id) => runOf(deps.db, deps.workspaceId, id) ?? [])
}

describe('a payment that a customer starts', () => {
  test('is one run: asked, then confirmed and paid', async () => {
    await post('/validation', notice('UKK4T9W2QX'))
    expect(runs()).toMatchObject([
      {
        origin: 'customer',
        operation: 'daraja.customer-payment',
        environmentId: deps.environmentId,
        verdict: 'pending',
        receipt: null,
        amountCents: 15_000,
        currency: 'KES',
        reference: 'INV-7',
      },
    ])
    await post('/confirmation', confirmation('UKK4T9W2QX'))
    expect(runs()).toMatchObject([{ verdict: 'paid', receipt: 'UKK4T9W2QX', resultAt: deps.clock() }])
    const { callbacks, timeline, operationTitle, callbackCount } = getRun(
      deps,
      deps.actor(),
      runs()[0]?.id ?? '',
    )
    expect(operationTitle).toBe('Customer payment (C2B)')
    expect(callbackCount).toBe(2)
    expect(callbacks.map(({ kind, timing }) => [kind, timing])).toEqual([
      ['c2b-validation', 'usual'],
      ['c2b-confirmation', 'usual'],
    ])
    expect(timeline.map(({ title }) => title)).toEqual([
      'Customer payment (C2B)',
      'C2B validation',
      'We accepted it',
      'C2B confirmation',
    ])
  })

  test('that our validation turns down is over, for good', async () => {
    changeInbox(deps, deps.actor(), 'local', { validation: 'C2B00012' })
    expect(await post('/validation', notice('UKK4T9W2QX'))).toContain('C2B00012')
    expect(runs()).toMatchObject([{ verdict: 'refused', code: 'C2B00012', receipt: null }])
    await post('/validation', notice('UKK4T9W2QX'))
    expect(runs()).toHaveLength(1)
    expect(listRuns(deps, deps.actor(), { origin: 'customer', verdict: 'refused' }).runs).toHaveLength(1)
  })

  test('waits for its confirmation over a restart, and says for what', async () => {
    await post('/validation', notice('UKK4T9W2QX'))
    endInterruptedRuns(deps)
    const [run] = runs()
    expect(run).toMatchObject({ verdict: 'pending' })
    expect(getRun(deps, deps.actor(), run?.id ?? '').timeline.at(-1)).toMatchObject({
      title: 'Waiting for the confirmation',
    })
  })

  test('is paid by a confirmation alone, once however often it comes', async () => {
    await post('/confirmation', confirmation('UKK4T9W2QX'))
    await post('/confirmation', confirmation('UKK4T9W2QX'))
    await post('/confirmation', confirmation('UKK4T9W2QY'))
    expect(runs().map(({ verdict, receipt }) => [verdict, receipt])).toEqual([
      ['paid', 'UKK4T9W2QX'],
      ['paid', 'UKK4T9W2QY'],
    ])
  })

  test('whose notices were kept before such payments were runs is joined afterwards', async () => {
    await post('/validation', notice('UKK4T9W2QX'))
    await post('/confirmation', confirmation('UKK4T9W2QX'))
    const [run] = runs()
    deleteRun(deps, deps.actor(), run?.id ?? '')
    expect(runs()).toEqual([])
    adoptSlice(deps, { after: 0, until: 100, done: [] })
    expect(runs()).toMatchObject([{ origin: 'customer', verdict: 'paid', createdAt: deps.clock() }])
    expect(getRun(deps, deps.actor(), runs()[0]?.id ?? '').callbacks).toHaveLength(2)
  })

  test('that was deleted does not come back with its notices at the next start', async () => {
    await post('/validation', notice('UKK4T9W2QX'))
    await post('/confirmation', confirmation('UKK4T9W2QX'))
    deleteRun(deps, deps.actor(), runs()[0]?.id ?? '')
    adoptSlice(deps, { after: 0, until: 100, done: workspacesThatAdopted(deps.db) })
    expect(runs()).toEqual([])
  })

  test('is looked for once in a workspace that is older than such runs', () => {
    deps.db.update(workspaces).set({ hasAdoptedNotices: false }).run()
    expect(workspacesThatAdopted(deps.db)).toEqual([])
    noteAdopted(deps.db)
    expect(workspacesThatAdopted(deps.db)).toEqual([deps.workspaceId])
  })

  test('is none where a request of ours is behind it, whichever of the two tells it first', async () => {
    deps.http.answer(() =>
      answered(200, {
        MerchantRequestID: 'M-1',
        CheckoutRequestID: 'ws_CO_1',
        ResponseCode: '0',
        ResponseDescription: 'Accepted',
        CustomerMessage: 'Accepted',
      }),
    )
    const { sendRun } = await import('../runs/send-run')
    const values = {
      Amount: '150',
      PhoneNumber: '254708374149',
      AccountReference: 'INV-7',
      TransactionDesc: 'x',
    }
    const { id } = await sendRun(deps, deps.actor(), {
      operation: 'daraja.stk-push',
      environment: 'local',
      values,
      sendAnyway: true,
    })
    await post('/confirmation', confirmation('UKK4T9W2QX'))
    expect(runs()).toHaveLength(2)
    await post('', {
      Body: {
        stkCallback: {
          MerchantRequestID: 'M-1',
          CheckoutRequestID: 'ws_CO_1',
          ResultCode: 0,
          ResultDesc: 'ok',
          CallbackMetadata: {
            Item: [
              { Name: 'Amount', Value: 150 },
              { Name: 'MpesaReceiptNumber', Value: 'UKK4T9W2QX' },
            ],
          },
        },
      },
    })
    expect(runs()).toMatchObject([{ id, verdict: 'paid', receipt: 'UKK4T9W2QX' }])
    expect(getRun(deps, deps.actor(), id).callbacks).toHaveLength(2)
  })
})
