import type { MozambiqueCallbackKind } from '@/lib/catalogue/mozambique/callbacks'
import { jsonObjectOf, pick, pickText } from '@/lib/wire/json'
import type { WireMessage } from '@/lib/wire/types'
import { undecided } from '../shared/sentences'
import { isZero, keyOf, saysNoOutcome } from '../shared/wire'
import type { CallbackMeaning } from '../types'
import { isOpenOutcome, known } from './read'

type Meaning = CallbackMeaning<MozambiqueCallbackKind>

/** Understands the result that the account's response URL receives; undefined for anything else. Never throws. */
export const readCallback = (message: WireMessage): Meaning | undefined => {
  const body = jsonObjectOf(message.body)
  // OpenAPI says input_ThirdPartyConversationID where this portal says input_ThirdPartyReference.
  if (
    !body ||
    pick(body, 'input_OriginalConversationID') === undefined ||
    pick(body, 'input_ThirdPartyReference') === undefined
  )
    return undefined
  const code = pickText(body, 'input_ResultCode', 'input_ResponseCode')
  const description = pickText(body, 'input_ResultDesc', 'input_ResponseDesc')
  const receipt = known(pickText(body, 'input_TransactionID'))
  const reference = pickText(body, 'input_ThirdPartyReference')
  // 0 on the portal, INS-0 in some integrations.
  const isDone = isZero(code) || code === 'INS-0'
  const isOpen = isOpenOutcome(code)
  const named = reference ? ` of ${reference}` : ''
  const words = [description, code && `(${code})`].filter(Boolean).join(' ')
  return {
    system: 'mozambique',
    kind: 'result',
    outcome: isDone ? 'success' : isOpen ? 'timeout' : saysNoOutcome(code) ? 'notice' : 'failure',
    sentence: oneLine(
      isDone
        ? `The payment${named} is completed.${receipt ? ` Receipt ${receipt}.` : ''}`
        : isOpen
          ? `The outcome${named} is not known: ${words}. Query it before you repeat.`
          : saysNoOutcome(code)
            ? undecided(description)
            : `The payment${named} failed: ${words}.`,
    ),
    ...(code !== undefined && { code: code.slice(0, 60) }),
    ...(description !== undefined && { description: description.slice(0, 500) }),
    keys: [
      ...keyOf('conversation-id', known(pickText(body, 'input_OriginalConversationID'))),
      ...keyOf('third-party-reference', known(reference)),
      ...keyOf('receipt', receipt),
    ],
    facts: { ...(receipt && { receipt }), ...(reference && { reference: reference.slice(0, 200) }) },
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
const oneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 500)
