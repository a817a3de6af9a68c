import type { CorrelationKey } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'
import type { XmlElement } from '@/lib/xml/parse'
import type { Pair } from '../../shared/sentences'

/** One envelope on its way through the emulator. */
export type Call = {
  world: World
  header: XmlElement | undefined
  content: XmlElement
  /** The envelope as it came, for the broker's memory. */
  body: string
  path: string
  notes: string[]
  keys: CorrelationKey[]
  isStrict: boolean
}

/** A generic request, read out of its document. */
export type Request = {
  operation: string
  command: string
  originatorConversationId: string
  /** Its time stamp is too old for a strict reading. */
  isStale: boolean
  parameters: Pair[]
  references: Pair[]
  resultUrl: string
  timeoutUrl: string
  initiator: { name: string; credential: string; shortcode: string }
  primary: Party | undefined
  receiver: Party | undefined
}

export type Party = { type: string; identifier: string; shortcode: string }
