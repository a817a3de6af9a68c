import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '@/lib/cli/server'
import { apiToken } from './server'
import { expect, test } from './story'

const root = path.resolve(import.meta.dirname, '..')

/** The block after `<!-- recipe -->` in the README. */
const recipe = () => {
  const block = readFileSync(path.join(root, 'README.md'), 'utf8').match(
    /<!-- recipe -->\s*```bash\n([\s\S]*?)```/,
  )
  expect(block, 'a bash block after <!-- recipe --> in README.md').toBeTruthy()
  return block?.[1] ?? ''
}

const listen = (child: ChildProcess) => {
  let heard = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      heard += chunk
    })
  }
  return () => heard
}

test('the recipe of the README ends with a paid callback, run as written', async ({ jaribu }) => {
  const shell = spawn('bash', ['-euo', 'pipefail', '-c', recipe()], {
    cwd: root,
    env: { ...process.env, JARIBU: jaribu.url, JARIBU_API_TOKEN: apiToken },
  })
  const output = listen(shell)
  const [code] = await once(shell, 'close')
  expect(`${code}\n${output()}`).toMatch(/^0\n/)
  const [acknowledgement, callbacks] = output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(acknowledgement).toMatchObject({ ResponseCode: '0' })
  expect(callbacks.callbacks).toHaveLength(1)
  expect(callbacks.callbacks[0]).toMatchObject({ kind: 'stk-result', method: 'POST' })
  const { stkCallback } = JSON.parse(callbacks.callbacks[0].body).Body
  expect(stkCallback).toMatchObject({
    ResultCode: 0,
    CheckoutRequestID: acknowledgement.CheckoutRequestID,
    MerchantRequestID: acknowledgement.MerchantRequestID,
  })
})

test('npm start says where to go last, and Ctrl C ends it within two seconds', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jaribu-start-'))
  const port = await freePort()
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: '', JARIBU_DATA_DIR: dataDir },
  })
  const output = listen(server)
  const ended = once(server, 'exit')
  const link = new RegExp(`http://localhost:${port}/\\S{20,}`)
  await expect.poll(output, { timeout: 60_000 }).toMatch(link)
  expect(output().trim().split('\n').at(-1)).toMatch(link)
  expect((await fetch(`http://localhost:${port}/api/health`)).status).toBe(200)
  const began = performance.now()
  server.kill('SIGINT')
  const [code] = await ended
  expect(code).toBe(0)
  expect(performance.now() - began).toBeLessThan(2000)
  rmSync(dataDir, { recursive: true, force: true })
})
