import { passwordAnswer, responseMessage, transactionAnswer } from '@/lib/catalogue/g2/messages'
import type { Code, Operation } from '@/lib/catalogue/types'
import { wordingOf } from '@/lib/systems/gateway/on-purpose'
import { answerXml } from '@/lib/systems/kenya/soap'
import type { WireAnswer } from '@/lib/wire/types'
import { refuseConfirmation, refuseStart, refuseStatus } from './checkout'

type Form = (code: string, description: string) => WireAnswer

const ofBroker: Form = (code, description) => answerXml(responseMessage({ code, description }))

/** How the answer of a call carries a code, by the call's name. */
const forms: Readonly<Record<string, Form>> = {
  'query-transaction': (code, description) => answerXml(transactionAnswer(code, description)),
  'change-password': (code, description) => answerXml(passwordAnswer(code, description)),
  'checkout-process': refuseStart,
  'checkout-confirm': refuseConfirmation,
  'checkout-status': refuseStatus,
}

/** A checkout whose prompt goes out ends later, in the message that reports it. */
const isOutcome = ({ where, operations }: Code, operation: Pick<Operation, 'name'> | undefined) =>
  where === 'result' ||
  (where === 'checkout' &&
    operation?.name === 'checkout-confirm' &&
    !operations.includes('g2.checkout-process'))

/** The answer that says a code which was asked for; undefined where it is how the call ends. */
export const sayCode = (
  row: Code,
  operation: Pick<Operation, 'name'> | undefined,
): WireAnswer | undefined => {
  if (row.success || row.code === null || isOutcome(row, operation)) return undefined
  return (forms[operation?.name ?? ''] ?? ofBroker)(row.code, wordingOf(row))
}
