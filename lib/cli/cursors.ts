import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import type { Io } from './io'

/** How far each listener came, so that the next one goes on there. */
export type Cursors = {
  get(name: string): number | undefined
  put(name: string, cursor: number): void
}

const folderOf = ({ env }: Pick<Io, 'env'>): string =>
  path.join(env.XDG_STATE_HOME || path.join(env.HOME || homedir(), '.local', 'state'), 'jaribu')

/** In a file of this user. A file that cannot be read is begun anew. */
export const cursorsOf = (io: Pick<Io, 'env'>): Cursors => {
  const file = path.join(folderOf(io), 'cursors.json')
  const read = (): Record<string, unknown> => {
    try {
      const held: unknown = JSON.parse(readFileSync(file, 'utf8'))
      return typeof held === 'object' && held !== null ? { ...held } : {}
    } catch {
      return {}
    }
  }
  return {
    get: (name) => {
      const cursor = read()[name]
      return typeof cursor === 'number' && Number.isSafeInteger(cursor) ? cursor : undefined
    },
    put: (name, cursor) => {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      const next = `${file}.${process.pid}`
      writeFileSync(next, `${JSON.stringify({ ...read(), [name]: cursor }, undefined, 2)}\n`, { mode: 0o600 })
      // Whole or not at all, should the process end here.
      renameSync(next, file)
    },
  }
}
