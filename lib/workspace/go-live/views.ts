/** What screens and `/api/v1/go-live` are given, each described once. Browsers import the types only. */
import { z } from 'zod'
import { environmentKind, epochMs } from '../views'

const caseState = z.enum(['success', 'fail', 'empty', 'not-applicable'])
export type CaseState = z.infer<typeof caseState>

const says = z.enum(['proves', 'contradicts', 'part']).describe('`part`: some of the records, not all.')

export const caseOfRun = z.object({
  sheetId: z.string(),
  sheetName: z.string(),
  caseId: z.string(),
  apiTitle: z.string(),
  title: z.string(),
  says,
})
export type CaseOfRun = z.infer<typeof caseOfRun>

const sheetCounts = z
  .object({
    cases: z.int(),
    success: z.int(),
    fail: z.int(),
    empty: z.int(),
    notApplicable: z.int(),
    conflicts: z.int().describe('Cases with evidence for and against.'),
    playable: z.int().describe('Empty ones that Jaribu can do here.'),
    bySoftware: z.int().describe('Proved by your own software.'),
    formOnly: z
      .int()
      .describe('Empty because only a form proved them, and the sheet requires your software.'),
  })
  .meta({ id: 'SheetCounts' })
export type SheetCounts = z.infer<typeof sheetCounts>

const jobState = z.enum(['running', 'paused', 'done', 'stopped', 'interrupted'])

export const jobView = z
  .object({
    id: z.string(),
    state: jobState,
    total: z.int(),
    done: z.int(),
    failed: z.int().describe('Cases whose steps could not be carried out, or whose evidence did not come.'),
    currentCase: z.string().nullable(),
    startedBy: z.string(),
    startedAt: epochMs,
    endedAt: epochMs.nullable(),
    log: z
      .array(
        z.object({
          at: epochMs,
          caseId: z.string().nullable(),
          text: z.string(),
          tone: z.enum(['neutral', 'good', 'bad']),
        }),
      )
      .describe('Newest last, at most 500 lines.'),
  })
  .meta({ id: 'Job', description: 'Cases being run one after the other.' })
export type JobView = z.infer<typeof jobView>

export const sessionView = z
  .object({
    state: z
      .enum(['waiting', 'running', 'proven', 'paused', 'stopped', 'complete', 'over'])
      .describe('`running`: a call that fits came. `complete`: nothing is missing. `over`: its time is up.'),
    case: z.object({ id: z.string(), title: z.string(), expected: z.string() }),
    instructions: z
      .array(z.string())
      .describe('What their program, and people around it, do: a sentence each.'),
    baseUrl: z.string().describe('Where their program sends its calls.'),
    goesOn: z.boolean(),
    waitingSince: epochMs,
    runId: z.string().nullable().describe('The call that began the case.'),
    proven: z.array(z.object({ id: z.string(), title: z.string(), at: epochMs })),
    startedBy: z.string(),
    startedAt: epochMs,
    endsAt: epochMs,
  })
  .meta({ id: 'Session', description: 'A sheet that waits for a team’s own software to do a case.' })
export type SessionView = z.infer<typeof sessionView>

export const sheetSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    environment: z.object({ id: z.string(), name: z.string(), kind: environmentKind }),
    system: z.string(),
    systemTitle: z.string(),
    apis: z.array(z.string()).describe('Ids of the chosen groups, in the system’s order.'),
    requiresSoftware: z.boolean().describe('What only a form of Jaribu proved does not fill the sheet.'),
    createdBy: z.string(),
    createdAt: epochMs,
    updatedAt: epochMs.describe('Of the newest mark, evidence or job, in epoch milliseconds.'),
    judging: z
      .object({ done: z.int(), total: z.int() })
      .nullable()
      .describe('Runs recorded before the sheet that are still being looked at; null once all were.'),
    counts: sheetCounts,
    job: jobView.nullable(),
    session: sessionView.nullable().describe('The open one, or the last there was.'),
  })
  .meta({ id: 'SheetSummary' })
export type SheetSummary = z.infer<typeof sheetSummary>

const provedBy = z.enum(['software', 'form'])

const evidenceView = z
  .object({
    id: z.string(),
    says,
    runIds: z.array(z.string()),
    callbackIds: z.array(z.int()),
    at: epochMs,
    sentence: z
      .string()
      .describe(
        '`STK push refused with 400.002.02, as expected.` Phone numbers masked as the reader’s role asks.',
      ),
    confidence: z
      .enum(['certain', 'likely'])
      .describe('`likely`: it only appears so; the `doubt` of the case says why.'),
    isSimulated: z.boolean(),
    by: provedBy.describe('`software`: all of it was your own program’s doing; else Jaribu sent it.'),
    isOwnAnswer: z.boolean().describe('Your own server answered the callbacks it rests on.'),
    attachedBy: z.string().nullable().describe('Who attached it by hand; null when it was found.'),
  })
  .meta({ id: 'Evidence' })
export type EvidenceView = z.infer<typeof evidenceView>

export const caseView = z
  .object({
    id: z.string(),
    api: z.string(),
    apiTitle: z.string(),
    source: z.enum(['sheet', 'derived']),
    sheet: z.string().nullable(),
    row: z.int().nullable(),
    subject: z.string(),
    title: z.string(),
    steps: z.array(z.string()),
    expected: z.string(),
    kind: z.enum(['success', 'negative']),
    quirk: z.string().nullable(),
    observed: z.string().nullable(),
    proof: z.string().describe('What proves it, in words.'),
    state: caseState.describe('What the cell says: a person’s word before the runs’ word.'),
    decidedBy: z.enum(['runs', 'person', 'nobody']),
    judged: z.enum(['success', 'fail', 'empty']).describe('What the runs alone say.'),
    confidence: z
      .enum(['certain', 'likely'])
      .nullable()
      .describe(
        '`certain`: every record was found, joined by ids. `likely`: `doubt` says why it is no more. Null while empty.',
      ),
    doubt: z.string().nullable().describe('Why it is not certain, in a sentence.'),
    by: provedBy.nullable().describe('Who made it happen: the best of the evidence; null while empty.'),
    isFormOnly: z
      .boolean()
      .describe('Only a form of Jaribu proved it, and the sheet requires your own software.'),
    missing: z.array(z.string()).describe('What is still needed, in plain words; empty when nothing is.'),
    isConflicting: z.boolean().describe('There are runs for and runs against it.'),
    evidence: z.array(evidenceView).describe('Proofs by your own software first, then the newest.'),
    override: z.object({ state: caseState, reason: z.string(), by: z.string(), at: epochMs }).nullable(),
    note: z.object({ text: z.string(), by: z.string(), at: epochMs }).nullable(),
    isWaitable: z.boolean().describe('A session can wait for it: a call of a program begins it.'),
    play: z
      .object({ isPossible: z.boolean(), why: z.string().nullable() })
      .describe('`why` says what keeps software from doing it here; null when it can.'),
  })
  .meta({ id: 'Case' })
export type CaseView = z.infer<typeof caseView>

export const checklistItemView = z
  .object({
    id: z.string(),
    section: z.string(),
    title: z.string(),
    todo: z.string(),
    where: z.string(),
    href: z.string().nullable(),
    journey: z.string().nullable(),
    confirmed: z.boolean(),
    source: z.string(),
    isDone: z.boolean(),
    note: z.string(),
    by: z.string().nullable(),
    at: epochMs.nullable(),
    found: z
      .object({ isFine: z.boolean(), text: z.string() })
      .nullable()
      .describe(
        'What Jaribu itself found out about it (`All 3 callback URLs pass the rules.`); null where it cannot.',
      ),
  })
  .meta({ id: 'ChecklistItem' })
export type ChecklistItemView = z.infer<typeof checklistItemView>

const templateRowView = z
  .object({
    sheet: z.string(),
    row: z.int(),
    title: z.string().describe('What the row says, as found.'),
    expected: z.string(),
    target: z.string().describe('The cell that will be written, such as `E7`.'),
    present: z.string().describe('What stands there in the file.'),
    blocked: z
      .string()
      .nullable()
      .describe('Why that cell will not be written, such as a formula in it; null when it can be.'),
    caseId: z.string().nullable().describe('The matched case; null when none fits.'),
    likeness: z.number().describe('0 to 1: how alike the wording is.'),
    because: z
      .string()
      .describe('Why this case, for people: `Same tab and row; both say token, wrong, secret.`'),
    isChosen: z.boolean().describe('A person chose the match.'),
  })
  .meta({ id: 'TemplateRow' })
export type TemplateRowView = z.infer<typeof templateRowView>

export const templateView = z
  .object({
    name: z.string(),
    uploadedBy: z.string(),
    uploadedAt: epochMs,
    rows: z.array(templateRowView).describe('One for each row of the workbook that looks like a case.'),
  })
  .meta({ id: 'Template' })
export type TemplateView = z.infer<typeof templateView>

export const sheetView = sheetSummary
  .extend({
    cases: z.array(caseView),
    checklist: z.array(checklistItemView),
    template: templateView.nullable(),
  })
  .meta({ id: 'Sheet' })
export type SheetView = z.infer<typeof sheetView>
