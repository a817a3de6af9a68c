import { transportFaults } from '@/lib/catalogue/transport-faults'
import type { Code } from '@/lib/catalogue/types'
import type { System } from '@/lib/systems/types'
import { announcedCodes, distinctCodes, readingsOf } from './codes-in-text'
import { explainMessage } from './explain-message'
import { type Finding, nothing } from './finding'
import { namedCodes, type Pasted, plainWords, readPasted } from './pasted'
import { isCalled, isNamed, namesIn, saidWords, spokenWords } from './phrases'
import { codeKey } from './search'
import { wireNameOf } from './wire-names'

export type ExplainedText = { form: Pasted['form']; findings: Finding[] }

const mostByWords = 3

/**
 * What a pasted text is about. Whole messages are read by the systems' own readers, and nothing else is guessed from
 * them; only a text without any is searched for faults of the connection, for codes, for names and for known sentences.
 */
export const explainText = (systems: readonly System[], text: string): ExplainedText => {
  const { form, messages, rest } = readPasted(text, wireNameOf(systems))
  const read = messages.flatMap((message) => explainMessage(systems, message))
  if (read.length > 0) return { form, findings: read }
  const around = form === 'html' ? `${text} ${rest}` : text
  const rows = systems.flatMap(({ codes }) => codes)
  const transport = transportFaults
    .filter(({ says }) => says.some((form) => form.test(around)))
    .slice(0, 1)
    .map((fault): Finding => ({ ...nothing, how: 'transport', transport: fault }))
  const coded = byCodes(systems, rows, text)
  const isExplained = [...transport, ...coded].some(({ row, transport }) => row ?? transport)
  if (isExplained)
    return { form, findings: [...transport, ...coded.filter(({ row }) => row || transport.length === 0)] }
  const named = byNames(rows, text)
  const findings = named.length > 0 ? named : byWords(rows, form === 'html' ? rest : text)
  return { form, findings: findings.length > 0 ? findings : coded }
}

const byCodes = (systems: readonly System[], rows: readonly Code[], text: string): Finding[] => {
  const seen = new Set<string>()
  const bare = [...distinctCodes(rows, text), ...announcedCodes(rows, text)]
  const named = [...namedCodes(text), ...bare.map((code) => ({ key: undefined, code }))]
  return named.flatMap(({ key, code }) => {
    if (seen.has(codeKey(code))) return []
    seen.add(codeKey(code))
    const { row, others } = readingsOf(systems, code, { key, text })
    return [{ ...nothing, how: 'code', code, system: row?.system ?? null, row: row ?? null, others }]
  })
}

const byNames = (rows: readonly Code[], text: string): Finding[] => {
  const names = new Set(namesIn(text))
  if (names.size === 0) return []
  const called = rows.filter((row) => isCalled(row, names))
  const found = called.length > 0 ? called : rows.filter((row) => isNamed(row, names))
  const [row, ...others] = found
  if (!row) return []
  const isSure = found.every(({ system }) => system === row.system)
  return [
    {
      ...nothing,
      how: 'name',
      system: isSure ? row.system : null,
      code: row.code,
      row: isSure ? row : null,
      others: isSure ? others : found,
    },
  ]
}

const quotation = /["“]([^"“”\n]{4,300})["”]/g

/** The row of which most stands in the text; others only where they say as much. */
const byWords = (rows: readonly Code[], text: string): Finding[] => {
  // What somebody quotes is a message of its own, whatever is said around it.
  const parts = [text, ...[...text.matchAll(quotation)].map(([, said = '']) => said)].map(spokenWords)
  const found = rows
    .map((row) => ({ row, count: Math.max(...parts.map((words) => saidWords(row, words))) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const best = found.filter(({ count }) => count === found[0]?.count)
  const said = new Set(plainWords(text))
  const withCode = best.filter(({ row }) => row.code !== null && said.has(row.code.toLowerCase()))
  return (withCode.length > 0 ? withCode : best)
    .slice(0, mostByWords)
    .map(({ row }) => ({ ...nothing, how: 'words', system: row.system, code: row.code, row }))
}
