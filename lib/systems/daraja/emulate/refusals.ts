import type { Operation } from '@/lib/catalogue/types'
import type { WireAnswer } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'
import { conflict } from './bill-manager'
import { refusal } from './call'
import type { Fault } from './check'
import { refuseOrder } from './ratiba'

type Source = Pick<World, 'ids' | 'now'>

/** How one product words what its calls are refused with: Daraja reference, Synchronous errors. */
type Words = {
  badToken?: (token: string) => [status: number, code: string, message: string]
  /** A call without any token is refused as one with a bad token. */
  needsNoHeader?: true
  badField?: (world: Source, fault: Fault, name: string) => WireAnswer | undefined
}

const c2b: Words = { badToken: () => [400, '400.003.01', 'Invalid Access Token'] }
const commercial: Words = { badToken: () => [401, '401', 'Unauthorized - Invalid Access Token'] }

/** By `refusesAs` of the entry. */
const products: Record<string, Words> = {
  c2b,
  'c2b-register': {
    ...c2b,
    // Answers with the bare text when something is missing or a URL is refused.
    badField: (world, { field, isMissing }) =>
      isMissing || field.kind === 'url' ? refusal(world, 400, '400.003.02', 'Bad Request') : undefined,
  },
  payout: { badToken: (token) => [401, '401.002.01', `Error Occurred - Invalid Access Token - ${token}`] },
  identity: { badToken: () => [401, '401.001', 'Error Occurred - Invalid Access Token - '] },
  express: commercial,
  // unconfirmed: the words of Bill Manager and Ratiba for a bad field; only the shape is known.
  'bill-manager': {
    ...commercial,
    needsNoHeader: true,
    badField: (_, __, name) => conflict(`Invalid ${name}`),
  },
  ratiba: { badField: (world, _, name) => refuseOrder(world, `Value in field '${name}' is not valid`) },
  tax: { badToken: () => [404, '404.001.04', 'Invalid Access Token'] },
}

type Refusing = Pick<Operation, 'refusesAs'> | undefined

const wordsOf = (operation: Refusing): Words => products[operation?.refusesAs ?? ''] ?? {}

export const refuseToken = (operation: Refusing, token: string, world: Source): WireAnswer => {
  const [status, code, message] = wordsOf(operation).badToken?.(token.slice(0, 200)) ?? [
    404,
    '404.001.03',
    'Invalid Access Token',
  ]
  return refusal(world, status, code, message)
}

export const refuseMissingToken = (operation: Refusing, world: Source): WireAnswer =>
  wordsOf(operation).needsNoHeader
    ? refuseToken(operation, '', world)
    : refusal(world, 404, '404.001.04', 'Invalid Authentication Header')

/** The usual refusal of a field, by its name. */
export const badRequest = (world: Source, name: string): WireAnswer =>
  refusal(world, 400, '400.002.02', `Bad Request - Invalid ${name}`)

export const refuseField = (operation: Operation, fault: Fault, world: Source): WireAnswer => {
  const name = fault.field.name.split('.').at(-1) ?? fault.field.name
  return wordsOf(operation).badField?.(world, fault, name) ?? badRequest(world, name)
}
