import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './repository'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jaribu-hooks-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** No variable of a surrounding git, npm or hook run leads into the real repository. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(GIT_|npm_|INIT_CWD$|SKIP_)/i.test(name)),
)

const run = (cwd: string, command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...env, NODE_ENV: 'test', GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' },
  })
  return { status, output: stdout + stderr }
}

/** A folder with what the hook reads, and this checkout's packages. */
const copyOf = (name: string) => {
  const copy = path.join(folder, name)
  mkdirSync(copy)
  for (const file of ['package.json', 'biome.json', 'biome.imports.json', '.gitignore']) {
    copyFileSync(path.join(root, file), path.join(copy, file))
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction')
  return copy
}

const setHooks = (copy: string) =>
  run(copy, process.execPath, path.join(root, 'node_modules/simple-git-hooks/cli.js'))

const cloneOf = (name: string) => {
  const clone = copyOf(name)
  run(clone, 'git', 'init', '--quiet')
  return clone
}

const commit = (clone: string, file: string, text: string) => {
  writeFileSync(path.join(clone, file), text)
  run(clone, 'git', 'add', file)
  return run(clone, 'git', '-c', 'user.name=Asha', '-c', 'user.email=asha@example.com', 'commit', '-m', file)
}

describe('the hook before a commit', () => {
  test('refuses what the linter refuses and lets the rest through', () => {
    const clone = cloneOf('clone')
    expect(setHooks(clone).status).toBe(0)
    const refused = commit(clone, 'odd.ts', 'export const odd: any = 1\n')
    expect(refused.status).not.toBe(0)
    expect(refused.output).toContain('noExplicitAny')
    expect(commit(clone, 'odd.ts', 'export const odd = 1\n').status).toBe(0)
    expect(commit(clone, 'notes.txt', 'Not for the linter').status).toBe(0)
  })

  test('lets everything through where no packages are installed', () => {
    const clone = cloneOf('bare')
    setHooks(clone)
    rmSync(path.join(clone, 'node_modules'))
    expect(commit(clone, 'odd.ts', 'export const odd: any = 1\n').status).toBe(0)
  })

  test('leaves other hooks of the clone alone', () => {
    const clone = cloneOf('own-hooks')
    const own = path.join(clone, '.git/hooks/pre-push')
    mkdirSync(path.dirname(own), { recursive: true })
    writeFileSync(own, '#!/bin/sh\n')
    setHooks(clone)
    expect(readFileSync(own, 'utf8')).toBe('#!/bin/sh\n')
    expect(existsSync(path.join(clone, '.git/hooks/pre-commit'))).toBe(true)
  })

  test('is set on request only: installing touches nobody’s hooks', () => {
    const { allowScripts, scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    expect(allowScripts['simple-git-hooks']).toBe(false)
    expect(scripts.hooks).toBe('simple-git-hooks')
    expect(scripts).not.toHaveProperty('prepare')
  })

  test('asks for nothing outside a clone', () => {
    expect(setHooks(copyOf('tarball')).status).toBe(0)
  })
})
