import { darajaCodes, darajaOperations } from '@/lib/catalogue/daraja'
import { darajaCallbacks } from '@/lib/catalogue/daraja/callbacks'
import { darajaGoLive } from '@/lib/catalogue/daraja/go-live'
import { darajaSenders } from '@/lib/catalogue/daraja/senders'
import { darajaTerms } from '@/lib/catalogue/daraja/terms'
import { receiptOf } from '../kenya/stamps'
import { parseJsonBody } from '../shared/json-body'
import type { System } from '../types'
import { glanceAtCallback, readCallback } from './callback'
import { urlProblems } from './callback-url'
import { callerOf } from './caller'
import { darajaCertificates } from './certificates'
import { darajaChecks } from './checks'
import { explainCode, tokenCodes } from './codes'
import { deriveValues } from './derive'
import { act, answerPrompt, customerPays, delivered, emulate, seed } from './emulate'
import { darajaTriggersOf } from './emulate/triggers'
import { darajaEntrance } from './entrance'
import { planRequest } from './plan'
import { darajaCredentials, darajaPresets, darajaTestPhones } from './presets'
import { readAnswer } from './read'
import { darajaRecipe } from './recipe'
import { planSession, readSession } from './session'

export const daraja: System = {
  id: 'daraja',
  title: 'Safaricom Daraja',
  short: 'Daraja',
  operations: darajaOperations,
  codes: darajaCodes,
  callbacks: darajaCallbacks,
  senders: darajaSenders,
  goLive: darajaGoLive,
  terms: darajaTerms,
  credentials: darajaCredentials,
  presets: darajaPresets,
  bodyLanguage: 'json',
  derive: deriveValues,
  plan: planRequest,
  entrance: darajaEntrance,
  parseBody: parseJsonBody,
  publicKeys: darajaCertificates,
  testPhones: darajaTestPhones,
  localApp: { key: 'consumerKey', secret: 'consumerSecret' },
  tokenCodes,
  recipe: darajaRecipe,
  session: { plan: planSession, read: readSession },
  checkUrl: urlProblems,
  checks: darajaChecks,
  read: readAnswer,
  receiptOf,
  callback: readCallback,
  glance: glanceAtCallback,
  callerOf,
  emulate,
  delivered,
  act,
  answerPrompt,
  customerPays,
  seed,
  triggers: darajaTriggersOf,
  explain: explainCode,
}
