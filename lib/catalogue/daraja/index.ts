import type { Operation } from '@/lib/catalogue/types'
import { oauthToken } from './authorization'
import { stkPush, stkQuery } from './stk'

export { darajaCodes } from './codes'

/** In the portal's order. */
export const darajaOperations: readonly Operation[] = [oauthToken, stkPush, stkQuery]
