import 'server-only'
import { z } from 'zod'
import { callbackExample, callbackTest, callbackTestInput } from '@/lib/workspace/tester/fields'
import { probeReceiver, receiverProbe } from '@/lib/workspace/tester/probe-receiver'
import { callbackExamples, testCallback } from '@/lib/workspace/tester/test-callback'
import { endpoint } from './endpoint'

export const tester = [
  endpoint('GET /callback-examples', {
    about: 'One message of every kind that a provider sends.',
    role: 'viewer',
    answer: z.object({ examples: z.array(callbackExample).readonly() }),
    run: () => ({ examples: callbackExamples }),
  }),
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
