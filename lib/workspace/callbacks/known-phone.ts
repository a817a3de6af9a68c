import 'server-only'
import { knownPhones } from '@/db/queries/known-phones'
import { hashesOf, isHashLike } from '@/lib/msisdn/hashes'
import { ofDatabase } from '@/lib/process-state'
import { understand } from '@/lib/systems'
import type { CallbackMeaning } from '@/lib/systems/types'
import { readableMessage } from '@/lib/wire/content'
import type { WireMessage } from '@/lib/wire/types'
import type { Deps } from '../deps'

const newestRuns = 2_000
/** Phones that came up since are looked for no more often than this. */
const freshForMs = 2_000

type Book = { readAt: number; hashes: Map<string, string>; phones: Set<string> }

const books = ofDatabase('known-phones', () => new Map<string, Book>())

/** The hashes of the workspace's phones, made once for each phone. */
const bookOf = (deps: Deps, workspaceId: string, hash: string): Book => {
  const all = books(deps)
  const book = all.get(workspaceId) ?? { readAt: 0, hashes: new Map(), phones: new Set() }
  all.set(workspaceId, book)
  const now = deps.clock()
  if (book.hashes.has(hash) || (book.readAt > 0 && Math.abs(now - book.readAt) < freshForMs)) return book
  book.readAt = now
  for (const msisdn of knownPhones(deps.db, workspaceId, newestRuns)) {
    if (book.phones.has(msisdn)) continue
    book.phones.add(msisdn)
    for (const one of hashesOf(msisdn)) book.hashes.set(one, msisdn)
  }
  return book
}

/** The phone of this workspace whose hash it is. Of what a mask left, one phone only may be behind it. */
const phoneBehind = (deps: Deps, workspaceId: string, given: string): string | undefined => {
  const hash = given.toLowerCase()
  const { hashes } = bookOf(deps, workspaceId, hash)
  const exact = hashes.get(hash)
  if (exact !== undefined || /^[0-9a-f]+$/.test(hash)) return exact
  const found = new Set([...hashes].flatMap(([one, msisdn]) => (isHashLike(hash, one) ? [msisdn] : [])))
  return found.size === 1 ? [...found][0] : undefined
}

/** The meaning as if the number stood where its hash does. */
export const withPhone = (
  message: WireMessage,
  meaning: CallbackMeaning,
  msisdn: string,
): CallbackMeaning => {
  const { payerHash } = meaning.facts
  if (payerHash === undefined) return meaning
  const text = Buffer.from(readableMessage(message).body).toString('utf8')
  const read = understand({ ...message, body: Buffer.from(text.replace(payerHash, msisdn)) })
  if (read?.kind !== meaning.kind || read.facts.msisdn !== msisdn) return meaning
  const table = [...(read.facts.table ?? []), { name: 'SHA-256 of the phone', value: payerHash }]
  return { ...read, facts: { ...read.facts, table } }
}

/** A payer who came as a hash is known where the phone is one of the workspace's. */
export const withKnownPhone = <Meaning extends CallbackMeaning | undefined>(
  deps: Deps,
  row: WireMessage & { workspaceId: string },
  meaning: Meaning,
): Meaning | CallbackMeaning => {
  const hash = meaning?.facts.payerHash
  const msisdn = hash === undefined ? undefined : phoneBehind(deps, row.workspaceId, hash)
  return meaning && msisdn !== undefined ? withPhone(row, meaning, msisdn) : meaning
}
