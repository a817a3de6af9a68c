import type { Code } from '@/lib/catalogue/types'
import { withTriggers } from '../triggers'
import { c2bGuide, checkoutGuide, darajaPages, drizzentic, mulla, specification } from './sources'
import { g2Triggers } from './triggers'

type Row = [code: string, message: string, cause: string, cure: string, facts?: Partial<Code>]

const generic = [
  'b2c-payment',
  'b2b-payment',
  'transaction-reversal',
  'transaction-status-query',
  'account-balance',
]
const named = (names: readonly string[]) => names.map((name) => `g2.${name}`)

const atOnce: Partial<Code> = { where: 'api' }
const again: Partial<Code> = { retry: true }
const b2c: Partial<Code> = { operations: named(['b2c-payment']) }
const status: Partial<Code> = { operations: named(['transaction-status-query']) }
const stages: Partial<Code> = {
  note: 'Belongs to conversations of several stages, which nobody was seen using.',
}

/** Codes 9, 10, 16 and 27 are in no table. Amounts are those of 2014. */
const core: Row[] = [
  [
    '0',
    'Success',
    'At once: the checks passed and the core has it. In a result: it is done.',
    'At once, wait for the result; in a result, nothing.',
    { success: true },
  ],
  [
    '1',
    'Insufficient Funds',
    'The account that pays holds too little; for B2C that is the utility account.',
    'Move money into the utility account, then send a new request.',
  ],
  [
    '2',
    'Less Than Minimum Transaction Value',
    'The amount is below the rule: 10 KES then, 101 to somebody unregistered.',
    'Send more.',
  ],
  [
    '3',
    'More Than Maximum Transaction Value',
    'The amount is above the rule: 70,000 KES then, 35,000 to somebody unregistered.',
    'Split the payment.',
  ],
  [
    '4',
    'Would Exceed Daily Transfer Limit',
    'One of the two would pass its limit of the day.',
    'Pay the rest tomorrow.',
  ],
  [
    '5',
    'Would Exceed Minimum Balance',
    'The paying account would fall below what it must keep.',
    'Top the account up.',
  ],
  [
    '6',
    'Unresolved Primary Party',
    'Nobody in M-Pesa has the PrimaryParty identifier.',
    'Check shortcode and identifier type.',
  ],
  [
    '7',
    'Unresolved Receiver Party',
    'Nobody in M-Pesa has the ReceiverParty identifier.',
    'Check the number: 254 first for a phone.',
  ],
  [
    '8',
    'Would Exceed Maximum Balance',
    'The receiver’s wallet would hold more than it may.',
    'Pay less, or let the customer spend first.',
  ],
  [
    '11',
    'Debit Account Invalid',
    'The account that pays is in a state that forbids it.',
    'Ask Safaricom about the shortcode.',
  ],
  [
    '12',
    'Credit Account Invalid',
    'The account that is paid is in a state that forbids it.',
    'Ask the receiver to have the account looked at.',
  ],
  [
    '13',
    'Unresolved Debit Account',
    'The paying party has no such account; earlier checks mostly catch this.',
    'Ask Safaricom whether the product is set up.',
  ],
  [
    '14',
    'Unresolved Credit Account',
    'The paid party has no such account; earlier checks mostly catch this.',
    'Check that the command fits the receiver.',
  ],
  [
    '15',
    'Duplicate Detected',
    'This OriginatorConversationID was used before, in any command.',
    'Do not resend: ask for the status of the first one. Use a new id for a new payment.',
  ],
  [
    '17',
    'Internal Failure',
    'The core failed without saying why.',
    'Ask for the status before you repeat anything.',
    again,
  ],
  [
    '18',
    'Initiator Credential Check Failure',
    'The operator’s password is wrong, or it was encrypted with the wrong key or padding.',
    'Encrypt the current password with PKCS#1 v1.5 and the certificate of this environment.',
  ],
  [
    '19',
    'Message Sequencing Failure / ApiRequestMessageExpiryFailure',
    'The Timestamp of the request is too far from now.',
    'Set the clock right and make the Timestamp when you send.',
    { note: 'The table and a recorded message of the same document word it differently.' },
  ],
  [
    '20',
    'Unresolved Initiator',
    'No operator has this user name.',
    'Check Initiator/Identifier and its ShortCode.',
  ],
  [
    '21',
    'Initiator to Primary Party Permission Failure',
    'The operator may not act for the organisation that pays.',
    'Have the role given to the operator on the organisation portal.',
  ],
  [
    '22',
    'Initiator to Receiver Party Permission Failure',
    'The operator is not active, by the text; by its name it may not act for the receiver.',
    'Have the operator activated.',
    { note: 'Table and explanation disagree; 44 has the same name.' },
  ],
  [
    '23',
    'Request schema validation error',
    'The document inside RequestMsg does not fit its schema.',
    'Compare element names and their order with the reference.',
    atOnce,
  ],
  [
    '24',
    'MissingRequestParameters',
    'The command needs a parameter that is not there.',
    'Add it; the answer names it.',
    { ...atOnce, note: 'Table says at once, explanation says in the result.' },
  ],
  [
    '25',
    'InvalidRequestParameters',
    'A parameter is of the wrong type; for B2C only the amount is checked.',
    'Send the amount as digits with at most two decimals.',
    { ...atOnce, note: 'Table says at once, explanation says in the result.' },
  ],
  [
    '26',
    'SystemTooBusy',
    'Traffic is being blocked.',
    'Wait, then send again with the same id.',
    { ...atOnce, ...again },
  ],
  [
    '28',
    'InitiatorAllowedOperationCheckFailure',
    'The operator lacks the permission for this operation.',
    'Have the role given to the operator on the organisation portal.',
  ],
  ['29', 'InvalidCommand', 'No command has this CommandID.', 'Spell it as in the reference.'],
  [
    '30',
    'ErrorSerializingRequest',
    'The document fits its schema but could not be read.',
    'Look for odd characters and number formats.',
    atOnce,
  ],
  ['31', 'InitiatorNotSpecified', 'There is no readable Initiator.', 'Fill in Initiator.'],
  [
    '32',
    'ErrorSerializingRequest',
    'By the explanation: the initiator’s identifier is no user name.',
    'Use IdentifierType 11 with a user name.',
    { note: 'The table repeats the name of 30.' },
  ],
  ['33', 'PrimaryPartyNotSpecified', 'PrimaryParty is missing.', 'Add the party that pays.'],
  [
    '34',
    'PrimaryPartyIdentifierInvalid',
    'PrimaryParty has a wrong identifier type.',
    'Use 4 for a shortcode.',
  ],
  ['35', 'ReceiverPartyNotSpecified', 'ReceiverParty is missing.', 'Add the party that is paid.'],
  [
    '36',
    'ReceiverPartyIdentifierInvalid',
    'ReceiverParty has a wrong identifier type.',
    'Use 1 for a phone, 4 for a shortcode.',
  ],
  ['37', 'MissingApiCommand', 'There is no CommandID; 23 mostly comes first.', 'Fill in CommandID.'],
  [
    '38',
    'InvalidConversationId',
    'The ConversationID is none.',
    'Leave it empty on a first request.',
    stages,
  ],
  [
    '39',
    'UnknownConversationId',
    'No conversation has this ConversationID.',
    'Leave it empty on a first request.',
    stages,
  ],
  ['40', 'InvalidParameterDefinition', 'Not in use.', 'None is needed.'],
  [
    '41',
    'DuplicateConversationDetected',
    'This OriginatorConversationID was used before.',
    'Ask for the status of the first one; use a new id for a new payment.',
  ],
  [
    '42',
    'DuplicateStageMessageDetected',
    'The same stage was asked for twice.',
    'Ask for the status.',
    stages,
  ],
  [
    '43',
    'AwaitingConfirmation',
    'The first stage is done, the second is awaited. This is no failure.',
    'Send the confirmation.',
    stages,
  ],
  [
    '44',
    'InitiatorToReceiverPartyPermissionFailure',
    'The operator may not act for the organisation that is paid.',
    'Have the role given to the operator on the organisation portal.',
  ],
  [
    '45',
    'InternalErrorDuringFinancialTransaction',
    'The core failed while it moved the money.',
    'The outcome is unknown: ask for the status before you repeat anything.',
    again,
  ],
  ['46', 'ConfirmationReceived', 'The second stage is done.', 'None is needed.', stages],
  [
    '47',
    'RejectionReceived',
    'The payment was called off at the second stage.',
    'Send a new one if it was a mistake.',
    stages,
  ],
  [
    '48',
    'OperationPermissionFailure',
    'The operator had no part in that transaction, or does not belong to the shortcode.',
    'Ask with an operator of the organisation concerned.',
    { operations: named(['transaction-status-query', 'account-balance']) },
  ],
  [
    '49',
    'NoTransactionFound',
    'The query found nothing.',
    'Check the receipt; after about fifteen days only receipts are found.',
    status,
  ],
  [
    '50',
    'InitiatorOrgIdentityStatusFailure',
    'The organisation is closed.',
    'Ask Safaricom about the organisation.',
  ],
  [
    '51',
    'DebitChargeAccountInvalid',
    'The account for airtime purchases is not active.',
    'Ask Safaricom about it.',
  ],
  [
    '52',
    'WouldExceedMaximumSingleAirtimePurchase',
    'The airtime is more than one purchase may be.',
    'Buy it in parts.',
  ],
]

const both: Partial<Code> = {
  operations: named([...generic, 'register-url', 'query-transaction', 'change-password']),
}
const bothAgain: Partial<Code> = { ...both, retry: true }
const asked: Partial<Code> = { operations: named([...generic, 'register-url', 'query-transaction']) }
const requests: Partial<Code> = { operations: named([...generic, 'register-url']) }

const broker: Row[] = [
  [
    '100000000',
    'Request was cached, waiting for resending',
    'The broker holds the request in its queue. This is no failure.',
    'Wait: a result or a queue timeout follows. Do not send it again.',
    requests,
  ],
  [
    '100000001',
    'The system is overload',
    'The broker has too much to do.',
    'Wait, then send again.',
    bothAgain,
  ],
  ['100000002', 'Throttling error', 'The broker slows you down.', 'Send more slowly.', bothAgain],
  [
    '100000003',
    'Exceed the limitation of the LICENSE',
    'The broker is over its licence.',
    'Wait, then send again; ask Safaricom if it stays.',
    bothAgain,
  ],
  [
    '100000004',
    'Internal Server Error',
    'The broker failed.',
    'Ask it what it has (queryTransaction) before you repeat a payment.',
    bothAgain,
  ],
  [
    '100000005',
    'Invalid input value:<name>',
    'The named parameter of the header is wrong.',
    'Mend that parameter.',
    both,
  ],
  [
    '100000006',
    'SP status is abnormal',
    'Your service provider account cannot be used.',
    'Ask Safaricom about the spId.',
    both,
  ],
  [
    '100000007',
    'Authentication failed',
    'spId, spPassword and timeStamp do not fit each other.',
    'Compute base64 of the hexadecimal SHA-256 of spId, password and the very timeStamp in the header.',
    { ...both, note: 'Daraja’s copy of the table words this number differently.' },
  ],
  [
    '100000008',
    'Service status is abnormal',
    'The serviceId cannot be used.',
    'Check it: usually the spId followed by 000.',
    asked,
  ],
  ['100000009', 'API status is abnormal', 'This interface is switched off.', 'Ask Safaricom.', requests],
  [
    '100000010',
    'Insufficient permissions',
    'Your spId may not use this interface.',
    'Ask Safaricom to open it.',
    asked,
  ],
  [
    '100000011',
    'Exceed the limitation of request rate',
    'Too many requests in a short time.',
    'Send more slowly.',
    { ...requests, retry: true },
  ],
  [
    '100000012',
    'Insufficient balance',
    'The prepaid balance of your spId at the broker is used up.',
    'Top it up.',
    requests,
  ],
  [
    '100000013',
    'No route',
    'The broker knows no way to the service.',
    'Ask Safaricom; check the serviceId.',
    requests,
  ],
  [
    '100000014',
    'Missing mandatory parameter:<name>',
    'The named parameter of the header is missing.',
    'Add it.',
    both,
  ],
]

const resultAnswers: Row[] = [
  [
    '000000000',
    'Success',
    'You took the result in.',
    'Answer so as soon as it is stored; eight zeros are usual.',
    { success: true },
  ],
  [
    '200000001',
    'The system is overload',
    'You say that you have too much to do.',
    'Better store the result first and answer with zeros.',
    again,
  ],
  [
    '200000002',
    'Throttling error',
    'You say that results come too fast.',
    'Better store the result first and answer with zeros.',
    again,
  ],
  [
    '200000003',
    'Internal Server Error',
    'You say that you failed.',
    'Mend the receiver; whether the result comes again is unconfirmed.',
    { ...again, note: 'A sample prints it with one zero less.' },
  ],
]

const timeoutAnswers: Row[] = [
  ['000000000', 'Success', 'You took the notice in.', 'Answer so; eight zeros are usual.', { success: true }],
  ['000000001', 'Failed', 'You say that you could not take the notice.', 'Mend the receiver.'],
]

/** Seen in Daraja, which passes the results of the newer core on. */
const newer: Row[] = [
  [
    '0',
    'The service request is processed successfully.',
    'It is done.',
    'None is needed.',
    { success: true },
  ],
  [
    '1',
    'The balance is insufficient for the transaction.',
    'The paying account holds too little.',
    'Top it up.',
  ],
  ['2', 'Declined due to limit rule', 'The amount is below the least allowed.', 'Send more.'],
  [
    '3',
    'Declined due to limit rule: greater than the maximum transaction amount.',
    'The amount is above the most allowed.',
    'Split the payment.',
  ],
  [
    '4',
    'Declined due to limit rule: would exceed daily transfer limit',
    'The limit of the day would be passed.',
    'Pay the rest tomorrow.',
  ],
  [
    '8',
    'Declined due to limit rule: would exceed the maximum balance.',
    'The wallet would hold more than it may.',
    'Pay less.',
  ],
  [
    '11',
    'The DebitParty is in an invalid state.',
    'The paying organisation is not active.',
    'Ask Safaricom about the shortcode.',
  ],
  [
    '21',
    'The initiator is not allowed to initiate this request',
    'The operator lacks the API role.',
    'Have the role given on the organisation portal.',
  ],
  [
    '2001',
    'The initiator information is invalid.',
    'User name, password or its encryption is wrong.',
    'Encrypt the current password with the certificate of this environment.',
  ],
  [
    '2006',
    'Declined due to account rule: The account status does not allow this transaction.',
    'The account is not active.',
    'Ask Safaricom about the account.',
  ],
  [
    '2028',
    'The request is not permitted according to product assignment.',
    'The shortcode does not have the product.',
    'Use the command that belongs to the shortcode, or have the product assigned.',
  ],
  [
    '2040',
    "Credit Party customer type (Unregistered or Registered Customer) can't be supported by the service.",
    'The receiver is not registered for M-Pesa.',
    'Pay a registered number.',
    b2c,
  ],
  [
    '8006',
    'The security credential is locked',
    'The operator was locked after wrong passwords.',
    'Unlock the operator on the organisation portal.',
  ],
  [
    'SFC_IC0003',
    'The operator does not exist.',
    'Nobody has this number.',
    'Check the receiver and its identifier type.',
  ],
  [
    'R000001',
    'The transaction has already been reversed',
    'It was given back before.',
    'None is needed.',
    { operations: named(['transaction-reversal']) },
  ],
  [
    'R000002',
    'The OriginalTransactionID is invalid',
    'No payment that can be reversed has this receipt.',
    'Check the receipt.',
    { operations: named(['transaction-reversal']) },
  ],
]

/** 0 and everything else are confirmed for SOAP; the list itself for Daraja only. */
const validation: Row[] = [
  ['0', 'Success', 'You accept: the payment is completed.', 'None is needed.', { success: true }],
  [
    'C2B00011',
    'Invalid MSISDN',
    'You refuse this payer: the payment is cancelled.',
    'The payer calls you.',
    { confirmed: false },
  ],
  [
    'C2B00012',
    'Invalid Account Number',
    'You do not know the account: the payment is cancelled.',
    'The payer types the account again.',
    { confirmed: false },
  ],
  [
    'C2B00013',
    'Invalid Amount',
    'You refuse the amount: the payment is cancelled.',
    'The payer pays what is owed.',
    { confirmed: false },
  ],
  [
    'C2B00014',
    'Invalid KYC Details',
    'You refuse the payer’s details: the payment is cancelled.',
    'The payer calls you.',
    { confirmed: false },
  ],
  [
    'C2B00015',
    'Invalid Short code',
    'The shortcode is none of yours: the payment is cancelled.',
    'Look where the URLs are registered.',
    { confirmed: false },
  ],
  [
    'C2B00016',
    'Other Error',
    'You refuse for another reason: the payment is cancelled.',
    'Look into your own log.',
    { confirmed: false },
  ],
]

const start: Partial<Code> = { operations: named(['checkout-process']) }
const ended: Partial<Code> = { operations: named(['checkout-confirm', 'checkout-status']) }
const oneClient: Partial<Code> = { confirmed: false, source: mulla }

const checkout: Row[] = [
  [
    '00',
    'Success',
    'The request was taken, or the payment is done.',
    'Read TRX_STATUS to tell which.',
    { success: true },
  ],
  [
    '01',
    'Failure',
    'The customer has too little money.',
    'Ask the customer to top up, then start again.',
    ended,
  ],
  ['03', 'Failure', 'The amount is below the least of one transfer.', 'Ask for more.', ended],
  ['04', 'Failure', 'The amount is above the most of one transfer.', 'Ask for less.', ended],
  [
    '05',
    'Failure',
    'Nobody answered in time: the checkout expired.',
    'Start again with the customer ready.',
    ended,
  ],
  ['06', 'Failure', 'The second step did not work.', 'Confirm once more.', { ...ended, retry: true }],
  ['08', 'Failure', 'The customer’s limit of the day or of the wallet is reached.', 'Try tomorrow.', ended],
  [
    '09',
    'Failure',
    'The paybill or till is not known: the merchant was recorded wrongly.',
    'Ask Safaricom to mend the record.',
  ],
  ['10', 'Failure', 'The customer is not registered for M-Pesa.', 'Ask for another number.', ended],
  [
    '11',
    'Failure',
    'M-Pesa could not finish it.',
    'Ask for the status, then start again.',
    { ...ended, retry: true },
  ],
  ['12', 'Failure', 'The details are others than in the first step.', 'Send what you sent first.', ended],
  ['29', 'Failure', 'M-Pesa is down.', 'Wait.', again],
  ['30', 'Failure', 'REFERENCE_ID is missing.', 'Add it.', start],
  ['31', 'Failure', 'AMOUNT is missing or no amount.', 'Send digits, with at most two decimals.', start],
  ['32', 'Failure', 'The merchant’s account is not activated.', 'Ask Safaricom to activate it.'],
  ['33', 'Failure', 'The merchant’s account is not approved.', 'Ask Safaricom to approve it.'],
  ['34', 'Failure', 'It takes longer than usual.', 'Try again in a few minutes.', again],
  ['35', 'Failure', 'The same request came twice.', 'Ask for the status of the first one.', start],
  [
    '36',
    'Failure',
    'The credentials are wrong.',
    'Compute PASSWORD from the very MERCHANT_ID and TIMESTAMP in the header.',
  ],
  ['40', 'Failure', 'Parameters are missing.', 'Fill in the header and all required fields.'],
  ['41', 'Failure', 'MSISDN is not written well.', '254 and nine digits.', start],
  [
    '42',
    'Failure',
    'Passkey, paybill or time do not fit each other.',
    'Compute PASSWORD from the very MERCHANT_ID and TIMESTAMP in the header.',
    { source: `${mulla}; ${drizzentic}`, note: 'Two clients; not in the guide.' },
  ],
  [
    '43',
    'Failure',
    'This MERCHANT_TRANSACTION_ID was used before.',
    'Use a new one for each attempt.',
    { ...start, ...oneClient },
  ],
  [
    '99',
    'Failure',
    'No checkout has this id.',
    'Send the TRX_ID that the first step answered with.',
    { ...ended, ...oneClient },
  ],
]

const table = (
  family: string,
  rows: readonly Row[],
  shared: Pick<Code, 'where' | 'operations' | 'source'> & Partial<Code>,
) =>
  rows.map(
    ([code, message, cause, cure, facts]): Code => ({
      id: `g2-${family}-${code.toLowerCase()}`,
      system: 'g2',
      code,
      message,
      cause,
      cure,
      retry: false,
      confirmed: true,
      ...shared,
      ...facts,
    }),
  )

/** Our inbox takes in whatever comes, so of our own answers only the one that says so is ever given. */
const withReason = (row: Code): Code =>
  row.success
    ? row
    : {
        ...row,
        whyNot:
          'You say it, not M-Pesa: the inbox takes in every message with success, and the broker does nothing more after any answer. Let your own server answer it.',
      }

export const g2Codes: readonly Code[] = withTriggers(g2Triggers, [
  ...table('core', core, { where: 'result', operations: named(generic), source: specification }),
  ...table('broker', broker, { where: 'api', operations: [], source: specification }),
  ...table('result-answer', resultAnswers, {
    where: 'result-answer',
    context: 'your answer',
    operations: [],
    source: specification,
  }).map(withReason),
  ...table('timeout-answer', timeoutAnswers, {
    where: 'timeout-answer',
    context: 'your answer',
    operations: [],
    source: specification,
  }).map(withReason),
  ...table('newer', newer, {
    where: 'result',
    operations: named(generic),
    source: darajaPages,
    confirmed: false,
    context: 'newer core',
    note: 'Known from Daraja; very likely the same over SOAP, but unconfirmed.',
  }),
  ...table('validation', validation, {
    where: 'c2b-validation',
    operations: named(['register-url']),
    source: c2bGuide,
  }),
  ...table('checkout', checkout, {
    where: 'checkout',
    operations: named(['checkout-process', 'checkout-confirm', 'checkout-status']),
    source: checkoutGuide,
  }),
])
