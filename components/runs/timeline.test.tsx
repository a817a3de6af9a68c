import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { RunDetail, TimelineEntry } from '@/lib/workspace/views'
import { Timeline } from './timeline'

const at = Date.UTC(2026, 10, 17, 6, 15, 30)

const waiting: TimelineEntry = {
  id: 'waiting',
  at,
  kind: 'waiting',
  from: 'provider',
  to: 'inbox',
  title: 'Waiting for the outcome',
  detail: 'Accepted is not done: the callback has the outcome.',
  tone: 'pending',
  code: null,
  explanation: null,
  callbackId: null,
  runId: null,
  flags: [],
}

const run: RunDetail = {
  id: '01K',
  system: 'daraja',
  operation: 'daraja.stk-push',
  operationTitle: 'M-PESA Express',
  systemTitle: 'Daraja',
  environment: { id: 'e', name: 'Local sandbox', kind: 'local' },
  sentBy: 'Wanjiru',
  origin: 'form',
  createdAt: at,
  verdict: 'pending',
  decidedBy: null,
  code: null,
  description: null,
  receipt: null,
  amountCents: 100,
  currency: 'KES',
  msisdn: null,
  reference: null,
  answerStatus: 200,
  answerMs: 4,
  appKey: '',
  callbackCount: 0,
  values: {},
  sentAnyway: false,
  request: { method: 'POST', url: 'http://localhost', headers: [], body: '' },
  acknowledgement: null,
  unreachable: null,
  explanation: null,
  keys: [],
  notes: [],
  callbacks: [],
  timeline: [waiting],
  exchange: null,
  followUps: [
    { label: 'Query this', operation: 'daraja.stk-query', values: { CheckoutRequestID: 'ws_CO_1' } },
  ],
}

test('a run that waits says since when, and how to ask for its outcome', () => {
  const drawn = renderToStaticMarkup(<Timeline run={run} />)
  expect(drawn.replace(/<[^>]+>/g, '')).toContain('since 2026-11-17 06:15:30')
  expect(drawn).toContain('href="/try/daraja/stk-query?v.CheckoutRequestID=ws_CO_1"')
})
