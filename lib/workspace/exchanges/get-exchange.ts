import 'server-only'
import { type ExchangeRow, exchangeOf } from '@/db/queries/exchanges'
import { explainExchange } from '@/lib/exchanges/explain'
import { Refusal } from '@/lib/refusal'
import { isSystem, systemOf } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import { maskFor } from '../mask'
import { curlOfExchange } from './curl'
import { summaryOf } from './list-exchanges'
import { keptBytes } from './record-exchange'
import { operationOf, toldOf } from './told'
import type { ExchangeDetail, ExchangeExplanation } from './views'
import { catchUpBehind } from './write-behind'

/** One exchange, with why it was refused and what would have been accepted. */
export const getExchange = (deps: Deps, actor: Actor, id: string): ExchangeDetail => {
  const row = findExchange(deps, actor, id)
  const told = toldOf(row)
  const explanation = explanationOf(row)
  const isRefused = told?.isRefused ?? row.answerStatus >= 400
  const url = `${deps.config.publicUrl}/emulator/${row.system}${row.path}${row.query && `?${row.query}`}`
  const form = row.operation ?? explanation.meant?.operation
  return maskFor(actor.role, {
    ...summaryOf({ ...row, firstNote: row.notes[0] ?? null, isRefused }),
    systemTitle: isSystem(row.system) ? systemOf(row.system).title : row.system,
    app: row.appLabel || null,
    isNobodys: row.isNobodys,
    request: {
      url,
      query: row.query,
      headers: row.requestHeaders,
      body: row.requestBody,
      bytes: row.bodyBytes,
      bodyEncoding: row.bodyEncoding,
      isCut: row.bodyBytes > keptBytes,
    },
    answer: { status: row.answerStatus, headers: row.answerHeaders, body: row.answerBody },
    explanation,
    curl: curlOfExchange(row, url),
    tryPath: form ? `/try/${form.replace('.', '/')}?exchange=${row.id}` : null,
  })
}

export const findExchange = (deps: Deps, actor: Actor, id: string): ExchangeRow => {
  catchUpBehind(deps)
  const row = exchangeOf(deps.db, actor.workspaceId, id)
  if (!row) throw new Refusal('not-found', 'This exchange is not here (any more): the oldest go first.')
  return row
}

const untold: ExchangeExplanation = {
  reason: null,
  obstacles: [],
  unread: [],
  phases: [],
  remarks: [],
  meant: null,
  code: null,
}

const explanationOf = (row: ExchangeRow): ExchangeExplanation => {
  const told = toldOf(row)
  if (!told) return { ...untold, reason: `There is no emulated system ${row.system}.` }
  if (row.ended === 'fault') {
    return { ...untold, reason: `This answer was asked for on purpose: the fault ${row.fault}.`, remarks: [] }
  }
  const { reason, meant, ...explained } = explainExchange(told)
  return { ...explained, reason: reason ?? null, meant: meant ?? null, code: codeOf(row) }
}

const codeOf = (row: ExchangeRow) => {
  const operation = operationOf(row)
  if (row.code === null || !operation) return null
  const where = { operation: operation.id, ...(row.description !== null && { message: row.description }) }
  const code = systemOf(row.system).explain(row.code, where)
  return code && !code.success ? code : null
}
