import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { apiToken } from './server'
import { expect, test } from './story'

const stkCallback = (checkoutId: string) =>
  JSON.stringify({
    Body: {
      stkCallback: {
        MerchantRequestID: '5d7a-4c0b-8e13-2fa9c70b16d447120401',
        CheckoutRequestID: checkoutId,
        ResultCode: 1032,
        ResultDesc: 'Request Cancelled by user.',
      },
    },
  })

const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'

const databaseOf = (dataDir: string) => {
  const file = readdirSync(dataDir).find((name) => /\.(db|sqlite3?)$/.test(name))
  expect(file, `a database in ${readdirSync(dataDir)}`).toBeTruthy()
  return path.join(dataDir, file ?? '')
}

test('killed at any moment, each acknowledged callback is there once and the database opens', async ({
  jaribu,
}) => {
  const acknowledged = new Set<string>()
  const enough = 3000
  let sent = 0
  let isKilled = false
  let reached = () => {}
  const hasEnough = new Promise<void>((resolve) => {
    reached = resolve
  })
  const hammer = async () => {
    while (!isKilled) {
      sent += 1
      const id = `ws_CO_KILL_${sent}`
      try {
        const answer = await fetch(`${jaribu.url}/hook/local`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: stkCallback(id),
        })
        if (answer.status === 200) acknowledged.add(id)
        if (acknowledged.size >= enough) reached()
      } catch {
        // The connection died with the server: nobody was told that this one was kept.
        return
      }
    }
  }
  const clients = Array.from({ length: 16 }, hammer)
  await hasEnough
  await jaribu.kill()
  isKilled = true
  await Promise.all(clients)

  const database = new Database(databaseOf(jaribu.dataDir), { readonly: true })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  const bodies = database
    .prepare('select body from callbacks union all select body from arrivals')
    .pluck()
    .all() as Buffer[]
  database.close()
  const kept = new Set(
    bodies.map((body) => JSON.parse(body.toString('utf8')).Body.stkCallback.CheckoutRequestID as string),
  )
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  expect(bodies).toHaveLength(kept.size)
  expect(acknowledged.size).toBeGreaterThanOrEqual(enough)

  await jaribu.start()
  const told: { id: number; body: string }[] = []
  for (let after = 0; ; ) {
    const { status, data } = await jaribu.api('GET', `/callbacks?inbox=local&after=${after}&limit=500`)
    expect(status).toBe(200)
    if (data.callbacks.length === 0) break
    told.push(...data.callbacks)
    after = data.cursor
  }
  expect(told.map(({ id }) => id)).toEqual(Array.from(kept, (_, index) => index + 1))
  expect(new Set(told.map(({ body }) => JSON.parse(body).Body.stkCallback.CheckoutRequestID))).toEqual(kept)
})

test('killed while the sandbox owes callbacks, each that it owed arrives once', async ({ jaribu }) => {
  await jaribu.api('PATCH', '/sandbox/settings', { resultDelayMs: 0, autoPayDelayMs: 0 })
  const base = `${jaribu.url}/emulator/daraja`
  const issued = await fetch(`${base}/oauth/v1/generate?grant_type=client_credentials`, {
    headers: { authorization: `Basic ${btoa('jaribu-local-key:jaribu-local-secret')}` },
  })
  const { access_token: token } = await issued.json()
  const timestamp = '20261120120000'
  const push = (number: number) => {
    const phone = `2547${String(number).padStart(4, '0')}1032`
    return fetch(`${base}/mpesa/stkpush/v1/processrequest`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        BusinessShortCode: 174379,
        Password: btoa(`174379${passkey}${timestamp}`),
        Timestamp: timestamp,
        TransactionType: 'CustomerPayBillOnline',
        Amount: 1,
        PartyA: phone,
        PartyB: 174379,
        PhoneNumber: phone,
        CallBackURL: `${jaribu.url}/hook/local/owed`,
        AccountReference: 'KILL',
        TransactionDesc: 'Kill',
      }),
    })
  }
  const accepted = new Set<string>()
  let number = 0
  const acceptThenKill = async (enough: number) => {
    const wanted = accepted.size + enough
    const hammer = async () => {
      while (accepted.size < wanted) {
        number += 1
        try {
          const { CheckoutRequestID: id } = await (await push(number)).json()
          if (id) accepted.add(id)
        } catch {
          return
        }
      }
    }
    await Promise.race(Array.from({ length: 16 }, hammer))
    await jaribu.kill()
    await jaribu.start()
  }
  for (let round = 0; round < 3; round += 1) await acceptThenKill(100)

  const database = new Database(databaseOf(jaribu.dataDir), { readonly: true })
  const owed = database
    .prepare("select count(*) from world_dues where state in ('waiting', 'sending')")
    .pluck()
  await expect.poll(() => owed.get()).toBe(0)
  const bodies = database
    .prepare('select body from callbacks union all select body from arrivals')
    .pluck()
    .all() as Buffer[]
  database.close()
  const arrived = bodies.map(
    (body) => JSON.parse(body.toString('utf8')).Body.stkCallback.CheckoutRequestID as string,
  )
  expect(arrived.toSorted()).toEqual([...new Set(arrived)].toSorted())
  expect([...accepted].filter((id) => !arrived.includes(id))).toEqual([])
})

test('asked to stop with streams open, the server is gone within two seconds', async ({ jaribu }) => {
  const streams = await Promise.all(
    Array.from({ length: 5 }, () =>
      fetch(`${jaribu.url}/api/live`, { headers: { authorization: `Bearer ${apiToken}` } }),
    ),
  )
  expect(streams.map((stream) => stream.status)).toEqual([200, 200, 200, 200, 200])
  const longPoll = jaribu.api('GET', '/callbacks?inbox=local&after=0&wait=60').catch(() => undefined)
  const { ms } = await jaribu.stop()
  expect(ms).toBeLessThan(2000)
  await longPoll
  for (const stream of streams) await stream.body?.cancel().catch(() => undefined)
})

test('the first start makes a folder, a key and a link that only their owner can read', async ({
  jaribu,
}) => {
  const mode = (name: string) => (statSync(path.join(jaribu.dataDir, name)).mode & 0o777).toString(8)
  expect(mode('.')).toBe('700')
  for (const name of readdirSync(jaribu.dataDir)) expect(`${name} ${mode(name)}`).toBe(`${name} 600`)
  expect(jaribu.ownerLink).toMatch(/^http:\/\/localhost:\d+\/\S{20,}$/)

  const opened = await fetch(jaribu.ownerLink, { redirect: 'manual' })
  expect(opened.status).toBeLessThan(400)
})

test('a listener that was cut off gets what it missed, also after a restart', async ({ jaribu }) => {
  const listen = async (lastEventId?: string) => {
    const abort = new AbortController()
    const answer = await fetch(`${jaribu.url}/api/live`, {
      headers: {
        authorization: `Bearer ${apiToken}`,
        ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
      },
      signal: abort.signal,
    })
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    return {
      /** Reads until an event's data holds `wanted`; returns that event's id. */
      until: async (wanted: string) => {
        for (;;) {
          const event = text.split('\n\n').find((part) => part.includes(wanted) && /^id: ?\d+$/m.test(part))
          if (event && text.indexOf(event) + event.length < text.length) {
            return event.match(/^id: ?(\d+)$/m)?.[1] ?? ''
          }
          const chunk = await reader?.read()
          if (!chunk || chunk.done) throw new Error(`The stream ended before ${wanted} came: ${text}`)
          text += chunk.value
        }
      },
      close: () => abort.abort(),
    }
  }
  const post = (marker: string) =>
    fetch(`${jaribu.url}/hook/local/${marker}`, { method: 'POST', body: marker })

  const first = await listen()
  await post('seen-live')
  const last = await first.until('seen-live')
  first.close()
  await post('missed-while-away')
  await jaribu.stop()
  await jaribu.start()
  const second = await listen(last)
  const caughtUp = await second.until('missed-while-away')
  expect(Number(caughtUp)).toBeGreaterThan(Number(last))
  await post('live-again')
  await second.until('live-again')
  second.close()
})

test('a second server on the same port says so and leaves the first alone', async ({ jaribu }) => {
  const { spawn } = await import('node:child_process')
  const second = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: { ...process.env, PORT: new URL(jaribu.url).port, JARIBU_DATA_DIR: jaribu.dataDir },
  })
  let said = ''
  second.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(second, 'close')
  expect(code).toBe(1)
  expect(said).toContain('is in use')
  expect((await fetch(`${jaribu.url}/api/health`)).status).toBe(200)
})
