import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { baseOfWork } from '../scripts/steps/base.mjs'
import { hashSources } from '../scripts/steps/build.mjs'
import { countPlaywright, countVitest, sumUp } from '../scripts/steps/counts.mjs'
import { compilerHint, explainInstall, isInstalled } from '../scripts/steps/dependencies.mjs'
import { readAddress } from '../scripts/steps/ground.mjs'
import { complaintAbout } from '../scripts/steps/node-version.mjs'

const root = path.resolve(import.meta.dirname, '..')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jaribu-scripts-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const runScript = (script: string, env: Record<string, string>) =>
  new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn(process.execPath, [path.join(root, script)], { env: { ...process.env, ...env } })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('close', (code) => resolve({ code, output }))
  })

const oneLine = (output: string) => output.trimEnd().split('\n').length === 1

describe('the Node version', () => {
  test.each(['12.22.12', '18.20.8', '20.9.0', '20.18.3'])('%s is refused with the fix', (version) => {
    expect(complaintAbout(version)).toContain('nvm install')
    expect(complaintAbout(version)).toContain(version)
  })

  test.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('%s will do', (version) => {
    expect(complaintAbout(version)).toBeUndefined()
  })
})

describe('start', () => {
  test('names the fix in one line when the port is in use', async () => {
    const server = net.createServer()
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port))
    })
    const { code, output } = await runScript('scripts/start.mjs', {
      PORT: String(port),
      JARIBU_DATA_DIR: path.join(folder, 'data'),
    })
    server.close()
    expect(code).toBe(1)
    expect(output).toContain(`Port ${port} is in use`)
    expect(output).toContain(`PORT=${port + 1} npm start`)
    expect(oneLine(output)).toBe(true)
  })

  test('names the fix in one line when the data folder cannot be written', async () => {
    const file = path.join(folder, 'a-file')
    writeFileSync(file, '')
    const { code, output } = await runScript('scripts/start.mjs', {
      JARIBU_DATA_DIR: path.join(file, 'data'),
    })
    expect(code).toBe(1)
    expect(output).toContain(`The data folder ${path.join(file, 'data')} cannot be written`)
    expect(output).toContain('JARIBU_DATA_DIR=')
    expect(oneLine(output)).toBe(true)
  })

  test('names the fix in one line when PORT is no port', async () => {
    const { code, output } = await runScript('scripts/start.mjs', { PORT: 'http' })
    expect(code).toBe(1)
    expect(output).toContain('PORT must be a number')
    expect(oneLine(output)).toBe(true)
  })

  test('listens on loopback unless told otherwise and shows localhost', () => {
    expect(readAddress({ NODE_ENV: 'production' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      url: 'http://localhost:3000',
    })
    expect(
      readAddress({ NODE_ENV: 'production', PORT: '4000', JARIBU_PUBLIC_URL: 'https://pay.example/' }),
    ).toEqual({
      port: 4000,
      host: '127.0.0.1',
      url: 'https://pay.example',
    })
  })
})

describe('installing', () => {
  const write = (name: string, packages: Record<string, object>) => {
    const clone = path.join(folder, name)
    mkdirSync(path.join(clone, 'node_modules'), { recursive: true })
    writeFileSync(
      path.join(clone, 'package-lock.json'),
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/one': { version: '1.0.0' },
          'node_modules/only-mac': { version: '2.0.0', optional: true },
        },
      }),
    )
    writeFileSync(path.join(clone, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))
    return clone
  }

  test('is skipped when node_modules holds what the lock asks for, other platforms aside', () => {
    expect(isInstalled(write('complete', { 'node_modules/one': { version: '1.0.0' } }))).toBe(true)
  })

  test('happens when a package is missing, has another version, or nothing is there', () => {
    expect(isInstalled(write('empty', {}))).toBe(false)
    expect(isInstalled(write('old', { 'node_modules/one': { version: '0.9.0' } }))).toBe(false)
    expect(isInstalled(path.join(folder, 'nowhere'))).toBe(false)
  })

  test.each([
    ['gyp ERR! stack Error: not found: make', 'a compiler is missing'],
    [
      'gyp ERR! request to https://nodejs.org/headers failed, reason: getaddrinfo ENOTFOUND',
      'npm_config_nodedir',
    ],
    ['npm error code ENOTFOUND', 'registry cannot be reached'],
    ['npm error code EACCES', 'chown'],
    ['npm error code ENOSPC', 'disk is full'],
  ])('explains "%s" in one line', (output, part) => {
    expect(explainInstall(output, 'linux')).toContain(part)
    expect(explainInstall(output, 'linux')).not.toContain('\n')
  })

  test('names the compiler of each system', () => {
    expect(compilerHint('linux')).toContain('apt-get install -y python3 make g++')
    expect(compilerHint('darwin')).toContain('xcode-select --install')
    expect(compilerHint('win32')).toContain('BuildTools')
  })
})

describe('the stamp of a build', () => {
  test('changes with a source and not with a test', () => {
    const clone = path.join(folder, 'sources')
    mkdirSync(path.join(clone, 'app'), { recursive: true })
    writeFileSync(path.join(clone, 'app/page.tsx'), 'one')
    const before = hashSources(clone)
    writeFileSync(path.join(clone, 'app/page.test.tsx'), 'a test')
    expect(hashSources(clone)).toBe(before)
    writeFileSync(path.join(clone, 'app/page.tsx'), 'two')
    expect(hashSources(clone)).not.toBe(before)
  })
})

describe('the count', () => {
  const vitestReport = {
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'pending', fullName: 'is left out' }] },
    ],
  }

  test('takes a file that could not be loaded as a failure and lists what was skipped', () => {
    expect(countVitest(vitestReport)).toEqual({ passed: 2, failed: 2, skipped: ['is left out'] })
  })

  test('takes a story that passed only when repeated as a failure', () => {
    const report = {
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 },
      errors: [],
      suites: [{ suites: [{ specs: [{ title: 'waits', tests: [{ status: 'skipped' }] }] }] }],
    }
    expect(countPlaywright(report)).toEqual({ passed: 3, failed: 2, skipped: ['waits'] })
  })

  test('is green only when all ran and none failed', () => {
    const good = { passed: 3, failed: 0, skipped: [] }
    expect(sumUp([good, good], [])).toEqual({ passed: 6, failed: 0, skipped: [], isGreen: true })
    expect(sumUp([good], ['Lint'])).toMatchObject({ failed: 1, isGreen: false })
    expect(sumUp([{ ...good, skipped: ['one'] }], []).isGreen).toBe(false)
    expect(sumUp([{ passed: 0, failed: 0, skipped: [] }], []).isGreen).toBe(false)
  })
})

describe('the base of a change', () => {
  const git = (clone: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Asha', '-c', 'user.email=asha@example.com', ...args], {
      cwd: clone,
      encoding: 'utf8',
    }).trim()
  const commit = (clone: string) => {
    git(clone, 'commit', '--quiet', '--allow-empty', '--no-verify', '-m', 'one')
    return git(clone, 'rev-parse', 'HEAD')
  }
  const repository = (name: string) => {
    const clone = path.join(folder, name)
    mkdirSync(clone)
    git(clone, 'init', '--quiet', '--initial-branch', 'main')
    return clone
  }

  test('is where its branch left main, and the last commit on main itself', async () => {
    const clone = repository('branches')
    const first = commit(clone)
    expect(await baseOfWork(clone)).toBe(first)
    git(clone, 'switch', '--quiet', '-c', 'work')
    commit(clone)
    expect(await baseOfWork(clone)).toBe(first)
  })

  test('is what was pushed last where there is somewhere to push to', async () => {
    const clone = repository('pushed')
    const pushed = commit(clone)
    git(clone, 'update-ref', 'refs/remotes/origin/main', pushed)
    commit(clone)
    expect(await baseOfWork(clone)).toBe(pushed)
  })

  test('is the last commit where there is no main', async () => {
    const clone = repository('trunk')
    git(clone, 'branch', '-m', 'trunk')
    commit(clone)
    expect(await baseOfWork(clone)).toBe('HEAD')
  })
})
