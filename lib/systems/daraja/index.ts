import { darajaCodes, darajaOperations } from '@/lib/catalogue/daraja'
import type { System } from '../types'
import { owedAnswer, readCallback } from './callback'
import { explainCode } from './codes'
import { deriveValues } from './derive'
import { parseBody, planRequest } from './plan'
import { darajaCredentials, darajaPresets } from './presets'
import { readAnswer } from './read'
import { planSession, readSession } from './session'

const notYet = (): never => {
  throw new Error('The Daraja emulator is not part of this build.')
}

export const daraja: System = {
  id: 'daraja',
  title: 'Safaricom Daraja',
  short: 'Daraja',
  operations: darajaOperations,
  codes: darajaCodes,
  credentials: darajaCredentials,
  presets: darajaPresets,
  bodyLanguage: 'json',
  derive: deriveValues,
  plan: planRequest,
  parseBody,
  session: { plan: planSession, read: readSession },
  read: readAnswer,
  callback: readCallback,
  owed: owedAnswer,
  emulate: notYet,
  delivered: notYet,
  act: notYet,
  answerPrompt: notYet,
  customerPays: notYet,
  seed: () => {},
  explain: explainCode,
}
