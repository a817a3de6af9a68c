import type { Operation } from '@/lib/catalogue/types'
import type { Exchange } from '@/lib/systems/gateway/gateway'
import type { XmlElement } from '@/lib/xml/parse'
import type { Pair } from '../../shared/sentences'

/** One envelope on its way through the emulator. */
export type Call = Exchange & {
  operation?: Operation
  header: XmlElement | undefined
  content: XmlElement
  /** Of a generic request: what its content holds. */
  document?: XmlElement
  /** The envelope as it came, for the broker's memory. */
  body: string
  path: string
}

/** A generic request, read out of its document. */
export type Request = {
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
