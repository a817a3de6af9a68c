import { mozambiqueCodes, mozambiqueOperations } from '@/lib/catalogue/mozambique'
import { mozambiqueCallbacks } from '@/lib/catalogue/mozambique/callbacks'
import { mozambiqueGoLive } from '@/lib/catalogue/mozambique/go-live'
import { mozambiqueTerms } from '@/lib/catalogue/mozambique/terms'
import { parseJsonBody } from '../shared/json-body'
import type { System } from '../types'
import { readCallback } from './callback'
import { callerOf } from './caller'
import { explainCode } from './codes'
import { deriveValues } from './derive'
import { act, answerHeld, answerPrompt, delivered, emulate, seed } from './emulate'
import { accountCollection, arrangeAccount } from './emulate/account'
import { mozambiqueTriggersOf } from './emulate/triggers'
import { mozambiqueEntrance } from './entrance'
import { mozambiqueKeys } from './keys'
import { planRequest } from './plan'
import { mozambiqueCredentials, mozambiquePresets, mozambiqueTestPhones } from './presets'
import { readAnswer } from './read'
import { mozambiqueRecipe } from './recipe'

export const mozambique: System = {
  id: 'mozambique',
  title: 'Vodacom Mozambique',
  short: 'Mozambique',
  operations: mozambiqueOperations,
  codes: mozambiqueCodes,
  callbacks: mozambiqueCallbacks,
  goLive: mozambiqueGoLive,
  terms: mozambiqueTerms,
  credentials: mozambiqueCredentials,
  presets: mozambiquePresets,
  bodyLanguage: 'json',
  derive: deriveValues,
  plan: planRequest,
  entrance: mozambiqueEntrance,
  parseBody: parseJsonBody,
  keyBits: 4096,
  publicKeys: mozambiqueKeys,
  testPhones: mozambiqueTestPhones,
  localApp: { key: 'apiKey' },
  portal: { title: 'Mozambique account', path: '/sandbox/mozambique' },
  keptRecords: [accountCollection],
  recipe: mozambiqueRecipe,
  read: readAnswer,
  callback: readCallback,
  callerOf,
  emulate,
  delivered,
  act,
  answerPrompt,
  answerHeld,
  arrange: arrangeAccount,
  seed,
  triggers: mozambiqueTriggersOf,
  explain: explainCode,
}
