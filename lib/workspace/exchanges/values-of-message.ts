import type { Operation } from '@/lib/catalogue/types'
import { systemOf } from '@/lib/systems'
import type { Values, WireMessage } from '@/lib/wire/types'

/** The fields of a received request, as far as they can be read: of its body, query, path and headers. */
export const valuesOfMessage = (operation: Operation, message: WireMessage, body: string): Values => ({
  ...valuesOfBody(operation, body),
  ...valuesElsewhere(operation, message),
})

const valuesOfBody = (operation: Operation, body: string): Values => {
  if (operation.body === 'none' || body.trim() === '') return {}
  const read = systemOf(operation.system).parseBody(operation, body)
  return 'values' in read ? read.values : {}
}

const valuesElsewhere = ({ fields, path }: Operation, message: WireMessage): Values => {
  const query = new URLSearchParams(message.query)
  const segments = segmentsOf(path, message.path)
  const found = fields.map(({ name, in: place }): [string, string | undefined] => {
    if (place === 'query') return [name, query.get(name) ?? undefined]
    if (place === 'path') return [name, segments[name]]
    if (place !== 'header') return [name, undefined]
    return [name, message.headers.find(([header]) => header.toLowerCase() === name.toLowerCase())?.[1]]
  })
  return Object.fromEntries(found.filter(([, value]) => value !== undefined))
}

/** What stands in the place of `{name}` in an operation's path. */
const segmentsOf = (pattern: string, path: string): Record<string, string> => {
  const received = path.split('/').filter(Boolean)
  const wanted = pattern.split('/').filter(Boolean)
  return Object.fromEntries(
    wanted.flatMap((part, index) => {
      const name = /^\{(.+)\}$/.exec(part)?.[1]
      const value = received[index]
      return name === undefined || value === undefined ? [] : [[name, value]]
    }),
  )
}
