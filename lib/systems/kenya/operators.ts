import type { Organisation } from '@/lib/world/types'

/** What is wrong with an operator who exists only to be refused. */
type State = { code: string; soapCode: string; note: string }

/**
 * Operators that every organisation has, whatever their password, so that each state of an operator can be met.
 * unconfirmed: which code a password past its time has; both tables have one for a credential that does not pass.
 */
const states: Readonly<Record<string, State>> = {
  'api-locked': {
    code: '8006',
    soapCode: '8006',
    note: 'api-locked is the test operator whose password is locked.',
  },
  'api-norole': {
    code: '21',
    soapCode: '21',
    note: 'api-norole is the test operator who has no role for this call.',
  },
  'api-expired': {
    code: '2001',
    soapCode: '18',
    note: 'api-expired is the test operator whose password has expired; which code that has is unconfirmed.',
  },
}

export const operatorState = (organisation: Organisation | undefined, name: string): State | undefined =>
  organisation && Object.hasOwn(states, name) ? states[name] : undefined
