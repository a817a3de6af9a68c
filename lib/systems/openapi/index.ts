import { openapiCodes, openapiOperations } from '@/lib/catalogue/openapi'
import { openapiCallbacks } from '@/lib/catalogue/openapi/callbacks'
import { openapiGoLive } from '@/lib/catalogue/openapi/go-live'
import { openapiTerms } from '@/lib/catalogue/openapi/terms'
import { parseJsonBody } from '../shared/json-body'
import type { System } from '../types'
import { applicationCollection, arrangeApplication } from './applications'
import { readCallback } from './callback'
import { callerOf } from './caller'
import { explainCode } from './codes'
import { deriveValues } from './derive'
import { act, answerHeld, answerPrompt, delivered, emulate, seed } from './emulate'
import { openapiTriggersOf } from './emulate/triggers'
import { openapiEntrance } from './entrance'
import { openapiKeys } from './keys'
import { planRequest } from './plan'
import { openapiCredentials, openapiPresets, openapiTestPhones } from './presets'
import { readAnswer } from './read'
import { openapiRecipe } from './recipe'
import { planSession, readSession } from './session'

export const openapi: System = {
  id: 'openapi',
  title: 'M-Pesa OpenAPI',
  short: 'OpenAPI',
  operations: openapiOperations,
  codes: openapiCodes,
  callbacks: openapiCallbacks,
  goLive: openapiGoLive,
  terms: openapiTerms,
  credentials: openapiCredentials,
  presets: openapiPresets,
  bodyLanguage: 'json',
  derive: deriveValues,
  plan: planRequest,
  entrance: openapiEntrance,
  parseBody: parseJsonBody,
  keyBits: 4096,
  publicKeys: openapiKeys,
  testPhones: openapiTestPhones,
  localApp: { key: 'apiKey' },
  portal: { title: 'OpenAPI portal', path: '/sandbox/openapi' },
  keptRecords: [applicationCollection],
  recipe: openapiRecipe,
  session: { plan: planSession, read: readSession },
  read: readAnswer,
  callback: readCallback,
  callerOf,
  emulate,
  delivered,
  act,
  answerPrompt,
  answerHeld,
  arrange: arrangeApplication,
  seed,
  triggers: openapiTriggersOf,
  explain: explainCode,
}
