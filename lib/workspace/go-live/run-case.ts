import 'server-only'
import { type CallbackRow, callbacksAfter, lastCallbackId } from '@/db/queries/callbacks'
import { inboxById } from '@/db/queries/inboxes'
import { runOf } from '@/db/queries/runs'
import { worldRows } from '@/db/queries/world'
import type { GoLiveCase, PlayAnswer, PlayStep, PlayValue } from '@/lib/catalogue/go-live'
import type { Json, Operation } from '@/lib/catalogue/types'
import { initialValues } from '@/lib/derive'
import { bodyOf, plainOf } from '@/lib/go-live/body'
import { Refusal } from '@/lib/refusal'
import { findOperation, systemOf } from '@/lib/systems'
import { kindTitle } from '@/lib/systems/callbacks'
import { contentOf } from '@/lib/wire/content'
import type { PromptAnswer } from '@/lib/wire/types'
import { isFinal } from '@/lib/wire/verdicts'
import { stampOf } from '@/lib/world/clock'
import { faultKinds } from '@/lib/world/faults'
import type { Actor, Deps } from '../deps'
import { environmentContext } from '../environments/environment-context'
import { changeInbox } from '../inboxes/change-inbox'
import { inboxUrlFor } from '../inboxes/inbox-view'
import { sendRun } from '../runs/send-run'
import { listOrganisations, setValidation } from '../world/organisations'
import { payFromPhone } from '../world/payments'
import { answerPrompt, listOpenPrompts, listPhones } from '../world/phones'
import { changeSandboxSettings, readSandboxSettings } from '../world/settings'
import { changeWorld } from '../world/world'
import { type Patience, Stopped } from './patience'
import { attemptsOfRuns, type JudgedEnvironment } from './recordings'

export type Played = {
  runIds: string[]
  /** Why the steps could not be carried out to their end; null when they were. */
  failure: string | null
}

/** Longer than a prompt lives, with the callback after it. */
const resultSeconds = 100
const promptSeconds = 20

/**
 * Carries out the steps of a case with the same verbs that people use. What it sends is recorded like any run; what it
 * changes for that (answers of the inbox, the sandbox's settings) is as before when it ends.
 */
export const runCase = async (
  deps: Deps,
  actor: Actor,
  { case: each, environment }: { case: GoLiveCase; environment: JudgedEnvironment },
  patience: Patience,
): Promise<Played> => {
  if (environment.kind === 'production') {
    throw new Refusal('precondition', 'Nothing of a sheet is run against production.')
  }
  const stage: Stage = {
    deps,
    actor,
    environment,
    patience,
    runs: [],
    named: new Map(),
    caught: new Map(),
    sending: [],
    since: lastCallbackId(deps.db, actor.workspaceId),
    startedAt: deps.clock(),
    restore: [],
  }
  try {
    for (const step of each.play ?? []) await carryOut(stage, step)
    await patience.during(Promise.allSettled(stage.sending))
    return { runIds: stage.runs, failure: null }
  } catch (error) {
    if (error instanceof Stopped) throw error
    if (!(error instanceof Refusal) && !(error instanceof PlayError)) throw error
    return { runIds: stage.runs, failure: error.message }
  } finally {
    for (const restore of stage.restore.reverse()) restore()
  }
}

/** A step that could not be done, in words for the log. */
class PlayError extends Error {}

type Stage = {
  deps: Deps
  actor: Actor
  environment: JudgedEnvironment
  patience: Patience
  runs: string[]
  named: Map<string, string>
  caught: Map<string, CallbackRow>
  /** Sends whose answer nobody waits for yet. */
  sending: Promise<unknown>[]
  /** Callbacks above this id came during the play. */
  since: number
  startedAt: number
  restore: (() => void)[]
}

const carryOut = (stage: Stage, step: PlayStep): Promise<void> | void => {
  switch (step.do) {
    case 'send':
      return send(stage, step)
    case 'answer-prompt':
      return answer(stage, step.answer)
    case 'customer-pays':
      return pay(stage, step)
    case 'answer-validation':
      return answerValidation(stage, step.with)
    case 'await-callback':
      return awaitCallback(stage, step)
    case 'let-pass':
      return stage.patience.pass(step.seconds)
    case 'arrange':
      return arrange(stage, step.with)
    case 'read-strictly':
      return changeSettings(stage, { strictness: 'strict' })
    case 'fault':
      return addFault(stage, step)
  }
}

/** What a form begins with for another choice than the case makes. */
const excluded = ({ rules = [] }: Operation, values: Record<string, Json>): string[] =>
  rules.flatMap((rule) =>
    rule.kind === 'absent-when' && values[rule.when.field] === rule.when.equals ? [rule.field] : [],
  )

type SendStep = Extract<PlayStep, { do: 'send' }>

const send = async (stage: Stage, step: SendStep): Promise<void> => {
  const { deps, actor, environment, patience } = stage
  const times = step.times ?? 1
  const context = environmentContext(deps, actor, environment.id)
  const operation = findOperation(step.operation)
  if (!operation) throw new PlayError(`There is no operation ${step.operation}.`)
  // The same values each time: what repeats is to be the same.
  let changes: Record<string, Json | undefined> | undefined
  for (let time = 0; time < times; time += 1) {
    const id = deps.ids.next()
    const callbackUrl = context.callbackUrlFor(id)
    const first = initialValues(operation, {
      credentials: environment.settings,
      callbackUrl,
      phone: phoneOf(environment),
    })
    changes ??= resolveAll(stage, step.values ?? {}, callbackUrl)
    const values: Record<string, Json> = {}
    for (const [name, { value }] of Object.entries(first)) if (value !== undefined) values[name] = value
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === null) delete values[name]
      else values[name] = value
    }
    for (const name of excluded(operation, values)) if (!(name in changes)) delete values[name]
    stage.runs.push(id)
    if (step.as) stage.named.set(step.as, id)
    const sent = sendRun(
      deps,
      actor,
      { operation: operation.id, environment: environment.id, values, sendAnyway: true, id },
      undefined,
      {
        ...(step.credentials && { credentials: step.credentials }),
        ...(step.token !== undefined && { token: step.token }),
        ...(step.body !== undefined && { body: step.body }),
      },
    )
    if (step.wait === 'no') {
      stage.sending.push(sent)
      continue
    }
    await patience.during(sent)
    if (step.wait === 'verdict') {
      const verdict = await patience.until(resultSeconds, () => finalVerdict(stage, id))
      if (!verdict) throw new PlayError(`${operation.title} got no result within ${resultSeconds} seconds.`)
    }
  }
}

const finalVerdict = ({ deps, actor }: Stage, id: string) => {
  const verdict = runOf(deps.db, actor.workspaceId, id)?.verdict
  return verdict && isFinal(verdict) ? verdict : undefined
}

/** A phone that pays by itself, where the system knows one. */
const phoneOf = ({ system, kind }: JudgedEnvironment): string | undefined =>
  systemOf(system).testPhones.find(
    (phone) => phone.kinds.some((each) => each === kind) && !/you answer/.test(phone.what),
  )?.msisdn

const resolveAll = (stage: Stage, values: Readonly<Record<string, PlayValue>>, callbackUrl: string) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, resolve(stage, value, callbackUrl)]),
  )

const resolve = (stage: Stage, value: PlayValue, callbackUrl: string): Json | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if ('$from' in value) return taken(stage, String(value.$from), String(value.take))
  if ('$hook' in value) return withPort(callbackUrl) + String(value.$hook)
  if ('$ago' in value) {
    const { market } = environmentContext(stage.deps, stage.actor, stage.environment.id)
    return stampOf(stage.deps.clock() - Number(value.$ago) * 1000, market, 'YYYY-MM-DD HH:mm:ss')
  }
  if ('$fresh' in value) {
    const { $fresh: length, prefix = '' } = value as { $fresh: number; prefix?: string }
    // The end of an id is what differs from the one before it.
    return `${prefix}${stage.deps.ids.next().slice(-Math.max(1, length - prefix.length))}`.slice(0, length)
  }
  return value
}

const withPort = (url: string): string => {
  const { protocol, hostname, port, pathname } = new URL(url)
  return `${protocol}//${hostname}:${port || (protocol === 'https:' ? '443' : '80')}${pathname}`
}

/** What an earlier step brought: see `PlayValue`. */
const taken = (stage: Stage, name: string, take: string): Json => {
  const { deps, actor, environment } = stage
  const callback = stage.caught.get(name)
  if (callback) {
    const text = Buffer.from(contentOf(callback).body).toString('utf8')
    return wanted(
      name,
      take,
      take === 'receipt' ? callback.receipt : bodyOf(text).at(take.replace(/^callback\./, '')),
    )
  }
  const id = stage.named.get(name)
  if (!id) throw new PlayError(`No step before is called ${name}.`)
  if (take === 'run') return id
  const [attempt] = attemptsOfRuns(deps, environment, [id])
  const found =
    take === 'receipt'
      ? runOf(deps.db, actor.workspaceId, id)?.receipt
      : take.startsWith('request.body.')
        ? attempt?.run?.request.body.at(take.slice(13))
        : take.startsWith('callback.')
          ? attempt?.callbacks.at(-1)?.body.at(take.slice(9))
          : attempt?.run?.response?.body.at(take.replace(/^response\.body\./, ''))
  return wanted(name, take, found)
}

const wanted = (name: string, take: string, found: unknown): Json => {
  const plain = plainOf(found)
  if (plain === undefined || plain === null || plain === '') {
    throw new PlayError(`The step ${name} brought no ${take}: it did not go as it should.`)
  }
  return plain as Json
}

const onlyLocal = ({ environment }: Stage, what: string) => {
  if (environment.kind !== 'local') throw new PlayError(`${what} happens in the local sandbox only.`)
}

const answer = async (stage: Stage, given: PlayAnswer): Promise<void> => {
  onlyLocal(stage, 'Answering a phone')
  const { deps, actor, patience, startedAt } = stage
  const prompt = await patience.until(promptSeconds, () =>
    listOpenPrompts(deps, actor).findLast(({ openedAt }) => openedAt >= startedAt),
  )
  if (!prompt) throw new PlayError('No prompt came to a phone.')
  const pin = listPhones(deps, actor).find(({ msisdn }) => msisdn === prompt.msisdn)?.pin ?? '1234'
  const answered: PromptAnswer = given.answer === 'pin' ? { answer: 'pin', pin } : given
  answerPrompt(deps, actor, { msisdn: prompt.msisdn, promptId: prompt.id, answer: answered })
}

type PayStep = Extract<PlayStep, { do: 'customer-pays' }>

const pay = (stage: Stage, { shortcode, reference, amount, msisdn }: PayStep): void => {
  onlyLocal(stage, 'A payment from a phone’s menu')
  const { deps, actor } = stage
  const phones = listPhones(deps, actor).filter(({ canPay }) => canPay)
  const phone = msisdn
    ? phones.find((each) => each.msisdn === msisdn)
    : (phones.find(({ behaviour }) => behaviour.kind === 'pays') ?? phones[0])
  if (!phone) throw new PlayError('The sandbox has no such phone.')
  const paid = payFromPhone(deps, actor, {
    msisdn: phone.msisdn,
    shortcode,
    reference,
    amountCents: Math.round(amount * 100),
    pin: phone.pin,
  })
  if (paid.kind === 'refused') throw new PlayError(paid.sentence)
}

/** The inbox answers so, and in the local sandbox every organisation asks. */
const answerValidation = (stage: Stage, validation: string): void => {
  const { deps, actor, environment, restore } = stage
  const inbox = inboxById(deps.db, actor.workspaceId, environment.inboxId)
  if (!inbox) throw new PlayError('The environment has no inbox.')
  restore.push(() => changeInbox(deps, actor, inbox.name, { validation: inbox.validation }))
  changeInbox(deps, actor, inbox.name, { validation })
  if (environment.kind !== 'local') return
  const own = new Set(Object.values(environment.settings))
  for (const { shortcode, validation: isAsked, canValidate } of listOrganisations(deps, actor)) {
    if (isAsked || !canValidate || !own.has(shortcode)) continue
    restore.push(() => setValidation(deps, actor, { shortcode, validation: false }))
    setValidation(deps, actor, { shortcode, validation: true })
  }
}

/** The portal of the local provider, as far as its system lets it be changed. */
const arrange = (stage: Stage, change: Readonly<Record<string, PlayValue>>): void => {
  onlyLocal(stage, 'Changing what the portal keeps')
  const { deps, actor, environment, restore } = stage
  const { system, credentials } = environmentContext(deps, actor, environment.id)
  const inbox = inboxById(deps.db, actor.workspaceId, environment.inboxId)
  const key = credentials[system.localApp.key] ?? ''
  const app = worldRows(deps.db).appByKey.get(system.id, key)
  if (!system.arrange || !inbox || app?.workspaceId !== actor.workspaceId) {
    throw new PlayError('The environment’s key belongs to no account of the local portal.')
  }
  const put = system.arrange
  const within = (portal: Readonly<Record<string, Json>>) =>
    changeWorld(deps, actor.workspaceId, (world) => put(portal, world), {
      app: { id: app.id, system: system.id, key, secret: '' },
    })
  const resolved = resolveAll(stage, change, inboxUrlFor(deps, actor, inbox))
  const before = within(
    Object.fromEntries(Object.entries(resolved).map(([name, value]) => [name, value ?? null])),
  )
  restore.push(() => {
    within(before)
  })
}

type AwaitStep = Extract<PlayStep, { do: 'await-callback' }>

const awaitCallback = async (stage: Stage, { kind, as }: AwaitStep): Promise<void> => {
  const { deps, actor, environment, patience } = stage
  const found = await patience.until(resultSeconds, () =>
    callbacksAfter(deps.db, actor.workspaceId, environment.inboxId, stage.since, 500).find(
      (callback) => callback.kind === kind,
    ),
  )
  if (!found)
    throw new PlayError(`No ${kindTitle(environment.system, kind)} came within ${resultSeconds} seconds.`)
  if (as) stage.caught.set(as, found)
}

const changeSettings = (stage: Stage, change: Partial<ReturnType<typeof readSandboxSettings>>): void => {
  onlyLocal(stage, 'Changing how the sandbox behaves')
  const { deps, actor, restore } = stage
  const before = readSandboxSettings(deps, actor)
  const old = Object.fromEntries(
    Object.keys(change).map((name) => [name, before[name as keyof typeof before]]),
  )
  restore.push(() => {
    changeSandboxSettings(deps, actor, old)
  })
  changeSandboxSettings(deps, actor, change)
}

const addFault = (stage: Stage, { name, value }: Extract<PlayStep, { do: 'fault' }>): void => {
  const kind = faultKinds.find((each) => each === name)
  if (!kind) throw new PlayError(`The sandbox has no fault ${name}.`)
  const { faults } = readSandboxSettings(stage.deps, stage.actor)
  const more = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  changeSettings(stage, { faults: [...faults, { times: 1, ...more, kind }] })
}
