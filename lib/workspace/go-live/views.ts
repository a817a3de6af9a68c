/** What screens and `/api/v1/go-live` are given. Types only, so browsers may import it. */
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'

export type CaseState = 'success' | 'fail' | 'empty' | 'not-applicable'

export type SheetCounts = {
  cases: number
  success: number
  fail: number
  empty: number
  notApplicable: number
  /** Cases with evidence for and against. */
  conflicts: number
  /** Empty ones that software can do here. */
  playable: number
}

export type SheetSummary = {
  id: string
  name: string
  environment: { id: string; name: string; kind: EnvironmentKind }
  system: string
  systemTitle: string
  /** Ids of the chosen groups, in the system's order. */
  apis: string[]
  createdBy: string
  createdAt: number
  /** Of the newest mark, evidence or job. */
  updatedAt: number
  /** Runs recorded before the sheet that are still being looked at; null once all were. */
  judging: { done: number; total: number } | null
  counts: SheetCounts
  job: JobView | null
}

export type SheetView = SheetSummary & {
  cases: CaseView[]
  checklist: ChecklistItemView[]
  template: TemplateView | null
}

export type CaseView = {
  id: string
  api: string
  apiTitle: string
  source: 'sheet' | 'derived'
  sheet: string | null
  row: number | null
  subject: string
  title: string
  steps: string[]
  expected: string
  kind: 'success' | 'negative'
  quirk: string | null
  observed: string | null
  /** What proves it, in words. */
  proof: string
  /** What the cell says: a person's word before the runs' word. */
  state: CaseState
  decidedBy: 'runs' | 'person' | 'nobody'
  /** What the runs alone say. */
  judged: 'success' | 'fail' | 'empty'
  /** `certain`: every record was found, joined by ids. `likely`: joined by time only. Null while empty. */
  confidence: 'certain' | 'likely' | null
  /** What is still needed, in plain words; empty when nothing is. */
  missing: string[]
  /** Runs for and runs against. */
  isConflicting: boolean
  /** Newest first. */
  evidence: EvidenceView[]
  override: { state: CaseState; reason: string; by: string; at: number } | null
  note: { text: string; by: string; at: number } | null
  /** `why` says what keeps software from doing it here; null when it can. */
  play: { isPossible: boolean; why: string | null }
}

export type EvidenceView = {
  id: string
  /** `part`: some of the records, not all. */
  says: 'proves' | 'contradicts' | 'part'
  runIds: string[]
  callbackIds: number[]
  at: number
  /** `STK push refused with 400.002.02, as expected.` Phone numbers masked as the reader's role asks. */
  sentence: string
  isSimulated: boolean
  /** Who attached it by hand; null when it was found. */
  attachedBy: string | null
}

export type ChecklistItemView = {
  id: string
  section: string
  title: string
  todo: string
  where: string
  href: string | null
  journey: string | null
  confirmed: boolean
  source: string
  isDone: boolean
  note: string
  by: string | null
  at: number | null
  /** What Jaribu itself can tell about it (`All 3 callback URLs pass the rules.`); null where it cannot. */
  found: { isFine: boolean; text: string } | null
}

export type JobState = 'running' | 'paused' | 'done' | 'stopped' | 'interrupted'

/** Cases being run one after the other. */
export type JobView = {
  id: string
  state: JobState
  total: number
  done: number
  /** Cases whose steps could not be carried out, or whose evidence did not come. */
  failed: number
  currentCase: string | null
  startedBy: string
  startedAt: number
  endedAt: number | null
  /** Newest last, at most 500 lines. */
  log: { at: number; caseId: string | null; text: string; tone: 'neutral' | 'good' | 'bad' }[]
}

export type TemplateView = {
  name: string
  uploadedBy: string
  uploadedAt: number
  /** One for each row of the workbook that looks like a case. */
  rows: TemplateRowView[]
}

export type TemplateRowView = {
  sheet: string
  row: number
  /** What the row says, as found. */
  title: string
  expected: string
  /** The cell that will be written, such as `E7`. */
  target: string
  /** What stands there in the file. */
  present: string
  /** Why that cell will not be written, such as a formula in it; null when it can be. */
  blocked: string | null
  /** The matched case; null when none fits. */
  caseId: string | null
  /** 0 to 1: how alike the wording is. */
  likeness: number
  /** Why this case, for people: `Same tab and row; both say token, wrong, secret.` */
  because: string
  /** A person chose the match. */
  isChosen: boolean
}
