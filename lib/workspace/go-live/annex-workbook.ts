import { byWords } from '@/lib/go-live/by-words'
import { simulatedLine } from '@/lib/wire/environment-kinds'
import { cellText } from '@/lib/workbook/text'
import { linesOf, type SheetCell, type SheetOut } from '@/lib/workbook/write'
import type { CaseEvidence, EvidenceMessage } from './annex'
import type { CaseView, EvidenceView, SheetSummary } from './views'

const headerFill = '#C6E0B4'
const caseFill = '#E7E6E6'

const stateWords: Record<CaseView['state'], string> = {
  success: 'Success',
  fail: 'Fail',
  empty: 'not filled',
  'not-applicable': 'N/A',
}

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

const header = (...names: string[]): SheetCell[] =>
  names.map((value) => ({ value, isBold: true, fill: headerFill, hasBorder: true, isWrapped: true }))

const wrapped = (value: string): SheetCell => (value === '' ? null : { value, isWrapped: true })

export type AnnexFacts = {
  sheet: SheetSummary
  cases: readonly CaseEvidence[]
  apiTitle: (api: string) => string
  madeAt: number
  version: string
  /** What the reader has to know about the provider's own sheets. */
  layoutNotes: readonly { sheet: string; note: string }[]
}

/** A workbook to read and to print: what it is, all cases at a glance, then a sheet an API with every message. */
export const annexWorkbook = (facts: AnnexFacts): SheetOut[] => {
  const apis = [...new Set(facts.cases.map(({ view }) => view.api))]
  return [
    about(facts),
    glance(facts),
    ...apis.map((api) => messagesOf(facts, api)).filter(({ rows }) => rows.length > 3),
  ]
}

const about = ({ sheet, cases, madeAt, version, layoutNotes }: AnnexFacts): SheetOut => {
  const isSimulated =
    sheet.environment.kind === 'local' ||
    cases.some(({ evidence }) => evidence.some((one) => one.view.isSimulated))
  const { counts } = sheet
  const lines: [string, string][] = [
    ['Sheet', sheet.name],
    ['System', sheet.systemTitle],
    ['Environment', `${sheet.environment.name} (${sheet.environment.kind})`],
    ['Made', `${stamp(madeAt)}, Jaribu ${version}`],
    [
      'Cases',
      `${counts.cases}: ${counts.success} Success, ${counts.fail} Fail, ${counts.notApplicable} N/A, ${counts.empty} not filled`,
    ],
    [
      'How a case is filled',
      'Success: what was observed is what was expected, so a negative case that is refused is a Success. Fail: it was tried and came out otherwise. Empty: nothing is recorded.',
    ],
    [
      'Who made it happen',
      sheet.requiresSoftware
        ? `By your software: your own program sent the calls, ${counts.bySoftware} cases. What only a form of Jaribu proved does not fill this sheet: ${counts.formOnly} cases.`
        : `By your software: your own program sent the calls, ${counts.bySoftware} cases. By form: Jaribu sent them.`,
    ],
    [
      'What is masked',
      'Secrets are redacted as they were when recorded. Phone numbers show their first and last digits, names of persons their first letter.',
    ],
    [
      'Long messages',
      'A cell holds 32,767 characters. A longer message is cut and says so; the JSON export has it whole.',
    ],
    ...(isSimulated ? ([['Simulated', simulatedLine]] as [string, string][]) : []),
    ...layoutNotes.map(({ sheet: name, note }): [string, string] => [`Provider’s sheet ${name}`, note]),
  ]
  return {
    name: 'About',
    widths: [26, 100],
    rows: [
      [{ value: `Evidence for ${sheet.name}`, isBold: true, size: 16, span: 2 }, null],
      [],
      ...lines.map(([name, value]): SheetCell[] => [
        { value: name, isBold: true, isWrapped: true },
        wrapped(value),
      ]),
    ],
  }
}

/** On each sheet, because sheets are printed and passed on alone. */
const notice = (columns: number): SheetCell[] => [
  { value: simulatedLine, isBold: true, span: columns },
  ...Array.from({ length: columns - 1 }, () => null),
]

const glance = ({ cases, sheet }: AnnexFacts): SheetOut => ({
  name: 'Cases',
  widths: [24, 20, 32, 10, 14, 9, 18, 46, 26, 30],
  frozen: sheet.environment.kind === 'local' ? 2 : 1,
  isLandscape: true,
  rows: [
    ...(sheet.environment.kind === 'local' ? [notice(10)] : []),
    header(
      'Case',
      'API',
      'Test case',
      'Kind',
      'Actual Results',
      'Said by',
      'Proved',
      'Evidence',
      'Remarks',
      'Known about the case',
    ),
    ...cases.map(({ view, evidence, remarks }) => [
      wrapped(view.id),
      wrapped(view.apiTitle),
      wrapped(view.title),
      wrapped(view.kind),
      wrapped(stateWords[view.state]),
      wrapped(view.decidedBy === 'nobody' ? '' : view.decidedBy),
      wrapped(provedWords(view)),
      wrapped(
        evidence.length > 0
          ? evidence.map(({ view: one, sentence }) => `${stamp(one.at)}: ${sentence}`).join('\n')
          : view.missing.join('\n'),
      ),
      wrapped(remarks.join('\n')),
      wrapped(view.quirk ?? ''),
    ]),
  ],
})

const provedWords = ({ by, isFormOnly, doubt }: CaseEvidence['view']): string =>
  [isFormOnly ? `${byWords.form} only` : by === null ? '' : byWords[by], doubt ?? '']
    .filter(Boolean)
    .join('\n')

const messagesOf = ({ cases, apiTitle, sheet }: AnnexFacts, api: string): SheetOut => ({
  name: apiTitle(api),
  widths: [24, 24, 46, messageWidth],
  isLandscape: true,
  rows: [
    [{ value: `Messages: ${apiTitle(api)}`, isBold: true, size: 16, span: 4 }, null, null, null],
    sheet.environment.kind === 'local' ? notice(4) : [],
    header('Time', 'Message', 'What', 'As recorded'),
    ...cases.filter(({ view, evidence }) => view.api === api && evidence.length > 0).flatMap(blockOf),
  ],
})

const blockOf = ({ view, evidence }: CaseEvidence): SheetCell[][] => [
  [
    { value: `${stateWords[view.state]} · ${view.title}`, isBold: true, fill: caseFill, span: 4 },
    null,
    null,
    null,
  ],
  [{ value: `Expected: ${view.expected}`, isWrapped: true, span: 4 }, null, null, null],
  ...evidence.flatMap(({ view: one, sentence, messages }) => [
    [
      {
        value: `${saysOf(one)}: ${sentence}${one.isSimulated ? ' (simulated)' : ''} (${byWords[one.by]})`,
        isWrapped: true,
        span: 4,
      },
      null,
      null,
      null,
    ],
    ...messages.flatMap(rowsOf),
  ]),
  [],
]

/** What is proved and what only appears so are not one thing. */
const saysOf = ({ says, confidence }: EvidenceView): string =>
  says === 'proves' && confidence === 'likely' ? 'Appears to prove it' : saysWords[says]

const saysWords = { proves: 'Proves it', contradicts: 'Contradicts it', part: 'A part of it' } as const

/** A row holds what fits on a page: a long message goes on in the rows below. */
const rowsOf = ({ at, title, summary, text }: EvidenceMessage): SheetCell[][] =>
  piecesOf(cellText(text)).map((piece, index) => [
    index === 0 ? wrapped(stamp(at)) : null,
    wrapped(index === 0 ? title : `${title}, continued`),
    index === 0 ? wrapped(summary) : null,
    piece === '' ? null : { value: piece, isWrapped: true, isMono: true, size: 9 },
  ])

const messageWidth = 90
const linesOfRow = 28

const piecesOf = (text: string): string[] => {
  const pieces: string[] = []
  let piece: string[] = []
  let count = 0
  // A line without an end is cut as well.
  const most = messageWidth * (linesOfRow - 2)
  for (const line of text
    .split('\n')
    .flatMap((one) => one.match(new RegExp(`.{1,${most}}`, 'gsu')) ?? [''])) {
    const lines = linesOf(line, messageWidth)
    if (count + lines > linesOfRow && piece.length > 0) {
      pieces.push(piece.join('\n'))
      piece = []
      count = 0
    }
    piece.push(line)
    count += lines
  }
  return [...pieces, piece.join('\n')]
}
