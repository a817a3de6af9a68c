import { withTriggers } from '@/lib/catalogue/triggers'
import type { Code } from '@/lib/catalogue/types'
import { darajaTriggers } from '../triggers'
import { authorizationCodes } from './authorization'
import { expressCodes } from './express'
import { gatewayCodes } from './gateway'
import { productResultCodes } from './product-result'
import { productCodes } from './products'
import { resultCodes } from './result'
import { stkResultCodes } from './stk-result'
import { validationCodes } from './validation'

/** Every code and message known, with cause and cure. Without operations a row can come from any call. */
export const darajaCodes: readonly Code[] = withTriggers(darajaTriggers, [
  ...authorizationCodes,
  ...gatewayCodes,
  ...expressCodes,
  ...productCodes,
  ...validationCodes,
  ...stkResultCodes,
  ...resultCodes,
  ...productResultCodes,
])
