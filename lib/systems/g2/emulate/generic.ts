import type { G2CallbackKind } from '@/lib/catalogue/g2/callbacks'
import { responseMessage, resultMessage, timeoutMessage } from '@/lib/catalogue/g2/messages'
import { centsOf } from '@/lib/money'
import { markets } from '@/lib/msisdn/markets'
import { wordingOf } from '@/lib/systems/gateway/on-purpose'
import { phoneEndings } from '@/lib/systems/kenya/codes'
import { newConversationId, newReceipt, newTransactionId, stamp } from '@/lib/systems/kenya/ids'
import { currency, market, shillings } from '@/lib/systems/kenya/money'
import { operatorState } from '@/lib/systems/kenya/operators'
import {
  accountsOf,
  accountTypes,
  balanceLine,
  nameOf,
  reasons,
  reversePayment,
  settleBusiness,
  settlePayout,
  statusNames,
} from '@/lib/systems/kenya/payments'
import { answerXml, oweXml } from '@/lib/systems/kenya/soap'
import { readCredential } from '@/lib/systems/shared/credential'
import type { Pair } from '@/lib/systems/shared/sentences'
import { keyed } from '@/lib/systems/shared/wire'
import type { WireAnswer } from '@/lib/wire/types'
import { isWebAddress } from '@/lib/wire/url-text'
import { momentOf, stampOf } from '@/lib/world/clock'
import { takeFault } from '@/lib/world/faults'
import { account } from '@/lib/world/ledger'
import { subscriberOf } from '@/lib/world/phones'
import type { Transaction } from '@/lib/world/types'
import { childOf, childText } from '@/lib/xml/tree'
import { pairsOf, valueIn } from '../wire'
import type { Call, Party, Request } from './call'
import { remember } from './memory'
import { registerUrls } from './register'
import { resultText, soapCode } from './texts'

const said = (code: string, description: string, originatorConversationId?: string): WireAnswer =>
  answerXml(
    responseMessage({
      code,
      description,
      ...(originatorConversationId !== undefined && {
        conversationId: '',
        originatorConversationId,
        serviceStatus: '0',
      }),
    }),
  )

/** The document inside RequestMsg, as far as it can be read. */
const readRequest = (call: Call): Request | { refused: WireAnswer } => {
  const { document, operation } = call
  const transaction = childOf(document, 'Transaction')
  const identity = childOf(document, 'Identity')
  const originator = childText(transaction, 'OriginatorConversationID') ?? ''
  const schema = (why: string) => {
    call.notes.push(why)
    return { refused: said('23', 'Request schema validation error', originator) }
  }
  if (document?.local.toLowerCase() !== 'request') {
    return schema('RequestMsg holds no request document that can be read.')
  }
  if (document.local !== 'request') call.notes.push(`The document’s root is ${document.local}; accepted.`)
  if (!transaction || !identity) return schema('Transaction or Identity is missing.')
  const command = childText(transaction, 'CommandID')
  if (!command) return schema('CommandID is missing.')
  if (!originator) return schema('OriginatorConversationID is missing.')
  if (originator.length > 128) return schema('OriginatorConversationID is longer than 128 characters.')
  if (!childText(transaction, 'Timestamp') && !operation?.registers) {
    if (call.isStrict) return schema('Timestamp is missing.')
    call.notes.push('Timestamp is missing, which the schema requires; accepted.')
  }
  const caller = childOf(identity, 'Caller')
  const initiator = childOf(identity, 'Initiator')
  if (!caller || !initiator) return schema('Caller or Initiator is missing.')
  if (!childText(document, 'KeyOwner')) {
    if (call.isStrict) return schema('KeyOwner is missing.')
    call.notes.push('KeyOwner is missing; accepted.')
  }
  const party = (...names: string[]): Party | undefined => {
    const found = childOf(identity, ...names)
    return (
      found && {
        type: childText(found, 'IdentifierType') ?? '',
        identifier: childText(found, 'Identifier') ?? '',
        shortcode: childText(found, 'ShortCode') ?? '',
      }
    )
  }
  const references = pairsOf(childOf(transaction, 'ReferenceData'))
  const sentAt = timestampOf(childText(transaction, 'Timestamp') ?? '')
  const isStale = sentAt !== undefined && Math.abs(call.world.now - sentAt) > longestAgeMs
  if (isStale && !call.isStrict) call.notes.push('Timestamp is of another day, which ends with 19; accepted.')
  return {
    command,
    originatorConversationId: originator,
    isStale: isStale && call.isStrict,
    parameters: pairsOf(childOf(transaction, 'Parameters')),
    references,
    resultUrl: childText(caller, 'ResultURL') ?? '',
    timeoutUrl: valueIn(references, 'QueueTimeoutURL') ?? '',
    initiator: {
      name: childText(initiator, 'Identifier') ?? '',
      credential: childText(initiator, 'SecurityCredential') ?? '',
      shortcode: childText(initiator, 'ShortCode') ?? '',
    },
    // The specification's own second example misspells it.
    primary: party('PrimaryParty', 'PrimartyParty'),
    receiver: party('ReceiverParty'),
  }
}

/** How old a request may be is told nowhere (unconfirmed): a day lets clocks of any zone pass. */
const longestAgeMs = 24 * 3_600_000

/** Fourteen digits are local time; the others begin with a date and time in UTC, whatever is glued to them. */
const timestampOf = (text: string): number | undefined => {
  const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(text)?.[0]
  if (!iso) return momentOf(text, markets.kenya)
  const at = Date.parse(`${iso}Z`)
  return Number.isNaN(at) ? undefined : at
}

const needsAmount = ({ operation }: Call) =>
  operation?.fields.some(({ name, required }) => name === 'Amount' && required)

/** Faults and callbacks are named by their operation; an unknown command has none. */
const idOf = ({ operation }: Call) => operation?.id ?? 'g2.unknown'

/** A request whose sender the broker trusts: accepted at once, or refused for its form; the rest is in the result. */
export const answerGeneric = (call: Call): WireAnswer => {
  const request = readRequest(call)
  if ('refused' in request) return request.refused
  const originator = request.originatorConversationId
  call.keys.push(...keyed(['originator-conversation-id', originator]))
  if (call.operation?.registers) return registerUrls(call, request)
  if (!isWebAddress(request.resultUrl)) {
    call.notes.push('Caller/ResultURL is no web address, and the local broker has none configured.')
    return said('100000014', 'Missing mandatory parameter:ResultURL')
  }
  const amount = valueIn(request.parameters, 'Amount')
  if (needsAmount(call) && amount === undefined) {
    call.notes.push('Amount is missing.')
    return said('24', 'MissingRequestParameters', originator)
  }
  if (amount !== undefined && !/^\d{1,12}(\.\d{1,2})?$/.test(amount)) {
    call.notes.push('Amount is not of the documented form.')
    return said('25', 'InvalidRequestParameters', originator)
  }
  return accept(call, request)
}

type Ended = { code: string; receipt?: string; parameters?: Pair[]; references?: Pair[] }

const accept = (call: Call, request: Request): WireAnswer => {
  const { world } = call
  const originator = request.originatorConversationId
  const conversationId = newConversationId(world)
  call.keys.push(...keyed(['conversation-id', conversationId]))
  const isRepeat = world.store.record('originator-ids', originator) !== undefined
  if (!isRepeat) {
    world.store.putRecord({
      collection: 'originator-ids',
      key: originator,
      value: true,
      updatedAt: world.now,
    })
  }
  const timeout = isWebAddress(request.timeoutUrl)
    ? {
        kind: 'queue-timeout' as const,
        url: request.timeoutUrl,
        body: timeoutMessage(originator, withoutHeader(call.body)),
      }
    : undefined
  if (timeout && takeFault(world, ['timeout-instead'], idOf(call))) {
    return queue(call, request, conversationId, timeout)
  }
  const refusedBy =
    call.ending?.code ?? (isRepeat ? '15' : request.isStale ? '19' : initiatorProblem(call, request))
  const ended = refusedBy ? { code: refusedBy } : carryOut(call, request, conversationId)
  const code = call.ending ? ended.code : soapCode(ended.code)
  const answer = responseMessage({
    code: '0',
    description: 'Accept the service request successfully.',
    conversationId,
    originatorConversationId: originator,
    serviceStatus: '0',
  })
  const result = resultMessage({
    code,
    description: call.ending ? wordingOf(call.ending) : resultText(code),
    originatorConversationId: originator,
    conversationId,
    ...('receipt' in ended && ended.receipt && { transactionId: ended.receipt }),
    ...('parameters' in ended &&
      ended.parameters && { parameters: ended.parameters.map(({ name, value }) => ({ key: name, value })) }),
    references: [...(('references' in ended && ended.references) || []), ...request.references].map(
      ({ name, value }) => ({ key: name, value }),
    ),
  })
  if (!isRepeat) remember(world, originator, { path: call.path, request: call.body, answer, result })
  oweXml(world, {
    operation: idOf(call),
    kind: 'result',
    url: request.resultUrl,
    body: result,
    dueAt: world.now + world.settings.resultDelayMs,
    ...(timeout && { timeout }),
    keys: keyed(
      ['conversation-id', conversationId],
      ['originator-conversation-id', originator],
      ['receipt', code === '0' && 'receipt' in ended ? ended.receipt : undefined],
    ),
  })
  return answerXml(answer)
}

/** The broker keeps the request in its queue until it is too old for the core: no money moves. */
const queue = (
  call: Call,
  request: Request,
  conversationId: string,
  timeout: { kind: G2CallbackKind; url: string; body: string },
): WireAnswer => {
  const { world } = call
  const originatorConversationId = request.originatorConversationId
  call.notes.push('Fault on purpose: timeout-instead.')
  oweXml(world, {
    ...timeout,
    operation: idOf(call),
    dueAt: world.now + world.settings.resultDelayMs,
    keys: keyed(
      ['conversation-id', conversationId],
      ['originator-conversation-id', originatorConversationId],
    ),
  })
  return answerXml(
    responseMessage({
      code: '100000000',
      description: 'Request was cached, waiting for resending',
    }),
  )
}

/** The original envelope in base64, its SOAP header taken out. */
const withoutHeader = (body: string): string => {
  const header = /<(?:[\w.-]+:)?Header\b[^>]*?(?:\/>|>[\s\S]{0,8000}?<\/(?:[\w.-]+:)?Header>)/.exec(body)
  return Buffer.from(header ? body.replace(header[0], '') : body).toString('base64')
}

/** The code with which the core ends a request because of who signed it. */
const initiatorProblem = (call: Call, request: Request): string | undefined => {
  const { world, notes } = call
  const { name, credential, shortcode } = request.initiator
  if (!name) return '31'
  const organisation = world.store.organisation(market, shortcode || (request.primary?.identifier ?? ''))
  const state = operatorState(organisation, name)
  if (state) {
    notes.push(state.note)
    return state.soapCode
  }
  const operator = organisation?.operators.find((one) => one.name === name)
  if (!operator) {
    notes.push(`${shortcode || 'The organisation'} has no operator ${name}.`)
    return '20'
  }
  const reading = readCredential(world, 'g2', credential)
  if (reading.kind === 'malformed') {
    notes.push('SecurityCredential is not base64 of 256 bytes: was the plain password sent?')
    return '18'
  }
  if (reading.kind === 'unverifiable') {
    // Both local systems belong to one provider: what was made for the other's certificate is as good.
    const other = readCredential(world, 'daraja', credential)
    if (other.kind === 'plain') return other.password === operator.password ? undefined : '18'
    notes.push(
      'SecurityCredential was made with another certificate and cannot be verified here. The emulator has its own: /emulator/g2/certificate.',
    )
    return call.isStrict ? '18' : undefined
  }
  if (reading.password === operator.password) return undefined
  notes.push('The password inside SecurityCredential is not the operator’s.')
  return '18'
}

const carryOut = (call: Call, request: Request, conversationId: string): Ended => {
  const { operation, notes } = call
  if (!operation) {
    notes.push(`No command is called ${request.command.slice(0, 60)}.`)
    return { code: '29' }
  }
  const { name, answersAs = name } = operation
  const rule = Object.hasOwn(rules, answersAs) ? rules[answersAs] : undefined
  if (rule) return rule(call, request, conversationId)
  notes.push('No rule plays this command here: it ends well, and no money moves.')
  return { code: '0' }
}

type Drafted = Pick<Transaction, 'kind' | 'amountCents' | 'payer' | 'payee'> & Partial<Transaction>

const draft = (call: Call, request: Request, conversationId: string, told: Drafted): Transaction => ({
  id: newTransactionId(call.world),
  system: 'g2',
  market,
  state: 'pending',
  conversationId,
  originatorConversationId: request.originatorConversationId,
  description: request.command,
  createdAt: call.world.now,
  extra: {},
  ...told,
})

/** Writes how it ended; only money that moved has a receipt. */
const finish = (call: Call, transaction: Transaction, code: string): string | undefined => {
  const receipt = code === '0' ? newReceipt(call.world) : undefined
  call.world.store.putTransaction({
    ...transaction,
    receipt,
    state: code === '0' ? 'completed' : 'failed',
    code: soapCode(code),
    finishedAt: call.world.now,
  })
  return receipt
}

const amountOf = (request: Request): number => centsOf(valueIn(request.parameters, 'Amount')) ?? 0

/** The organisation that a payment comes from, or the code that says why there is none. */
const payerOf = (call: Call, request: Request): { payer: string } | { code: string } => {
  const { primary } = request
  if (!primary) return { code: '33' }
  if (!['2', '3', '4'].includes(primary.type)) return { code: '34' }
  const payer = primary.identifier || primary.shortcode
  if (!call.world.store.organisation(market, payer)) return { code: '6' }
  return request.initiator.shortcode && request.initiator.shortcode !== payer ? { code: '21' } : { payer }
}

const payOut = (call: Call, request: Request, conversationId: string): Ended => {
  const { world } = call
  const from = payerOf(call, request)
  if ('code' in from) return from
  const { receiver } = request
  if (!receiver) return { code: '35' }
  if (receiver.type !== '1') return { code: '36' }
  if (!markets.kenya.msisdn.test(receiver.identifier)) return { code: '7' }
  const subscriber = subscriberOf(world, market, receiver.identifier, phoneEndings)
  const transaction = draft(call, request, conversationId, {
    kind: 'b2c',
    amountCents: amountOf(request),
    payer: from.payer,
    payee: subscriber.msisdn,
  })
  const code = settlePayout(world, transaction)
  const receipt = finish(call, transaction, code)
  if (!receipt) return { code }
  const available = (kind: 'working' | 'utility' | 'charges') =>
    shillings(world.store.balance(account(market, from.payer, kind)))
  return {
    code,
    receipt,
    parameters: [
      { name: 'TransactionReceipt', value: receipt },
      { name: 'TransactionAmount', value: shillings(transaction.amountCents) },
      { name: 'B2CChargesPaidAccountAvailableFunds', value: available('charges') },
      { name: 'B2CRecipientIsRegisteredCustomer', value: 'Y' },
      {
        name: 'TransactionCompletedDateTime',
        value: stampOf(world.now, markets.kenya, 'DD.MM.YYYY HH:mm:ss'),
      },
      { name: 'ReceiverPartyPublicName', value: `${subscriber.msisdn} - ${subscriber.name}` },
      { name: 'B2CWorkingAccountAvailableFunds', value: available('working') },
      { name: 'B2CUtilityAccountAvailableFunds', value: available('utility') },
    ],
  }
}

const payBusiness = (call: Call, request: Request, conversationId: string): Ended => {
  const { world } = call
  const from = payerOf(call, request)
  if ('code' in from) return from
  const { receiver } = request
  if (!receiver) return { code: '35' }
  if (!['2', '3', '4'].includes(receiver.type)) return { code: '36' }
  const reference = valueIn(request.parameters, 'AccountReference') ?? ''
  const transaction = draft(call, request, conversationId, {
    kind: 'b2b',
    amountCents: amountOf(request),
    payer: from.payer,
    payee: receiver.identifier || receiver.shortcode,
    reference,
  })
  const organisation = world.store.organisation(market, transaction.payee)
  const code = settleBusiness(call, transaction, organisation)
  const receipt = finish(call, transaction, code)
  if (!receipt) return { code }
  const balance = world.store.balance(account(market, from.payer, 'working'))
  const core = `{Amount={BasicAmount=${shillings(balance)}, MinimumAmount=${balance}, CurrencyCode=${currency}}}`
  return {
    code,
    receipt,
    parameters: [
      { name: 'DebitPartyAffectedAccountBalance', value: balanceLine(world, from.payer, 'working') },
      { name: 'InitiatorAccountCurrentBalance', value: core },
      { name: 'DebitAccountCurrentBalance', value: core },
      { name: 'Amount', value: shillings(transaction.amountCents) },
      { name: 'TransCompletedTime', value: stamp(world.now) },
      { name: 'DebitPartyCharges', value: '' },
      { name: 'ReceiverPartyPublicName', value: nameOf(world, transaction.payee) },
      { name: 'Currency', value: currency },
    ],
    references: reference ? [{ name: 'BillReferenceNumber', value: reference }] : [],
  }
}

const reverse = (call: Call, request: Request, conversationId: string): Ended => {
  const original = valueIn(request.parameters, 'OriginalTransactionID')
  if (!original) return { code: '24' }
  const reversal = draft(call, request, conversationId, {
    kind: 'reversal',
    amountCents: amountOf(request),
    payer: request.initiator.shortcode,
    payee: '',
    extra: { originalReceipt: original },
  })
  const amount = amountOf(request)
  const done = reversePayment(call.world, {
    transactionId: reversal.id,
    receipt: original,
    shortcode: request.initiator.shortcode,
    ...(amount > 0 && { amountCents: amount }),
  })
  const receipt = finish(
    call,
    {
      ...reversal,
      amountCents: done.original?.amountCents ?? reversal.amountCents,
      payee: done.original?.payer ?? '',
    },
    done.code,
  )
  return { code: done.code, ...(receipt && { receipt }) }
}

const tellStatus = (call: Call, request: Request): Ended => {
  const { store } = call.world
  const receipt = valueIn(request.parameters, 'ReceiptNumber')
  const key = valueIn(request.parameters, 'OriginatorConversationID', 'ConversationID')
  if (!receipt && !key) return { code: '24' }
  const found = receipt ? store.transactionByReceipt(receipt) : store.transactionByKey(key ?? '')
  if (!found) return { code: '49' }
  const asking = request.initiator.shortcode
  if (found.payer !== asking && found.payee !== asking) return { code: '48' }
  return {
    code: '0',
    parameters: [
      { name: 'ReceiptNo', value: found.receipt ?? '' },
      { name: 'TransactionStatus', value: statusNames[found.state] },
      { name: 'Amount', value: shillings(found.amountCents) },
      { name: 'ReasonType', value: reasons[found.kind] ?? found.kind },
      { name: 'TransactionReason', value: '' },
      { name: 'DebitPartyName', value: nameOf(call.world, found.payer) },
      { name: 'CreditPartyName', value: nameOf(call.world, found.payee) },
      { name: 'DebitAccountType', value: accountTypes[found.kind] ?? 'Working Account' },
      { name: 'DebitPartyCharges', value: '' },
      {
        name: 'OriginatorConversationID',
        value: found.originatorConversationId ?? found.merchantRequestId ?? '',
      },
      { name: 'ConversationID', value: found.conversationId ?? '' },
      { name: 'InitiatedTime', value: stamp(found.createdAt) },
      { name: 'FinalisedTime', value: stamp(found.finishedAt ?? found.createdAt) },
    ],
  }
}

const tellBalance = (call: Call, request: Request): Ended => {
  const { world } = call
  const party = request.receiver ?? request.primary
  const shortcode = party?.identifier || party?.shortcode || request.initiator.shortcode
  const organisation = world.store.organisation(market, shortcode)
  if (!organisation) return { code: '7' }
  if (shortcode !== request.initiator.shortcode) return { code: '48' }
  return {
    code: '0',
    parameters: [
      {
        name: 'AccountBalance',
        value: accountsOf(organisation.kind === 'till' ? 'till' : 'other')
          .map((kind) => balanceLine(world, shortcode, kind))
          .join('&'),
      },
      { name: 'BOCompletedTime', value: stamp(world.now) },
    ],
  }
}

const rules: Record<string, (call: Call, request: Request, conversationId: string) => Ended> = {
  'b2c-payment': payOut,
  'b2b-payment': payBusiness,
  'transaction-reversal': reverse,
  'transaction-status-query': tellStatus,
  'account-balance': tellBalance,
}
