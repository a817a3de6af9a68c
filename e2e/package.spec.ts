import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import { expect, test } from '@playwright/test'
import { freePort } from '@/lib/cli/server'
import { layOutPackage } from '../scripts/steps/package.mjs'

const root = path.resolve(import.meta.dirname, '..')

test('the packed tarball starts in an empty folder, with no compiler and no build', async ({ request }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jaribu-package-'))
  const laidOut = path.join(folder, 'package')
  await layOutPackage(laidOut)
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: laidOut })
  const modules = path.join(folder, 'empty/node_modules')
  const installed = path.join(modules, 'jaribu')
  mkdirSync(installed, { recursive: true })
  const tarball = path.join(folder, packed.toString().trim())
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'])
  // The one dependency, which brings its binary along; here it is the one that this Node can load.
  symlinkSync(path.join(root, 'node_modules/better-sqlite3'), path.join(modules, 'better-sqlite3'))
  rmSync(laidOut, { recursive: true })

  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, [path.join(installed, 'host.mjs')], {
    cwd: path.join(folder, 'empty'),
    env: { NODE_ENV: 'production', PATH: '', HOME: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const lines: string[] = []
    readline.createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
    await expect.poll(() => lines.join('\n'), { timeout: 60_000 }).toContain('/start/')
    const health = await request.get(`${url}/api/health`)
    expect(health.status()).toBe(200)

    // A machine's call is taken by the door, and a page comes with its styles.
    expect((await request.post(`${url}/hook/local`, { data: { a: 1 } })).status()).toBe(200)
    const page = await (await request.get(`${url}/sign-in`)).text()
    const [, style = ''] = /href="(\/_next\/static\/[^"]+\.css[^"]*)"/.exec(page) ?? []
    expect((await request.get(`${url}${style}`)).status()).toBe(200)
    const help = execFileSync(process.execPath, [path.join(installed, 'host.mjs'), '--help'], {
      env: { NODE_ENV: 'production', PATH: '' },
    })
    expect(help.toString()).toContain('listen')
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
})
