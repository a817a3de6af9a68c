import type { Exchange } from '@/lib/systems/gateway/gateway'
import { market } from '@/lib/systems/kenya/money'
import type { Organisation } from '@/lib/world/types'
import type { XmlElement } from '@/lib/xml/parse'
import { childText, findElement } from '@/lib/xml/tree'
import { judgePassword } from '../hashed-passwords'

/** A merchant of the online checkout, whose passkey signs its requests. */
export type Merchant = { organisation: Organisation; merchantId: string }

/** The merchant that the header names, or the code that says why it is none. */
export const checkMerchant = (
  call: Pick<Exchange, 'world' | 'notes' | 'isStrict'>,
  soapHeader: XmlElement | undefined,
): Merchant | { code: string } => {
  const header = soapHeader && findElement(soapHeader, 'CheckOutHeader')
  const [merchantId, password, timestamp] = ['MERCHANT_ID', 'PASSWORD', 'TIMESTAMP'].map((name) =>
    childText(header, name),
  )
  if (!merchantId || !password || !timestamp) {
    call.notes.push('CheckOutHeader needs MERCHANT_ID, PASSWORD and TIMESTAMP.')
    return { code: '40' }
  }
  const organisation = call.world.store.organisation(market, merchantId)
  if (!organisation?.passkey) {
    call.notes.push(`${merchantId.slice(0, 20)} is not set up for the checkout here. 174379 is.`)
    return { code: '36' }
  }
  const verdict = judgePassword(password, merchantId, organisation.passkey, timestamp)
  if (verdict === 'right') return { organisation, merchantId }
  call.notes.push(
    verdict === 'raw-digest'
      ? 'PASSWORD is base64 of the digest itself; the guide has its hexadecimal text.'
      : 'PASSWORD is not base64 of the hexadecimal SHA-256 of MERCHANT_ID, passkey and TIMESTAMP.',
  )
  return verdict === 'raw-digest' && !call.isStrict ? { organisation, merchantId } : { code: '36' }
}
