import { onlyByHand } from '@/lib/catalogue/go-live-words'
import { ownCases } from './words'

export const reviewCases = ownCases('review', [
  {
    own: 1,
    title: 'Send for review',
    steps: 'Link with an organisation and send the application for review.',
    expected: 'The organisation sees it; after acceptance the application is locked for the developer.',
    proof: 'Portal step; attach a screenshot.',
    ...onlyByHand('A step on the portal: nothing of it is recorded as a run.'),
  },
])
