import { type Assigned, assign, assignmentOf } from '@/lib/wire/leaves'
import { cursorNow, follow } from './follow'
import { CommandError, exitCodes, type Io } from './io'
import { type Place, type PlaceOptions, placeOf } from './place'
import { line } from './words'

export type TriggerOptions = PlaceOptions & {
  set?: string[]
  to?: string
  inbox: string
  preview?: boolean
  json?: boolean
}

type Kinds = Awaited<ReturnType<typeof kindsOf>>

/** Sends a callback as its provider would: to an inbox of Jaribu, or to any address. */
export const trigger = async (kind: string, options: TriggerOptions, io: Io): Promise<number> => {
  const place = placeOf(options, io)
  const example = exampleOf(kind, await kindsOf(place))
  const body = filled(example.body, options.set ?? [])
  if (options.preview) {
    io.out(body)
    return exitCodes.done
  }
  const url = options.to ?? `${await inboxUrl(place, options.inbox)}${example.path}`
  const after = options.to === undefined ? await cursorNow(place, options.inbox) : undefined
  const began = io.now()
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': example.contentType },
    body,
    redirect: 'manual',
    signal: io.signal,
  }).catch((thrown: unknown) => {
    throw new CommandError(
      exitCodes.unreachable,
      `${url} cannot be reached: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
    )
  })
  const [text, ms] = [await answer.text(), io.now() - began]
  const callback = after === undefined ? undefined : await captured(place, io, options.inbox, after, body)
  if (options.json)
    io.out(JSON.stringify({ url, body, answer: { status: answer.status, body: text, ms }, callback }))
  else {
    io.out(`${url} answered ${answer.status} in ${ms} ms: ${text}`)
    if (callback) io.out(line(callback))
  }
  return answer.ok ? exitCodes.done : exitCodes.failed
}

const kindsOf = async (place: Place) => (await place.call('GET /callbacks/kinds')).kinds

/** Where we reach it from here, which need not be where a provider does. */
const inboxUrl = async (place: Place, name: string): Promise<string> => {
  const { inbox } = await place.call('GET /inboxes/{name}', { path: { name } })
  return `${place.url}${new URL(inbox.url).pathname}`
}

/** By the id of one entry, or by a name that only one system has. */
const exampleOf = (wanted: string, kinds: Kinds) => {
  const found = kinds.filter(({ id, kind }) => id === wanted || kind === wanted)
  const [only] = found
  if (only?.example && found.length === 1) return only.example
  const [why, named] =
    found.length > 1
      ? [`“${wanted}” is a kind of several systems. Say which:`, found]
      : [`There is no kind “${wanted}”. There are:`, kinds.filter(({ example }) => example)]
  throw new CommandError(
    exitCodes.usage,
    [why, ...named.map(({ id, title }) => `  ${id}  ${title}`)].join('\n'),
  )
}

const filled = (body: string, sets: readonly string[]): string => {
  const assignments = sets.map((text) => {
    const assignment = assignmentOf(text)
    if (assignment) return assignment
    throw new CommandError(exitCodes.usage, `“${text}” sets nothing. Write it so: --set Amount=150`)
  })
  const assigned = assign(body, assignments)
  if (assigned.kind === 'done') return assigned.message
  throw new CommandError(exitCodes.usage, whyNot(assigned))
}

const whyNot = (assigned: Exclude<Assigned, { kind: 'done' }>): string => {
  if (assigned.kind === 'no-json') return `“${assigned.value}” is no JSON, which ${assigned.path}:= needs.`
  const first = assigned.isMany
    ? `“${assigned.path}” could be any of these. Write more of the path:`
    : `The message has no “${assigned.path}”. It has:`
  return [first, ...assigned.paths.map((path) => `  ${path}`)].join('\n')
}

/** The one that was just sent, among whatever else arrives. */
const captured = async (place: Place, io: Io, inbox: string, after: number, body: string) => {
  for await (const callback of follow(place, io, { inbox, after, until: io.now() + 5000 })) {
    if (callback.body === body || callback.bodyUrl !== null) return callback
  }
  return undefined
}
