import 'server-only'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { ConfigError } from '@/lib/env'
import { ofProcess } from '@/lib/process-state'

/** Kept open as long as the process lives. */
const held = ofProcess('held-folders', () => new Map<string, Database.Database>())

/**
 * Two processes on one data folder would deliver twice and end each other's tokens: the second is refused, with a line
 * that names the first. The lock is the system's own, on a file of its own: a process that was killed leaves none behind.
 */
export const holdFolder = (folder: string, { port, pid }: { port: number; pid: number }): void => {
  // Development starts anew within one process.
  if (held().has(folder)) return
  const file = path.join(folder, 'lock')
  const noteFile = path.join(folder, 'lock.json')
  closeSync(openSync(file, 'a', 0o600))
  const lock = new Database(file, { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error
    throw new ConfigError([
      `The data folder ${folder} is in use by ${holderOf(noteFile)}. Stop that one first, or name another folder: JARIBU_DATA_DIR=/path/to/folder`,
    ])
  }
  held().set(folder, lock)
  writeFileSync(noteFile, `${JSON.stringify({ pid, port })}\n`, { mode: 0o600 })
}

/** Lets go of what this process holds, for tests: an end of the process does the same. */
export const releaseFolder = (folder: string): void => {
  held().get(folder)?.close()
  held().delete(folder)
}

const holderOf = (noteFile: string): string => {
  try {
    const { pid, port } = JSON.parse(readFileSync(noteFile, 'utf8'))
    return `another Jaribu, process ${Number(pid)} at port ${Number(port)}`
  } catch {
    return 'another Jaribu'
  }
}
