import type { G2CallbackKind } from '@/lib/catalogue/g2/callbacks'
import { payFromPhone, type Reply, validationAnswered } from '@/lib/systems/kenya/c2b'
import { seed as seedKenya } from '@/lib/systems/kenya/seed'
import { isZero } from '@/lib/systems/shared/wire'
import type { CustomerPayment, DeliveredCallback } from '@/lib/systems/types'
import { promptsBy } from '@/lib/world/prompts'
import type { World } from '@/lib/world/types'
import { childText } from '@/lib/xml/tree'
import { readSoap } from '../wire'
import { checkoutRules } from './checkout'
import { seedProvider } from './provider'

export { emulate } from './emulate'

/** Kenya's wallets and shortcodes, which Daraja has too, and the broker's service provider. */
export const seed = (world: World): void => {
  seedKenya(world)
  seedProvider(world)
}

const question: G2CallbackKind = 'c2b-validation'

/** Any value made of zeros accepts, any other rejects; what cannot be read counts as silence. */
const readReply = (result: DeliveredCallback['result']): Reply => {
  if (result.kind === 'failed' || result.status < 200 || result.status > 299) return { kind: 'silent' }
  const content = readSoap(result.body)?.content
  const code = childText(content, 'ResultCode')
  if (!content || code === undefined) return { kind: 'silent' }
  if (!isZero(code)) return { kind: 'rejected', code: code.slice(0, 40) }
  // One live system answers with the longer name; the schema has the shorter one.
  const id = childText(content, 'ThirdPartyTransID', 'ThirdPartyTransactionID') ?? ''
  return { kind: 'accepted', thirdPartyId: id.slice(0, 100) }
}

export const delivered = (due: DeliveredCallback, world: World): void => {
  if (due.kind === question) validationAnswered(due, readReply(due.result), world)
}

export const { act, answerPrompt } = promptsBy(checkoutRules)

export const customerPays = (payment: CustomerPayment, world: World) => payFromPhone(payment, world)
