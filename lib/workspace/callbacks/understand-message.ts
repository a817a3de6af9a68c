import 'server-only'
import { log } from '@/lib/log'
import { understand } from '@/lib/systems'
import type { CallbackMeaning } from '@/lib/systems/types'
import { readableMessage } from '@/lib/wire/content'
import type { WireMessage } from '@/lib/wire/types'

/**
 * Packed bodies and other scripts are read here, and kept as they came. Not understanding a message is no reason to refuse it, and neither is a
 * fault in our understanding.
 */
export const understandMessage = (message: WireMessage): CallbackMeaning | undefined => {
  try {
    const meaning = understand(readableMessage(message, false))
    // A letter that was none in UTF-8: then it is worth a look at what it is.
    return meaning?.sentence.includes('\uFFFD') ? understand(readableMessage(message)) : meaning
  } catch (error) {
    log().error({ err: error }, 'A captured message could not be read')
    return undefined
  }
}
