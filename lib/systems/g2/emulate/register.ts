import { responseMessage } from '@/lib/catalogue/g2/messages'
import { market } from '@/lib/systems/kenya/money'
import { putRegistration, registrationOf } from '@/lib/systems/kenya/registration'
import { answerXml } from '@/lib/systems/kenya/soap'
import type { WireAnswer } from '@/lib/wire/types'
import { valueIn } from '../wire'
import type { Call, Request } from './call'

const said = (code: string, description: string) => answerXml(responseMessage({ code, description }))

/** From now on the shortcode hears of its payments over SOAP, whatever interface it was registered with before. */
export const registerUrls = (call: Call, request: Request): WireAnswer => {
  const { world } = call
  const shortcode = request.primary?.shortcode || request.primary?.identifier || ''
  if (!shortcode) return said('100000014', 'Missing mandatory parameter:ShortCode')
  if (!world.store.organisation(market, shortcode)) {
    call.notes.push(`Nobody has the shortcode ${shortcode.slice(0, 20)}.`)
    return said('100000005', 'Invalid input value:ShortCode')
  }
  const confirmationUrl = valueIn(request.references, 'ConfirmationURL') ?? ''
  const validationUrl = valueIn(request.references, 'ValidationURL') ?? ''
  const responseType = valueIn(request.parameters, 'ResponseType') ?? ''
  if (!/^https?:\/\//.test(confirmationUrl)) {
    return said('100000014', 'Missing mandatory parameter:ConfirmationURL')
  }
  if (!/^(completed|cancelled|canceled)$/i.test(responseType)) {
    return said('100000005', 'Invalid input value:ResponseType')
  }
  const before = registrationOf(world, shortcode)
  if (before) call.notes.push(`URLs registered over ${before.system} are replaced.`)
  putRegistration(world, {
    shortcode,
    system: 'g2',
    version: 'soap',
    responseType: /^cancel/i.test(responseType) ? 'Cancelled' : 'Completed',
    confirmationUrl,
    validationUrl: validationUrl || confirmationUrl,
    registeredAt: world.now,
  })
  return said('00000000', 'success')
}
