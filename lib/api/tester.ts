import 'server-only'
import { callbackTest, callbackTestInput } from '@/lib/workspace/tester/fields'
import { probeReceiver, receiverProbe } from '@/lib/workspace/tester/probe-receiver'
import { testCallback } from '@/lib/workspace/tester/test-callback'
import { endpoint } from './endpoint'

export const tester = [
  endpoint('POST /callback-tests', {
    about:
      'Sends a callback to an address of yours, once, and says what M-Pesa would make of the answer: name, certificate, redirect, time, status, body.',
    role: 'member',
    body: callbackTestInput,
    mostBytes: 3 * 1024 * 1024,
    answer: callbackTest,
    run: ({ deps, actor, body }) => testCallback(deps, actor, body),
  }),
  endpoint('POST /receiver-probes', {
    about:
      'Sends one payment in the ways in which it may come, one after the other: repeated, worded otherwise, numbers as text, without what is optional, unknown, late; again where it answers 5xx. Each is graded by what came back.',
    role: 'member',
    body: callbackTestInput,
    mostBytes: 3 * 1024 * 1024,
    answer: receiverProbe,
    run: ({ deps, actor, body }) => probeReceiver(deps, actor, body),
  }),
] as const
