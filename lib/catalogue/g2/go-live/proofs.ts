import { is, matches, type Where } from '@/lib/catalogue/go-live-words'
import { called } from './words'

/** Zeros only, however many. */
export const accepted = matches('response.body.ResponseCode', /^0+$/)

export const result = (code: string, ...where: Where) =>
  called('result', is('body.Result.ResultCode', code), ...where)
