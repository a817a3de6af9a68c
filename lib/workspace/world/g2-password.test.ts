import { beforeEach, expect, test } from 'vitest'
import { initialValues } from '@/lib/derive'
import type { HttpRequest, HttpResult } from '@/lib/http/types'
import { findOperation } from '@/lib/systems'
import { g2Presets } from '@/lib/systems/g2/presets'
import type { Values, WireMessage } from '@/lib/wire/types'
import { type TestDeps, testDeps } from '@/tests/deps'
import { addMissingSystems } from '../people/create-workspace'
import { getRun } from '../runs/get-run'
import { type SendInput, sendRun } from '../runs/send-run'
import { emulateWire } from './emulate'
import { resetSandbox } from './settings'

const atTheBroker = (): TestDeps => {
  const deps = testDeps()
  addMissingSystems(deps)
  const answer = ({ method, url, headers = [], body = '' }: HttpRequest): HttpResult => {
    const path = new URL(url).pathname.replace('/emulator/g2', '')
    const message: WireMessage = {
      method,
      path,
      query: '',
      headers,
      body: Buffer.from(body),
      remoteAddress: '127.0.0.1',
    }
    const { answer: wire } = emulateWire(deps, 'g2', message)
    return { kind: 'answered', ...wire, body: Buffer.from(wire.body), truncated: false, ms: 3 }
  }
  deps.http.answer(answer)
  return deps
}

let deps: TestDeps
beforeEach(() => {
  deps = atTheBroker()
})

/** Sends the form as it stands. */
const send = async (name: string, values: Values = {}) => {
  const operation = findOperation(name)
  if (!operation) throw new Error(`no ${name}`)
  const { credentials } = g2Presets[0]
  const form = Object.entries(
    initialValues(operation, { credentials, callbackUrl: 'http://localhost:3000/hook/local' }),
  )
  const filled = Object.fromEntries(
    form.flatMap(([field, { value }]) => (value === undefined ? [] : [[field, value]])),
  )
  const { id } = await sendRun(deps, deps.actor(), {
    operation: name,
    environment: 'local-g2',
    values: { ...filled, ...values } as SendInput['values'],
    sendAnyway: true,
  })
  return getRun(deps, deps.actor(), id)
}

test('once the broker has changed the password, the environment signs with the new one, also after a reset', async () => {
  expect(await send('g2.change-password')).toMatchObject({ verdict: 'done' })
  expect(await send('g2.account-balance')).toMatchObject({ verdict: 'pending' })
  resetSandbox(deps, deps.actor())
  expect(await send('g2.account-balance')).toMatchObject({ verdict: 'pending' })
})

test('a change that the broker refuses leaves the password as it is', async () => {
  expect(await send('g2.change-password', { newPassword: 'bm90IGVuY3J5cHRlZA==' })).toMatchObject({
    verdict: 'refused',
  })
  expect(await send('g2.account-balance')).toMatchObject({ verdict: 'pending' })
})
