import type { CodePlace } from '@/lib/catalogue/code-places'
import type { Code, Operation } from '@/lib/catalogue/types'

/** The row that somebody asks for: by its id, else by its code, first among those of the call. */
export type RowFinder = (asked: string, operation: Pick<Operation, 'id'> | undefined) => Code | undefined

/** What stands in our own answers is said by us, not by the provider. */
const ours: ReadonlySet<CodePlace> = new Set(['c2b-validation', 'result-answer', 'timeout-answer'])

/** Whether a call can be made to end with it on purpose. */
export const canBeAsked = ({ whyNot, where, isAnswered }: Code) =>
  whyNot === undefined && !ours.has(where) && !isAnswered

export const codesOnPurpose = (rows: readonly Code[]): RowFinder => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byCode = new Map<string, Code[]>()
  for (const row of rows.filter(canBeAsked)) {
    const { code } = row
    if (code !== null) byCode.set(code, [...(byCode.get(code) ?? []), row])
  }
  return (asked, operation) => {
    const named = byId.get(asked)
    if (named) return canBeAsked(named) ? named : undefined
    const same = byCode.get(asked) ?? []
    return same.find(({ operations }) => operation && operations.includes(operation.id)) ?? same[0]
  }
}

/** Basic credentials, or an encrypted key that opens a session: nothing else takes no field of its own. */
export const isForToken = ({ auth, fields }: Pick<Operation, 'auth' | 'fields'>): boolean =>
  auth.type === 'basic' || fields.length === 0

/**
 * Whether a call comes to a code that was asked for without naming a call. One that any call can bring is not spent on
 * the token: whoever asks for it means the next call proper.
 */
export const canBring = (operation: Operation | undefined, { operations }: Code): boolean => {
  if (operation === undefined) return false
  if (operations.length > 0) return operations.includes(operation.id)
  return !isForToken(operation)
}

/** What stands for the variable part of a message, by the name that it has in the catalogue. */
const samples: Readonly<Record<string, string>> = {
  field: 'Request',
  parameter: 'Amount',
  name: 'timeStamp',
  rate: '10ps',
  app: 'jaribu',
  token: '',
  n: '107031',
  number: '94',
  status: '503',
  step: 'SC-RegisterURL',
  id: '1234000560123456789-123456789012345678',
  amount: '10.00',
  organisation: 'Jaribu Shop',
}

/** The words of a row as a call says them: the usual wording, its variable parts filled in. */
export const wordingOf = (
  { message, said }: Pick<Code, 'message' | 'said'>,
  filled: Readonly<Record<string, string>> = {},
  channel: 'callback' | 'query' = 'callback',
): string => {
  const usual = said?.[channel] ?? message.split(' / ')[0] ?? message
  // In brackets stands what is meant where the words themselves were never seen.
  if (usual.startsWith('(')) return 'Request failed'
  return usual.replace(/<(\w+)>/g, (whole, name: string) => filled[name] ?? samples[name] ?? whole).trim()
}
