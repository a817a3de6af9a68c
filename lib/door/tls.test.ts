import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { leafDays, makeAuthority, makeLeaf } from '@/lib/crypto/authority'
import { providerHosts } from '@/lib/systems/provider-hosts'
import { moveLeftovers } from '@/lib/workspace/callbacks/move-arrivals'
import { seedWorkspaceWorld } from '@/lib/workspace/world/seed-world'
import { type TestDeps, testDeps } from '@/tests/deps'
import { sendRaw } from '@/tests/raw-http'
import { authorityCertificate, serverPair } from './authority'
import { doorsOf, listenOnPorts } from './ports'

const run = promisify(execFile)
const day = 86_400_000
const host = 'sandbox.safaricom.co.ke'
const basic = Buffer.from('jaribu-local-key:jaribu-local-secret').toString('base64')

let deps: TestDeps
let folder: string
let stop: () => void
let port: number
let authority: string
let file: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jaribu-tls-'))
  const made = testDeps()
  // Tools of others ask the machine's clock.
  deps = { ...made, clock: Date.now, config: { ...made.config, dataDir: folder, tlsPort: 0 } }
  seedWorkspaceWorld(deps, deps.workspaceId)
  const listening = await listenOnPorts(deps, doorsOf(deps))
  stop = listening.stop
  port = listening.ports[0] ?? 0
  authority = await authorityCertificate(deps)
  file = path.join(folder, 'authority.pem')
  writeFileSync(file, authority)
})

afterAll(() => {
  stop()
  rmSync(folder, { recursive: true, force: true })
})

const token = (options: https.RequestOptions = {}): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const request = https.get(
      {
        host: '127.0.0.1',
        port,
        servername: host,
        ca: authority,
        path: '/oauth/v1/generate?grant_type=client_credentials',
        headers: { host, authorization: `Basic ${basic}` },
        agent: false,
        ...options,
      },
      (answer) => {
        let body = ''
        answer.on('data', (chunk) => {
          body += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
      },
    )
    request.on('error', reject)
  })

describe('the port for TLS', () => {
  test('serves a provider’s host to Node, which checks name and chain', async () => {
    const { status, body } = await token()
    expect(status).toBe(200)
    expect(JSON.parse(body)).toHaveProperty('access_token')
  })

  test('is trusted by nobody who was not told to', async () => {
    await expect(token({ ca: undefined })).rejects.toMatchObject({
      code: expect.stringMatching(/SELF_SIGNED|UNABLE_TO/),
    })
  })

  test('serves it to curl', async () => {
    const { stdout } = await run('curl', [
      '-sS',
      '--cacert',
      file,
      '--connect-to',
      `${host}:443:127.0.0.1:${port}`,
      '-u',
      'jaribu-local-key:jaribu-local-secret',
      `https://${host}/oauth/v1/generate?grant_type=client_credentials`,
    ])
    expect(JSON.parse(stdout)).toHaveProperty('access_token')
  })

  test('shows openssl a chain that it verifies', async () => {
    const { certificate } = await serverPair(deps)
    const leaf = path.join(folder, 'leaf.pem')
    writeFileSync(leaf, certificate)
    for (const name of providerHosts) {
      const flag = /^[\d.]+$/.test(name) ? '-verify_ip' : '-verify_hostname'
      const { stdout } = await run('openssl', ['verify', '-x509_strict', '-CAfile', file, flag, name, leaf])
      expect(stdout).toContain('OK')
    }
  })

  test('tells other hosts that nobody answers for them, and serves the doors that have a path', async () => {
    expect((await token({ headers: { host: 'example.com' } })).status).toBe(421)
    const captured = await token({ path: '/hook/local', method: 'POST', headers: { host: 'localhost' } })
    expect(captured.status).toBe(200)
  })

  test('takes plain HTTP as well', async () => {
    const [answer] = await sendRaw(
      port,
      `GET /oauth/v1/generate?grant_type=client_credentials HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Basic ${basic}\r\n\r\n`,
    )
    expect(answer?.status).toBe(200)
  })

  test('loses and mixes no byte of a long body, with TLS or without', async () => {
    const body = Buffer.from(Array.from({ length: 120_000 }, (_, index) => `${index};`).join(''))
    const request = Buffer.from(
      `POST /hook/local/long HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`,
    )
    const kept = () => {
      moveLeftovers(deps)
      return deps.db.$client
        .prepare('select body from callbacks order by id desc limit 1')
        .pluck()
        .get() as Buffer
    }
    // The very first packet may hold one byte.
    const parts = [
      request.subarray(0, 1),
      request.subarray(1),
      body.subarray(0, 70_001),
      body.subarray(70_001),
    ]
    expect((await sendRaw(port, parts))[0]?.status).toBe(200)
    expect(kept().equals(body)).toBe(true)
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = tls.connect({ host: '127.0.0.1', port, servername: host, ca: authority }, () => {
        for (const part of parts) socket.write(part)
      })
      socket.once('data', (chunk) => {
        resolve(chunk.toString())
        socket.destroy()
      })
      socket.on('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1.1 200/)
  })

  test('keeps a connection for several calls', async () => {
    const agent = new https.Agent({ keepAlive: true, maxSockets: 1 })
    for (let call = 0; call < 3; call += 1) expect((await token({ agent })).status).toBe(200)
    agent.destroy()
  })

  test.each(['\x16garbage that is no handshake', '\x00', 'x', '\r\n\r\n'])('survives %j', async (bytes) => {
    await sendRaw(port, bytes, { isHalfClosed: true })
    expect((await token()).status).toBe(200)
  })

  test('a client that names no host is shown the same certificate', async () => {
    const subject = await new Promise<string | undefined>((resolve, reject) => {
      const socket = tls.connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
        resolve(socket.getPeerX509Certificate()?.subjectAltName)
        socket.destroy()
      })
      socket.on('error', reject)
    })
    expect(subject).toContain(`DNS:${host}`)
  })
})

describe('the authority', () => {
  test.each([
    'example.com',
    'safaricom.co.ke',
    'www.safaricom.co.ke',
    'm-pesa.com',
    'localhost',
    '127.0.0.1',
    '196.201.214.138',
  ])('cannot vouch for %s: a verifier refuses what it signs', async (other) => {
    const kept = JSON.parse(readFileSync(path.join(folder, 'authority.json'), 'utf8'))
    const privateKey = deps.vault.open(Buffer.from(kept.sealedKey, 'base64'), 'authority-key')
    const leaf = await makeLeaf({ certificate: authority, privateKey }, [other], Date.now())
    const server = https.createServer({ cert: leaf.certificate, key: leaf.privateKey }, (_, answer) =>
      answer.end('trusted'),
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const at = typeof address === 'object' && address ? address.port : 0
    const isName = !/^[\d.]+$/.test(other)
    await expect(
      token({ port: at, servername: isName ? other : '', checkServerIdentity: () => undefined }),
    ).rejects.toThrow(/permitted subtree violation/)
    const file2 = path.join(folder, 'other.pem')
    writeFileSync(file2, leaf.certificate)
    await expect(run('openssl', ['verify', '-CAfile', file, file2])).rejects.toThrow(/permitted subtree/)
    server.close()
  })

  test('cannot make another authority', async () => {
    const { stdout } = await run('openssl', ['x509', '-in', file, '-noout', '-text'])
    expect(stdout).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/)
    expect(stdout).toContain('Name Constraints: critical')
    for (const name of providerHosts) expect(stdout).toContain(name)
  })

  test('without an address among its hosts vouches for none', async () => {
    const made = await makeAuthority(['a.example'], Date.now())
    const leaf = await makeLeaf(made, ['10.0.0.1'], Date.now())
    const [own, other] = ['own.pem', 'other.pem'].map((name) => path.join(folder, name))
    writeFileSync(String(own), made.certificate)
    writeFileSync(String(other), leaf.certificate)
    await expect(run('openssl', ['verify', '-CAfile', String(own), String(other)])).rejects.toThrow(
      /excluded subtree/,
    )
  })

  test('is kept in the data folder, its key sealed and the file for its owner alone', async () => {
    const kept = path.join(folder, 'authority.json')
    expect(statSync(kept).mode & 0o777).toBe(0o600)
    expect(readFileSync(kept, 'utf8')).not.toContain('PRIVATE KEY')
    const later = { ...deps, db: testDeps().db }
    expect(await authorityCertificate(later)).toBe(authority)
    const stranger = { ...deps, db: testDeps().db, vault: { ...deps.vault, open: () => '' } }
    expect(await authorityCertificate(stranger)).toBe(authority)
  })

  test('is downloaded without signing in, and only its public half', async () => {
    const plain = await new Promise<string>((resolve, reject) => {
      http
        .get({ host: '127.0.0.1', port, path: '/emulator/authority/certificate', agent: false }, (answer) => {
          let text = `${answer.headers['content-type']}\n`
          answer.on('data', (chunk) => {
            text += chunk
          })
          answer.on('end', () => resolve(text))
        })
        .on('error', reject)
    })
    expect(plain).toBe(`application/x-pem-file\n${authority}`)
    expect(new X509Certificate(authority).ca).toBe(true)
  })
})

test('the certificate is renewed before its end, without a restart', async () => {
  let now = Date.now()
  const ageing = { ...deps, db: testDeps().db, clock: () => now }
  const first = (await serverPair(ageing)).certificate
  now += (leafDays / 2) * day
  expect((await serverPair(ageing)).certificate).toBe(first)
  now += (leafDays / 4) * day
  const second = (await serverPair(ageing)).certificate
  expect(second).not.toBe(first)
  expect(new X509Certificate(second).checkIssued(new X509Certificate(authority))).toBe(true)
})

test('a port that is taken is said in one line', async () => {
  const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const second = await listenOnPorts(deps, doorsOf({ config: { ...deps.config, tlsPort: port } }))
  const lines = logged.mock.calls.map(([line]) => JSON.parse(String(line)))
  logged.mockRestore()
  expect(second.ports).toEqual([])
  expect(lines).toMatchObject([
    {
      level: 'warn',
      port,
      code: 'EADDRINUSE',
      setting: 'JARIBU_TLS_PORT',
      msg: expect.stringMatching(/cannot/),
    },
  ])
})
