import type { World } from '@/lib/world/types'
import type { XmlElement } from '@/lib/xml/parse'
import { childText } from '@/lib/xml/tree'
import { judgePassword } from '../hashed-passwords'
import { localProvider } from '../presets'

/** What the broker knows of a service provider. */
export type Provider = { password: string; serviceId: string; sharedKey: string; sharedVector: string }

export const providerCollection = 'g2-providers'

const providerOf = (world: Pick<World, 'store'>, spId: string): Provider | undefined =>
  world.store.record(providerCollection, spId)?.value as Provider | undefined

export const putProvider = (world: Pick<World, 'store' | 'now'>, spId: string, provider: Provider) =>
  world.store.putRecord({ collection: providerCollection, key: spId, value: provider, updatedAt: world.now })

/** The local service provider, once: a password that was changed stays changed. */
export const seedProvider = (world: World) => {
  const { spId, spPassword, serviceId, sharedKey, sharedVector } = localProvider
  if (providerOf(world, spId)) return
  putProvider(world, spId, { password: spPassword, serviceId, sharedKey, sharedVector })
}

export type Trusted = { provider: Provider; spId: string }
export type Refused = { code: string; description: string }

const missing = (name: string): Refused => ({
  code: '100000014',
  description: `Missing mandatory parameter:${name}`,
})

/** Checks what the broker checks first: who asks, by the elements that hold it. */
export const checkProvider = (
  call: { world: World; notes: string[]; isStrict: boolean },
  holder: XmlElement | undefined,
  { needsService }: { needsService: boolean },
): Trusted | { refused: Refused } => {
  if (!holder) {
    call.notes.push('The envelope has no RequestSOAPHeader.')
    return { refused: missing('spId') }
  }
  const needed = ['spId', 'spPassword', 'timeStamp', ...(needsService ? ['serviceId'] : [])]
  const absent = needed.find((name) => childText(holder, name) === undefined)
  if (absent) {
    call.notes.push(`${absent} is missing.`)
    return { refused: missing(absent) }
  }
  const [spId = '', sent = '', timeStamp = ''] = ['spId', 'spPassword', 'timeStamp'].map((name) =>
    childText(holder, name),
  )
  const provider = providerOf(call.world, spId)
  const failed: Refused = { code: '100000007', description: 'Authentication failed' }
  if (!provider) {
    call.notes.push(`The local broker knows no spId ${spId.slice(0, 40)}; it knows ${localProvider.spId}.`)
    return { refused: failed }
  }
  const verdict = judgePassword(sent, spId, provider.password, timeStamp)
  if (verdict === 'wrong') {
    call.notes.push(
      'spPassword is not base64 of the hexadecimal SHA-256 of spId, password and the timeStamp in the header.',
    )
    return { refused: failed }
  }
  if (verdict === 'raw-digest') {
    call.notes.push('spPassword is base64 of the digest itself; deployed clients send its hexadecimal text.')
    if (call.isStrict) return { refused: failed }
  }
  if (!/^\d{14}$/.test(timeStamp)) {
    call.notes.push('timeStamp is not fourteen digits.')
    if (call.isStrict) {
      return { refused: { code: '100000005', description: 'Invalid input value:timeStamp' } }
    }
  }
  if (needsService && childText(holder, 'serviceId') !== provider.serviceId) {
    call.notes.push(`serviceId is not ${provider.serviceId}.`)
    if (call.isStrict) return { refused: { code: '100000008', description: 'Service status is abnormal' } }
  }
  return { provider, spId }
}
