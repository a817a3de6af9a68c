import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './read'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jaribu-config-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const read = (environment: Record<string, string>, writesFiles = true) =>
  readConfig(
    { JARIBU_DATA_DIR: path.join(folder, 'data'), ...environment },
    {
      cwd: folder,
      version: '1.2.3',
      writesFiles,
    },
  )

const complaintsOf = (environment: Record<string, string>): string[] => {
  try {
    read(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.lines
    throw error
  }
}

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8)

describe('settings', () => {
  test('have defaults that listen on loopback and may reach private targets', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      allowPrivateTargets: true,
      apiToken: undefined,
      version: '1.2.3',
    })
  })

  test('take an empty variable for an absent one', () => {
    expect(read({ PORT: '', HOST: ' ', JARIBU_API_TOKEN: '' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      apiToken: undefined,
    })
  })

  test.each([
    ['127.0.0.1', '4000', 'http://localhost:4000'],
    ['localhost', '4000', 'http://localhost:4000'],
    ['0.0.0.0', '4000', 'http://localhost:4000'],
    ['::', '4000', 'http://localhost:4000'],
    ['10.1.2.3', '4000', 'http://10.1.2.3:4000'],
    ['fd00::7', '4000', 'http://[fd00::7]:4000'],
    ['pay.example', '80', 'http://pay.example'],
  ])('reach a server on %s:%s at %s', (HOST, PORT, url) => {
    expect(read({ HOST, PORT }).publicUrl).toBe(url)
  })

  test('name inboxes as they stand in URLs', () => {
    expect(read({ JARIBU_INBOX: 'shop-7f3a, /hook/team/k2ZpQ8wRt5vY1xBn' }).inboxes).toEqual([
      { address: 'shop-7f3a', secret: null },
      { address: 'team', secret: 'k2ZpQ8wRt5vY1xBn' },
    ])
  })

  test('drop the trailing slash of the public URL', () => {
    expect(read({ JARIBU_PUBLIC_URL: 'https://pay.example/' }).publicUrl).toBe('https://pay.example')
  })

  test.each([
    ['127.0.0.1', undefined, true],
    ['::1', undefined, true],
    ['0.0.0.0', undefined, false],
    ['10.1.2.3', undefined, false],
    ['0.0.0.0', 'true', true],
    ['127.0.0.1', 'false', false],
    ['127.0.0.1', '0', false],
  ])(
    'listening on %s with JARIBU_ALLOW_PRIVATE_TARGETS %s allows private targets: %s',
    (HOST, allow, isAllowed) => {
      const environment: Record<string, string> =
        allow === undefined ? { HOST } : { HOST, JARIBU_ALLOW_PRIVATE_TARGETS: allow }
      expect(read(environment).allowPrivateTargets).toBe(isAllowed)
    },
  )

  test.each([
    ['PORT', 'http', /^PORT must be a port number; use PORT=/],
    ['PORT', '0', /^PORT must be from 1 to 65535/],
    ['PORT', '70000', /^PORT must be from 1 to 65535/],
    ['JARIBU_TLS_PORT', 'https', /^JARIBU_TLS_PORT must be a port number; use JARIBU_TLS_PORT=8443/],
    ['JARIBU_TLS_PORT', '65536', /^JARIBU_TLS_PORT must be from 1 to 65535/],
    ['JARIBU_HOOK_PORT', 'x', /^JARIBU_HOOK_PORT must be a port number; use JARIBU_HOOK_PORT=4000/],
    ['JARIBU_HOOK_PORT', '3000', /^JARIBU_HOOK_PORT must be another port than PORT, which is 3000\.$/],
    ['JARIBU_INBOX', 'a b/c', /^JARIBU_INBOX must name inboxes .*shop-7f3a9c/],
    ['JARIBU_INBOX', 'shop/short', /^JARIBU_INBOX/],
    ['HOST', 'a b', /^HOST must be an address.*HOST=127\.0\.0\.1/],
    ['JARIBU_PUBLIC_URL', 'pay.example', /^JARIBU_PUBLIC_URL must be .*https:\/\/jaribu\.example\.com/],
    ['JARIBU_PUBLIC_URL', 'ftp://pay.example', /^JARIBU_PUBLIC_URL/],
    ['JARIBU_PUBLIC_URL', 'https://pay.example/below', /^JARIBU_PUBLIC_URL .*without path/],
    ['JARIBU_PUBLIC_URL', 'https://me:secret@pay.example', /^JARIBU_PUBLIC_URL/],
    ['JARIBU_SECRET', 'short', /^JARIBU_SECRET .*32 characters.*openssl/],
    ['JARIBU_API_TOKEN', 'x'.repeat(31), /^JARIBU_API_TOKEN .*32 characters.*openssl/],
    ['JARIBU_API_TOKEN', `${'x'.repeat(31)} y`, /^JARIBU_API_TOKEN .*without spaces/],
    ['JARIBU_ALLOW_PRIVATE_TARGETS', 'perhaps', /^JARIBU_ALLOW_PRIVATE_TARGETS must be true or false/],
  ])('refuse %s=%s in one line that names it and the fix', (name, value, line) => {
    const lines = complaintsOf({ [name]: value })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(line)
    expect(lines[0]).not.toContain('\n')
  })

  test('name every wrong variable at once', () => {
    expect(complaintsOf({ PORT: 'x', JARIBU_SECRET: 'x' })).toHaveLength(2)
  })

  test('never repeat a secret in a complaint', () => {
    expect(complaintsOf({ JARIBU_SECRET: 'hunter2', JARIBU_API_TOKEN: 'hunter3' }).join()).not.toMatch(
      /hunter/,
    )
  })
})

describe('the data folder', () => {
  test('is created for its owner only, with a secret that stays the same', () => {
    const first = read({})
    expect(first.dataDir).toBe(path.join(folder, 'data'))
    expect(modeOf(first.dataDir)).toBe('700')
    expect(modeOf(path.join(first.dataDir, 'secret'))).toBe('600')
    expect(read({}).secret.equals(first.secret)).toBe(true)
    expect(first.secret).toHaveLength(32)
  })

  test('is resolved against the folder of the process', () => {
    expect(read({ JARIBU_DATA_DIR: './else' }).dataDir).toBe(path.join(folder, 'else'))
  })

  test('gets no secret when one is set, and a set secret decides alone', () => {
    const secret = 'of the environment, long enough 32'
    const one = read({ JARIBU_SECRET: secret })
    expect(() => statSync(path.join(one.dataDir, 'secret'))).toThrow()
    expect(
      read({ JARIBU_SECRET: secret, JARIBU_DATA_DIR: path.join(folder, 'other') }).secret.equals(one.secret),
    ).toBe(true)
  })

  test('stays untouched while the product is built', () => {
    const { dataDir } = read({}, false)
    expect(() => statSync(dataDir)).toThrow()
  })

  test('that cannot be written is refused in one line', () => {
    writeFileSync(path.join(folder, 'file'), '')
    const lines = complaintsOf({ JARIBU_DATA_DIR: path.join(folder, 'file', 'data') })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^JARIBU_DATA_DIR .*cannot be written \(ENOTDIR\)/)
  })

  test('with a damaged secret is refused, because a new one would open nothing', () => {
    const { dataDir } = read({})
    writeFileSync(path.join(dataDir, 'secret'), 'cut')
    expect(complaintsOf({})[0]).toMatch(/damaged.*backup/)
    expect(readFileSync(path.join(dataDir, 'secret'), 'utf8')).toBe('cut')
  })
})
