import type { CodePlace } from '@/lib/catalogue/code-places'
import { darajaCodes, darajaOperations } from '@/lib/catalogue/daraja'
import type { Operation } from '@/lib/catalogue/types'
import type { Endings } from '@/lib/world/phones'

/** Codes of the catalogue with which a call of these operations can fail; those without words were never seen. */
const failuresOf = (where: CodePlace, isOne: (operation: Operation) => boolean): Endings => {
  const ids = new Set(darajaOperations.filter(isOne).map(({ id }) => id))
  return new Map(
    darajaCodes.flatMap(({ where: place, code, message, operations }): [string, string][] => {
      const isOurs = place === where && operations.some((id) => ids.has(id))
      return isOurs && code && /^[1-9]\d*$/.test(code) && !message.startsWith('(') ? [[code, code]] : []
    }),
  )
}

/** How a prompt can end: the last four digits of a phone choose one. What only a query says is no end. */
export const stkEndings = failuresOf('stk-result', ({ movesMoney }) => movesMoney)

/** How a payment to a receiver can end. */
export const resultEndings = failuresOf('result', ({ callbacks }) =>
  callbacks.some(({ kind }) => kind === 'result'),
)

export const phoneEndings: Endings = new Map([...stkEndings, ...resultEndings])

/** On the wire a code of digits is a number, and one with letters is text. */
export const wireCode = (code: string): number | string => (/^\d+$/.test(code) ? Number(code) : code)
