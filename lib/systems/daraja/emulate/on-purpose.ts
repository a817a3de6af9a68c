import type { CodePlace } from '@/lib/catalogue/code-places'
import type { Code, Operation } from '@/lib/catalogue/types'
import { answerText } from '@/lib/systems/gateway/answers'
import type { Exchange } from '@/lib/systems/gateway/gateway'
import { wordingOf } from '@/lib/systems/gateway/on-purpose'
import { bearerOf } from '@/lib/systems/gateway/tokens'
import { newRequestId } from '@/lib/systems/kenya/ids'
import { answerJson } from '@/lib/systems/kenya/json'
import type { WireAnswer } from '@/lib/wire/types'
import { conflict } from './bill-manager'
import { bongaAnswer } from './bonga'
import { refusal } from './call'
import { refuseOrder } from './ratiba'

type Source = Pick<Exchange, 'world' | 'message'>
type Form = (row: Code, words: string, source: Source) => WireAnswer

/** A fault of the gateway itself, in the form that its maker documents and that was seen from Daraja once. */
const gatewayFault: Form = ({ code, httpStatus = 500 }, words) =>
  answerJson(httpStatus, {
    fault: {
      faultstring: words,
      detail: { errorcode: code, ...(httpStatus === 504 && { reason: 'TARGET_READ_TIMEOUT' }) },
    },
  })

/** What registers URLs behind the gateway speaks SOAP: reports 7 to 9 on a public tutorial. */
const soapFault: Form = ({ code }, words) =>
  answerJson(500, {
    Envelope: {
      encodingStyle: 'http://schemas.xmlsoap.org/soap/encoding/',
      Body: {
        Fault: {
          faultcode: 'soap:Server',
          faultstring: words,
          faultactor: {},
          detail: { source: { errorcode: code } },
        },
      },
    },
  })

const firewallPage = (words: string) =>
  `<html><head><META NAME="robots" CONTENT="noindex,nofollow"></head><body>${words}</body></html>`

/** Forms that belong to one row. */
const byRow: Readonly<Record<string, Form>> = {
  'oauth-empty-400': () => answerText(400, 'application/json', ''),
  'soap-fault-json': soapFault,
  'waf-html': (_, words) => answerText(503, 'text/html', firewallPage(words)),
  'ratiba-foreign-shortcode': (_, words, { world }) => refuseOrder(world, words),
  'bm-409': (_, words) => conflict(words),
  'ack-ok-zeros': ({ code }, words, { world }) =>
    answerJson(200, {
      OriginatorCoversationID: newRequestId(world),
      ResponseCode: code,
      ResponseDescription: words,
    }),
}

/** Pull names its codes as an answer does, under HTTP 200; what fails has the form of every error. */
const ofPull: Form = ({ code, httpStatus = 400 }, words, { world }) =>
  httpStatus === 200
    ? answerJson(200, { RequestID: newRequestId(world), ResponseCode: code, ResponseMessage: words })
    : refusal(world, httpStatus, code ?? '', words)

const ofRegistration = ({ code, message }: Code, { world }: Source) =>
  answerJson(200, {
    ResponseRefID: newRequestId(world),
    ResponseStatus: code,
    ResponseDescription: message.split(' / ').at(-1) ?? message,
  })

const error: Form = ({ code, httpStatus }, words, { world }) =>
  // unconfirmed: the status of rows for which no source has one.
  refusal(world, httpStatus ?? 500, code ?? '', words)

const formOf = ({ id, code }: Code): Form => {
  if (Object.hasOwn(byRow, id)) return byRow[id] ?? error
  if (id.startsWith('pull-')) return ofPull
  return /^[a-z]+\.[a-z0-9.]*[a-z]/i.test(code ?? '') ? gatewayFault : error
}

/** What a call ends with is said by the call, later or in its answer. */
const outcomes: ReadonlySet<CodePlace> = new Set(['stk-result', 'result'])

/** The answer that says a code which was asked for. */
export const sayCode = (
  row: Code,
  { operation }: { operation?: Pick<Operation, 'name'> },
  exchange: Exchange,
): WireAnswer | undefined => {
  const { message, world } = exchange
  const words = wordingOf(row, { token: (bearerOf(message) ?? '').slice(0, 200) })
  if (operation?.name === 'pull-register' && row.httpStatus === 200) return ofRegistration(row, exchange)
  if (operation?.name === 'bonga-redeem' && outcomes.has(row.where)) return bongaAnswer(world, row, words)
  if (
    outcomes.has(row.where) ||
    (row.success === true && row.httpStatus === 200 && !Object.hasOwn(byRow, row.id))
  )
    return undefined
  return formOf(row)(row, words, exchange)
}
