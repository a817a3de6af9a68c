import type { GoLiveCase } from '@/lib/catalogue/go-live'

export const reviewCases: readonly GoLiveCase[] = [
  {
    id: 'openapi-review-d01',
    system: 'openapi',
    api: 'review',
    source: 'derived',
    subject: 'Functionality tests',
    title: 'Send for review',
    steps: ['Link with an organisation and send the application for review.'],
    expected: 'The organisation sees it; after acceptance the application is locked for the developer.',
    kind: 'success',
    evidence: {
      text: 'Portal step; attach a screenshot.',
      records: [{ record: 'manual', why: 'A step on the portal: nothing of it is recorded as a run.' }],
    },
    byHand: 'A step on the portal: nothing of it is recorded as a run.',
  },
]
