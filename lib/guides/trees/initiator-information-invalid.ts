import type { Tree } from '../types'

export const initiatorInformationInvalid: Tree = {
  slug: 'initiator-information-invalid',
  title: 'The initiator information is invalid',
  summary:
    'Operator, password, certificate, role or parties: what 2001 and its kin mean for payouts, B2B, reversals and queries.',
  subject: 'environment',
  systems: ['daraja', 'g2'],
  operations: [
    'daraja.b2c-v3',
    'daraja.b2c-v1',
    'daraja.b2pochi',
    'daraja.b2b-paybill',
    'daraja.b2b-buygoods',
    'daraja.b2c-account-topup',
    'daraja.tax-remittance',
    'daraja.reversal',
    'daraja.transaction-status',
    'daraja.account-balance',
    'g2.b2c-payment',
    'g2.b2b-payment',
  ],
  codes: [
    'daraja/res-2001',
    'daraja/tut-initiator-invalid',
    'daraja/res-18',
    'daraja/res-20',
    'daraja/res-21',
    'daraja/res-8006',
    'daraja/bad-security-credential',
    'g2/g2-core-18',
    'g2/g2-newer-2001',
  ],
  start: 'credential',
  nodes: {
    credential: {
      kind: 'check',
      check: 'credential',
      title: 'Are the operator’s name and password in order?',
      why: 'Stray spaces, another case, and special characters that the organisation portal does not take are common. The password itself cannot be tested without sending.',
      next: { fine: 'certificate', problem: 'mend', unknown: 'certificate' },
    },
    certificate: {
      kind: 'check',
      check: 'certificate',
      title: 'Is it encrypted with the right certificate?',
      why: 'Sandbox and production have certificates of their own. A credential that was made with the other one cannot be opened, and the answer is this message.',
      next: { fine: 'other-call', problem: 'wrong-certificate', unknown: 'other-call' },
    },
    'other-call': {
      kind: 'question',
      title: 'Does another call with the same operator pass?',
      why: 'Ask for the [balance](op:daraja.account-balance): it moves nothing.',
      answers: [
        { label: 'Yes', next: 'role' },
        { label: 'No, every call fails alike', next: 'locked' },
      ],
    },
    role: {
      kind: 'question',
      title: 'Does the operator have the role of this call?',
      why: 'Each call has [a role of its own](guide:b2c#operator) on the organisation portal.',
      answers: [
        { label: 'Yes', next: 'parties' },
        { label: 'No, or I cannot see it', next: 'no-role' },
      ],
    },
    locked: {
      kind: 'question',
      title: 'What does the code say?',
      why: 'Look at the run’s callback.',
      answers: [
        { label: '8006: locked', next: 'unlock' },
        { label: '2001, and the password is more than 90 days old', next: 'aged' },
        { label: '2001, and it is new', next: 'name' },
      ],
    },
    mend: {
      kind: 'end',
      title: 'Mend what was found',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Change it on the [environment’s page](page:/environments). The name is case sensitive; of the special characters only #, &, % and $ are safe.',
        },
      ],
    },
    'wrong-certificate': {
      kind: 'end',
      title: 'Take the certificate of this environment',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Upload the one from the developer portal under “Certificate”, or go back to the published one. Credentials made before must be made again: [credential tool](page:/tools?tool=credential).',
        },
      ],
    },
    'no-role': {
      kind: 'end',
      title: 'Ask a business administrator for the role',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Only a business administrator of the organisation portal gives roles. A missing role often shows as [21](code:daraja/res-21) instead.',
        },
      ],
    },
    parties: {
      kind: 'end',
      title: 'Then it is the parties',
      isSolved: false,
      blocks: [
        {
          kind: 'list',
          items: [
            'The operator belongs to the shortcode in `PartyA`: operators of one organisation cannot move another’s money.',
            'Identifier types fit their parties: 1 phone, 2 till, 4 shortcode, 11 for a reversal.',
            'A reversal of money that left your own account ends with this message too.',
          ],
        },
        { kind: 'codes', refs: ['daraja/tut-initiator-invalid', 'daraja/tut-receiver-invalid'] },
      ],
    },
    unlock: {
      kind: 'end',
      title: 'The operator is locked',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'In production somebody with the role to set passwords sets a new one. In the provider’s sandbox the operator is shared by everybody: it was locked for a whole week in October 2026. Use the local sandbox meanwhile.',
          sources: ['mpesa-api: live sandbox captures, Sept-Oct 2026'],
        },
      ],
    },
    aged: {
      kind: 'end',
      title: 'Set a new password',
      isSolved: true,
      blocks: [
        {
          kind: 'text',
          text: 'Operator passwords last 90 days. Set a new one on the organisation portal, store it here, and make the credential again.',
        },
      ],
    },
    name: {
      kind: 'end',
      title: 'Name or password are not the operator’s',
      isSolved: false,
      blocks: [
        {
          kind: 'list',
          items: [
            'In the sandbox take name and password from the portal’s test credentials; the published pair is testapi with its known password.',
            'In production the operator must be of the API channel: one that signs in on the web cannot call.',
            'The field is `InitiatorName` for payouts and `Initiator` elsewhere.',
          ],
        },
      ],
    },
  },
}
