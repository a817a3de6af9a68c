import { type Dumps, passwordAnswer, transactionAnswer } from '@/lib/catalogue/g2/messages'
import { answerXml } from '@/lib/systems/kenya/soap'
import { keyed } from '@/lib/systems/shared/wire'
import type { WireAnswer } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'
import { childText } from '@/lib/xml/tree'
import { decryptNewPassword } from '../passwords'
import type { Call } from './call'
import { putProvider, type Trusted } from './provider'

type Kept = { path: string; request: string; answer: string; result: string }

const collection = 'g2-conversations'

/** Credentials are not kept: what stands between their tags is taken out first. */
const withoutSecrets = (text: string) =>
  text.replace(
    /(<(?:[\w.-]+:)?(?:spPassword|Password|SecurityCredential)>)[^<]{1,4000}(<\/)/g,
    '$1[redacted]$2',
  )

/** The broker remembers every message of a conversation. */
export const remember = (world: World, originator: string, kept: Kept) =>
  world.store.putRecord({
    collection,
    key: originator,
    value: { ...kept, request: withoutSecrets(kept.request) },
    updatedAt: world.now,
  })

const dump = (start: string, body: string) =>
  Buffer.from(
    `${start}\r\nContent-Type: text/xml;charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  ).toString('base64')

/** queryTransaction: what the broker has of one conversation. */
export const tellConversation = (call: Call): WireAnswer => {
  const originator = childText(call.content, 'originatorConversationID')
  if (!originator) {
    return answerXml(transactionAnswer('100000014', 'Missing mandatory parameter:originatorConversationID'))
  }
  call.keys.push(...keyed(['originator-conversation-id', originator]))
  const kept = call.world.store.record(collection, originator)?.value as Kept | undefined
  if (!kept) call.notes.push('The broker has nothing of that conversation.')
  const dumps: Dumps = kept
    ? {
        requests: [dump(`POST ${kept.path} HTTP/1.1`, kept.request)],
        responses: [dump('HTTP/1.1 200 OK', kept.answer)],
        results: [dump('POST / HTTP/1.1', kept.result)],
        timeouts: [],
      }
    : { requests: [], responses: [], results: [], timeouts: [] }
  return answerXml(transactionAnswer('00000000', 'Success', dumps))
}

/** changePassword: in force from the next call on. */
export const changePassword = (call: Call, { provider, spId }: Trusted): WireAnswer => {
  const sent = childText(call.content, 'newPassword')
  if (!sent) return answerXml(passwordAnswer('100000014', 'Missing mandatory parameter:newPassword'))
  const password = decryptNewPassword(sent, provider.sharedKey, provider.sharedVector)
  if (!password || password.length > 100) {
    call.notes.push('newPassword does not decrypt with the shared key and vector (AES-128-CBC, PKCS#7).')
    return answerXml(passwordAnswer('100000005', 'Invalid input value:newPassword'))
  }
  putProvider(call.world, spId, { ...provider, password })
  call.notes.push('The SP password is changed: calls need the new one from now on.')
  return answerXml(passwordAnswer('00000000', 'Success'))
}
