import type { WireMessage } from '@/lib/wire/types'
import { findElement } from '@/lib/xml/tree'
import type { CallerClaim } from '../types'
import { localProvider } from './presets'
import { documentOf, readSoap } from './wire'

/**
 * The service provider that the SOAP header names. What carries none (a checkout, a description, a forgotten header) or
 * only the local ThirdPartyID or merchant is taken for the local provider's, so that it is answered with what is wrong.
 */
export const callerOf = (message: WireMessage): CallerClaim | undefined => {
  const soap = readSoap(message.body)
  if (!soap) return undefined
  const named = (soap.header && findElement(soap.header, 'spId')) ?? findElement(soap.content, 'spId')
  if (named?.text.trim()) return { kind: 'key', key: named.text.trim().slice(0, 100) }
  const document = /^requestmsg$/i.test(soap.content.local) ? documentOf(soap.content) : undefined
  const thirdParty = document && findElement(document, 'ThirdPartyID')?.text.trim()
  if (thirdParty && thirdParty !== localProvider.thirdPartyId && thirdParty !== 'broker_4') return undefined
  return { kind: 'key', key: localProvider.spId }
}
