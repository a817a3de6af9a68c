import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdFolder, releaseFolder } from './hold-folder'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jaribu-hold-'))
})
afterEach(() => {
  releaseFolder(folder)
  rmSync(folder, { recursive: true, force: true })
})

/** Another process that holds the folder as this one would. */
const otherHolder = async () => {
  const script = `
    const lock = new (require('better-sqlite3'))(${JSON.stringify(path.join(folder, 'lock'))})
    lock.exec('BEGIN EXCLUSIVE')
    require('fs').writeFileSync(${JSON.stringify(path.join(folder, 'lock.json'))}, JSON.stringify({ pid: process.pid, port: 3007 }))
    console.log('held')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(other.stdout, 'data')
  return other
}

test('a folder that another process holds is refused, and the other is named', async () => {
  const other = await otherHolder()
  expect(() => holdFolder(folder, { port: 3000, pid: 1 })).toThrow(
    `is in use by another Jaribu, process ${other.pid} at port 3007`,
  )
  other.kill('SIGKILL')
  await once(other, 'exit')
  // What was killed leaves nothing behind.
  holdFolder(folder, { port: 3000, pid: 1 })
})

test('the same process may start again, as in development', () => {
  holdFolder(folder, { port: 3000, pid: 1 })
  expect(() => holdFolder(folder, { port: 3000, pid: 1 })).not.toThrow()
})
