import type { CaseView, EvidenceView } from '@/lib/workspace/go-live/views'

/** A case of a sheet as screens and exports get it, with what matters to a test put in. */
export const aCase = (some: Partial<CaseView> = {}): CaseView => ({
  id: 'daraja-b2c-r08',
  api: 'b2c',
  apiTitle: 'B2C',
  source: 'sheet',
  sheet: 'B2C',
  row: 8,
  subject: 'Functionality tests',
  title: 'Pay a customer',
  steps: ['Send a B2C payment'],
  expected: 'The customer is paid.',
  kind: 'success',
  quirk: null,
  observed: null,
  proof: 'A result with code 0.',
  state: 'empty',
  decidedBy: 'nobody',
  judged: 'empty',
  confidence: null,
  missing: [],
  isConflicting: false,
  evidence: [],
  override: null,
  note: null,
  play: { isPossible: true, why: null },
  ...some,
})

export const someEvidence = (some: Partial<EvidenceView> = {}): EvidenceView => ({
  id: 'e',
  says: 'proves',
  runIds: ['run-1'],
  callbackIds: [],
  at: 0,
  sentence: 'Paid.',
  isSimulated: true,
  attachedBy: null,
  ...some,
})
