import { g2Codes, g2Operations } from '@/lib/catalogue/g2'
import { g2Callbacks } from '@/lib/catalogue/g2/callbacks'
import { g2GoLive } from '@/lib/catalogue/g2/go-live'
import { g2Senders } from '@/lib/catalogue/g2/senders'
import { g2Terms } from '@/lib/catalogue/g2/terms'
import { valuesOfEnvelope } from '@/lib/derive/read-envelope'
import { darajaCertificates } from '../daraja/certificates'
import { receiptOf } from '../kenya/stamps'
import type { System } from '../types'
import { readCallback } from './callback'
import { callerOf } from './caller'
import { explainCode } from './codes'
import { deriveValues } from './derive'
import { act, answerPrompt, customerPays, delivered, emulate, seed } from './emulate'
import { providerCollection } from './emulate/provider'
import { g2TriggersOf } from './emulate/triggers'
import { g2Entrance } from './entrance'
import { planRequest } from './plan'
import { g2Credentials, g2Presets, g2TestPhones } from './presets'
import { readAnswer } from './read'

export const g2: System = {
  id: 'g2',
  title: 'M-Pesa G2 SOAP',
  short: 'G2 SOAP',
  operations: g2Operations,
  codes: g2Codes,
  callbacks: g2Callbacks,
  senders: g2Senders,
  goLive: g2GoLive,
  terms: g2Terms,
  credentials: g2Credentials,
  presets: g2Presets,
  bodyLanguage: 'xml',
  derive: deriveValues,
  plan: planRequest,
  entrance: g2Entrance,
  parseBody: valuesOfEnvelope,
  // Safaricom handed certificates out by person; its published ones serve until an own one is uploaded (unconfirmed).
  publicKeys: darajaCertificates,
  testPhones: g2TestPhones,
  localApp: { key: 'spId', secret: 'spPassword' },
  keptRecords: [providerCollection],
  read: readAnswer,
  receiptOf,
  callback: readCallback,
  callerOf,
  emulate,
  delivered,
  act,
  answerPrompt,
  customerPays,
  seed,
  triggers: g2TriggersOf,
  explain: explainCode,
}
