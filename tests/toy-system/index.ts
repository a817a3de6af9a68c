import type { Json, Operation } from '@/lib/catalogue/types'
import { bodyOf } from '@/lib/derive/body'
import { markets } from '@/lib/msisdn/markets'
import { parseJsonBody } from '@/lib/systems/shared/json-body'
import { keyed } from '@/lib/systems/shared/wire'
import type { CallbackMeaning, PlanContext, System } from '@/lib/systems/types'
import { headerOf } from '@/lib/wire/http'
import { parseObject, pickText, textOf } from '@/lib/wire/json'
import type { Emulated, Values, WireAnswer } from '@/lib/wire/types'
import { account, mint, move } from '@/lib/world/ledger'
import { addSubscriber } from '@/lib/world/phones'
import type { World } from '@/lib/world/types'
import { type DukaCallbackKind, duka, dukaCallbacks, dukaCodes } from './catalogue'

const market = 'kenya'
const till = account(market, '424242', 'merchant')

const deriveValues = (_: Operation, values: Values, context: PlanContext): Values => ({
  ...values,
  stamp: values.stamp || `S-${context.callbackUrl.split('/').at(-1)}`,
  tellMe: values.tellMe || context.callbackUrl,
})

const answerJson = (status: number, body: Json): WireAnswer => ({
  status,
  headers: [['Content-Type', 'application/json']],
  body: JSON.stringify(body),
})

const centsIn = (text: string | undefined) => Math.round(Number(text) * 100)

const pay = (body: Record<string, Json>, world: World): Emulated => {
  const [phone, amount, tellMe, stamp] = ['phone', 'amount', 'tellMe', 'stamp'].map((name) =>
    textOf(body[name]),
  )
  const cents = centsIn(amount)
  const isFine = Number.isSafeInteger(cents) && cents > 0 && /^254\d{9}$/.test(phone ?? '')
  if (!isFine || !/^https?:\/\/[^\s]+$/.test(tellMe ?? '') || !URL.canParse(tellMe ?? '')) {
    return {
      answer: answerJson(422, { state: 'refused', code: 'D-2' }),
      notes: [],
      operation: 'duka.pay',
      keys: [],
    }
  }
  const ticket = `T-${world.ids.number(1_000_000)}`
  const isPaid = move(world, ticket, account(market, phone ?? '', 'customer'), till, cents).kind !== 'short'
  world.store.schedule({
    id: `due-${ticket}`,
    system: 'duka',
    type: 'callback',
    kind: 'paid',
    dueAt: world.now + world.settings.resultDelayMs,
    request: {
      method: 'POST',
      url: tellMe ?? '',
      headers: [['Content-Type', 'application/json']],
      body: JSON.stringify({
        ticket,
        code: isPaid ? 'D-0' : 'D-5',
        amount: (cents / 100).toFixed(2),
        phone,
        ...(isPaid && { receipt: `DUKA${world.ids.alphanumeric(6)}` }),
      }),
      timeoutMs: 30_000,
    },
    context: null,
    keys: keyed(['conversation-id', ticket]),
  })
  const keys = keyed(['conversation-id', ticket], ['third-party-reference', stamp])
  return { answer: answerJson(202, { state: 'taken', ticket }), notes: [], operation: 'duka.pay', keys }
}

const creditQuestion = (body: Record<string, Json>): CallbackMeaning<DukaCallbackKind> | undefined => {
  const paper = pickText(body, 'paper')
  if (pickText(body, 'credit') !== 'asked' || !paper) return undefined
  return {
    system: 'duka',
    kind: 'credit-question',
    sentence: `Asks for credit on ${paper}.`,
    outcome: 'question',
    code: pickText(body, 'code'),
    keys: keyed(['receipt', paper]),
    facts: { receipt: paper },
  }
}

const callback: System['callback'] = ({ body }) => {
  const told = parseObject(Buffer.from(body).toString('utf8'))
  const question = told && creditQuestion(told as Record<string, Json>)
  if (question) return question
  const [ticket, code] = [told && pickText(told, 'ticket'), told && pickText(told, 'code')]
  if (!told || !ticket?.startsWith('T-') || !code?.startsWith('D-')) return undefined
  const receipt = pickText(told, 'receipt')
  const amountCents = centsIn(pickText(told, 'amount'))
  const words = dukaCodes.find((row) => row.code === code)?.message ?? code
  const meaning: CallbackMeaning<DukaCallbackKind> = {
    system: 'duka',
    kind: 'paid',
    sentence: code === 'D-0' ? `The counter was paid. Receipt ${receipt}.` : `Not paid: ${words} (${code}).`,
    outcome: code === 'D-0' ? 'success' : 'failure',
    code,
    description: words,
    keys: keyed(['conversation-id', ticket], ['receipt', receipt]),
    facts: { receipt, currency: markets[market].currency, msisdn: pickText(told, 'phone') },
  }
  if (Number.isSafeInteger(amountCents)) meaning.facts.amountCents = amountCents
  return meaning
}

/** A provider that exists in tests only: it stands for the next one that somebody adds. */
export const toy: System = {
  id: 'duka',
  title: 'Duka counter',
  short: 'Duka',
  operations: [duka.pay],
  codes: dukaCodes,
  callbacks: dukaCallbacks,
  goLive: { cases: [], apis: [], sheets: [], checklist: [] },
  credentials: [
    {
      name: 'shopKey',
      label: 'Shop key',
      secret: true,
      kind: 'password',
      help: 'On the sticker.',
      envNames: ['DUKA_KEY'],
    },
  ],
  presets: [
    {
      id: 'duka-local',
      name: 'Local Duka',
      system: 'duka',
      kind: 'local',
      market,
      baseUrl: '/emulator/duka',
      credentials: { shopKey: 'duka-local-key' },
      help: 'Behind the curtain.',
    },
    {
      id: 'duka-live',
      name: 'Duka',
      system: 'duka',
      kind: 'production',
      market,
      baseUrl: 'https://counter.example.com',
      credentials: {},
      help: 'At the counter.',
    },
  ],
  bodyLanguage: 'json',
  localApp: { key: 'shopKey' },
  testPhones: [{ msisdn: '254708374149', what: 'pays at once', kinds: ['local'] }],
  derive: deriveValues,
  plan: (operation, values, context) => {
    const filled = deriveValues(operation, values, context)
    const body = JSON.stringify(bodyOf(operation, filled))
    return {
      request: {
        method: 'POST',
        url: `${context.baseUrl}/pay`,
        headers: [
          ['Content-Type', 'application/json'],
          ['Authorization', `Bearer ${context.credentials.shopKey}`],
        ],
        body,
      },
      values: filled,
      preview: body,
      secrets: { fields: [], headers: ['Authorization'] },
      keys: keyed(['third-party-reference', textOf(filled.stamp ?? undefined)]),
    }
  },
  parseBody: parseJsonBody,
  read: (_, status, text) => {
    const told = parseObject(text)
    const ticket = told && pickText(told, 'ticket')
    const code = told && pickText(told, 'code')
    if (ticket)
      return {
        kind: 'accepted',
        code: 'taken',
        description: 'Taken.',
        keys: keyed(['conversation-id', ticket]),
      }
    if (code)
      return {
        kind: 'refused',
        code,
        description: dukaCodes.find((row) => row.code === code)?.message ?? code,
        keys: [],
      }
    return { kind: 'unreadable', description: `HTTP ${status} without a ticket.` }
  },
  callback,
  callerOf: (message) => {
    const bearer = headerOf(message, 'authorization')?.replace(/^Bearer /, '')
    return bearer ? { kind: 'key', key: bearer } : undefined
  },
  emulate: (message, world) => {
    const refused = (status: number, code: string): Emulated => ({
      answer: answerJson(status, { state: 'refused', code }),
      notes: [],
      keys: [],
    })
    if (message.path !== '/pay') return refused(404, 'D-2')
    if (!world.app) return refused(403, 'D-9')
    const body = parseObject(Buffer.from(message.body).toString('utf8'))
    return body ? pay(body as Record<string, Json>, world) : refused(422, 'D-2')
  },
  delivered: () => {},
  act: () => {},
  answerPrompt: (prompt) => prompt,
  seed: (world) => {
    const behaviour = { kind: 'person' } as const
    addSubscriber(
      world,
      { market, msisdn: '254708374149', name: 'Asha Test', pin: '1234', behaviour },
      50_000_00,
    )
    if (world.store.organisation(market, '424242')) return
    world.store.putOrganisation({
      market,
      shortcode: '424242',
      name: 'Duka',
      kind: 'till',
      validation: false,
      operators: [],
    })
    mint(world, 'opening-424242', till, 1_000_00)
  },
  explain: (code) => dukaCodes.find((row) => row.code === code),
}
