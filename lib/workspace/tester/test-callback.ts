import 'server-only'
import { Refusal } from '@/lib/refusal'
import { callbackEntry, kindExamples, knownKinds } from '@/lib/systems/callbacks'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import type { CallbackTest, CallbackTestInput } from './fields'
import { judgeAnswer, patienceMs, wayFindings } from './judge-answer'

/** Longer than M-Pesa waits, so that it can be told by how much an answer is late. */
const timeoutMs = 2 * patienceMs
const keptAnswer = 16_384

const typeOf = (body: string) =>
  body.trimStart().startsWith('<') ? 'text/xml; charset=utf-8' : 'application/json'

/** Sends a callback to an address of theirs, once, and says what M-Pesa would make of the answer. */
export const testCallback = async (
  deps: Deps,
  actor: Actor,
  { url, kind, body }: CallbackTestInput,
): Promise<CallbackTest> => {
  requireRole(actor, 'member')
  const known = knownKinds.find(({ id }) => id === kind)
  const entry = known && callbackEntry(known.system, known.kind)
  const example = kindExamples.get(kind)
  if (!entry || !example) {
    throw new Refusal('invalid', 'There is no such kind of callback.', { kind: ['Choose one of the list.'] })
  }
  const text = body ?? example.body
  const headers: [string, string][] = [
    ['Content-Type', typeOf(text)],
    ['X-Jaribu-Test', kind],
  ]
  const way = await deps.http.inspect(url, timeoutMs)
  const findings = wayFindings(new URL(url), way)
  const sent = await deps.http.send({ method: 'POST', url, headers, body: text, timeoutMs })
  const judged = judgeAnswer(entry, sent)
  recordAudit(deps, actor, 'tested a callback', `${kind} to ${url}`)
  return {
    verdict: judged.verdict,
    // What is said of the name already is not said twice.
    findings: way.problem === null ? [...findings, ...judged.findings] : findings,
    addresses: way.addresses,
    chain: way.tls?.chain ?? [],
    answer:
      sent.kind === 'answered'
        ? {
            status: sent.status,
            headers: sent.headers,
            body: Buffer.from(sent.body).toString('utf8').slice(0, keptAnswer),
            ms: Math.round(sent.ms),
          }
        : null,
    sent: { headers, body: text },
  }
}
