import { createHash } from 'node:crypto'
import { markets } from './markets'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What a number may have been hashed as: whole, with a plus, and as people of its country write it. */
export const hashesOf = (msisdn: string): string[] => {
  const market = Object.values(markets).find((one) => one.msisdn.test(msisdn))
  const national = market ? msisdn.slice(market.prefix.length) : undefined
  return [msisdn, `+${msisdn}`, ...(national ? [`0${national}`, national] : [])].map(sha256)
}

/** Whether a hash, or what a mask left of one, is this one. */
export const isHashLike = (given: string, hash: string): boolean => {
  const [start = '', end] = given.toLowerCase().split(/[\s*•]+/)
  return end === undefined ? start === hash : hash.startsWith(start.slice(0, 64)) && hash.endsWith(end)
}
