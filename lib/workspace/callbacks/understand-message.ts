import 'server-only'
import { log } from '@/lib/log'
import { glanceAt, understand } from '@/lib/systems'
import { answerOwedTo } from '@/lib/systems/callbacks'
import type { CallbackMeaning } from '@/lib/systems/types'
import { readableMessage } from '@/lib/wire/content'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'

/**
 * Packed bodies and other scripts are read here, and kept as they came. Not understanding a message is no reason to refuse it, and neither is a
 * fault in our understanding.
 */
export const understandMessage = (message: WireMessage): CallbackMeaning | undefined => {
  return meaningOf(message, () => understand(readableMessage(message, false)))
}

const meaningOf = (
  message: WireMessage,
  read: () => CallbackMeaning | undefined,
): CallbackMeaning | undefined => {
  try {
    const meaning = read()
    // A letter that was none in UTF-8: then it is worth a look at what it is.
    return meaning?.sentence.includes('\uFFFD') ? understand(readableMessage(message)) : meaning
  } catch (error) {
    log().error({ err: error }, 'A captured message could not be read')
    return undefined
  }
}

/** What a message is answered before it is understood, and how to understand it then. */
type Glanced = { answer: WireAnswer; understand(): CallbackMeaning | undefined }

/** Until then it is held whole, and thousands may wait. */
const mostHeld = 8_192

/** Undefined where the answer follows from more than the kind. */
export const glanceAtMessage = (message: WireMessage): Glanced | undefined => {
  if (message.body.byteLength > mostHeld) return undefined
  try {
    const glance = glanceAt(readableMessage(message, false))
    const answer = glance && answerOwedTo(glance)
    return answer && { answer, understand: () => meaningOf(message, glance.read) }
  } catch {
    return undefined
  }
}
