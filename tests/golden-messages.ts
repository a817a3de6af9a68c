import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Messages of a system as they go over the wire, by the start of their file name. */
export const goldenMessages = (system: string) => {
  const folder = path.join(import.meta.dirname, 'golden', system)
  const names = readdirSync(folder)
  return {
    names,
    text: (start: string): string => {
      const name = names.find((one) => one.startsWith(start))
      if (!name) throw new Error(`There is no golden message ${start}.`)
      return readFileSync(path.join(folder, name), 'utf8')
    },
  }
}
