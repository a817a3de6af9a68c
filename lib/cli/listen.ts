import net from 'node:net'
import { cursorsOf } from './cursors'
import { cursorNow, follow } from './follow'
import { type Forwarded, forward, noteForwarded } from './forward'
import { type Callback, CommandError, exitCodes, type Io } from './io'
import { openPage } from './open'
import { type Place, type PlaceOptions, placeOf } from './place'
import { line, readable } from './words'

export const modes = ['interactive', 'compact', 'json'] as const

export type ListenOptions = PlaceOptions & {
  forwardTo?: string[]
  inbox?: string
  kind?: string[]
  after?: number
  fromNow?: boolean
  mode?: (typeof modes)[number]
}

/** Shows callbacks as they arrive, and passes each on. Ends when it is asked to. */
export const listen = async (options: ListenOptions, io: Io): Promise<number> => {
  const place = placeOf(options, io)
  const targets = options.forwardTo ?? []
  for (const target of targets) requireUrl(target)
  const mode = options.mode ?? (io.keys ? 'interactive' : 'compact')
  const say = mode === 'json' ? io.err : io.out

  const cursors = cursorsOf(io)
  const name = `${place.url} ${options.inbox ?? '*'}`
  const kept = options.fromNow ? undefined : cursors.get(name)
  const after = options.after ?? kept ?? (await cursorNow(place, options.inbox))
  say(words.listening(place.url, options.inbox, kept !== undefined && options.after === undefined))
  for (const target of targets) say(await healthOf(target))

  const shown: Callback[] = []
  const pass = async (callback: Callback) => {
    shown.push(callback)
    if (shown.length > 200) shown.shift()
    const answers = await Promise.all(targets.map((target) => forward(place, callback, target, io)))
    await Promise.all(answers.map((answer) => noteForwarded(place, callback, answer)))
    if (mode === 'json') io.out(JSON.stringify({ callback, forwarded: answers }))
    else for (const text of [line(callback), ...answers.map(words.forwarded)]) io.out(text)
  }
  const stopKeys = mode === 'interactive' ? io.keys?.(keyActions({ place, io, shown, pass })) : undefined
  try {
    const callbacks = follow(place, io, {
      inbox: options.inbox,
      after,
      onTrouble: (message) => say(words.waiting(message)),
      onBack: () => say(words.back),
    })
    cursors.put(name, after)
    for await (const callback of callbacks) {
      const isWanted = !options.kind || options.kind.some((kind) => isOfKind(callback, kind))
      if (isWanted) await pass(callback)
      cursors.put(name, callback.id)
    }
  } finally {
    stopKeys?.()
  }
  return exitCodes.done
}

/** `result` of any system, or `daraja.result`. */
export const isOfKind = (callback: Callback, kind: string): boolean =>
  callback.kind === kind || `${callback.system}.${callback.kind}` === kind

const requireUrl = (target: string): void => {
  if (URL.canParse(target) && /^https?:/.test(target)) return
  throw new CommandError(
    exitCodes.usage,
    `“${target}” is no address to forward to. Write it whole: http://localhost:8000/callbacks`,
  )
}

const keyActions = ({
  place,
  io,
  shown,
  pass,
}: {
  place: Place
  io: Io
  shown: readonly Callback[]
  pass: (callback: Callback) => Promise<void>
}) => {
  io.out(words.keys)
  /** Counted from the newest. */
  let at = 0
  const chosen = () => shown[shown.length - 1 - at]
  const show = () => {
    const callback = chosen()
    if (callback) io.out(words.chosen(line(callback)))
  }
  const actions: Record<string, () => void> = {
    j: () => {
      at = Math.max(0, at - 1)
      show()
    },
    k: () => {
      at = Math.max(0, Math.min(shown.length - 1, at + 1))
      show()
    },
    d: () => {
      const callback = chosen()
      if (callback) io.out(readable(callback))
    },
    r: () => {
      const callback = chosen()
      at = 0
      if (callback) void pass(callback)
    },
    o: () => {
      const callback = chosen()
      if (callback) void openPage(`${place.url}/inbox/${callback.id}`, io)
    },
  }
  return (key: string) => actions[key]?.()
}

/** Whether anything listens at the port, before the first callback needs it. */
const healthOf = (target: string): Promise<string> => {
  const { hostname, port, protocol } = new URL(target)
  return new Promise((resolve) => {
    const socket = net.connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
      timeout: 2000,
    })
    const end = (isThere: boolean) => {
      socket.destroy()
      resolve(words.target(target, isThere))
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })
}

const words = {
  listening: (url: string, inbox: string | undefined, isResumed: boolean) => {
    const where = inbox ? `the inbox ${inbox} of ${url}` : `every inbox of ${url}`
    return isResumed
      ? `Listening to ${where}, from where the last listener stopped.`
      : `Listening to ${where}.`
  },
  target: (target: string, isThere: boolean) =>
    isThere ? `Forwarding to ${target}.` : `Forwarding to ${target}, where nothing listens yet.`,
  keys: 'Keys: j and k choose, d shows it whole, r sends it again, o opens it, q ends.',
  chosen: (text: string) => `› ${text}`,
  waiting: (message: string) => `${message} Trying again; nothing that arrives meanwhile is missed.`,
  back: 'Jaribu answers again.',
  forwarded: (answer: Forwarded) =>
    answer.kind === 'answered'
      ? `          ${answer.target} answered ${answer.status} in ${answer.ms} ms`
      : `          ${answer.target}: ${answer.why} (${answer.ms} ms)`,
}
