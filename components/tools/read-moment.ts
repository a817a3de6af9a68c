import { marketOf } from '@/lib/msisdn'
import { momentOf } from '@/lib/world/clock'

const kenya = marketOf('kenya')
/** Epoch seconds have ten digits until 2286, milliseconds thirteen. */
const epoch = /^\d{10}(\d{3})?$/
const dateAndTime = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/
const dotted = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d):(\d\d)$/
const withZone = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)$/i

/** Epoch milliseconds of a moment written in one of the usual ways; without a zone it is Nairobi time. */
export const readMoment = (typed: string): number | undefined => {
  const text = typed.trim()
  const compact = momentOf(text, kenya)
  if (compact !== undefined) return compact
  if (epoch.test(text)) return Number(text) * (text.length === 10 ? 1000 : 1)
  const plain = dateAndTime.exec(text)
  if (plain) {
    const [, year, month, day, hour = '00', minute = '00', second = '00'] = plain
    return momentOf(`${year}${month}${day}${hour}${minute}${second}`, kenya)
  }
  const points = dotted.exec(text)
  if (points) {
    const [, day, month, year, hour, minute, second] = points
    return momentOf(`${year}${month}${day}${hour}${minute}${second}`, kenya)
  }
  if (!withZone.test(text)) return undefined
  const at = Date.parse(text.replace(/\s(?=Z|[+-]\d\d:?\d\d$)/i, ''))
  return Number.isNaN(at) ? undefined : at
}
