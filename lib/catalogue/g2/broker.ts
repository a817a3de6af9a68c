import { owedFor } from './callbacks'
import { passwordRequest, queryRequest, resultEnvelope, timeoutEnvelope } from './envelopes'
import { headerFields, text } from './fields'
import { passwordAnswer, responseMessage, transactionAnswer } from './messages'
import { defineOperation, sample } from './operation'
import { generatedClasses, specification } from './sources'

const dump = 'UE9TVCAvbW1pbnRlcmZhY2UvcmVxdWVzdCBIVFRQLzEuMQ0KDQo='

export const queryTransaction = defineOperation({
  name: 'query-transaction',
  title: 'What the broker has',
  summary:
    'Returns every message of one conversation that went through the broker, as base64 of whole HTTP messages.',
  group: 'Broker',
  path: '/queryTransactionService/services/transaction',
  envelope: queryRequest,
  fields: [
    ...headerFields,
    text({
      name: 'originatorConversationID',
      kind: 'reference',
      required: true,
      minLength: 1,
      maxLength: 128,
      help: 'Your own id of the request that is asked about.',
      mentions: ['originator-conversation-id'],
      example: sample.originator,
      prefill: { from: 'none' },
    }),
    text({
      name: 'queryDate',
      maxLength: 20,
      help: 'Time of that request, fourteen digits. The search is slower without it.',
      example: '20261120091530',
    }),
  ],
  acknowledgement: {
    success: {
      httpStatus: 200,
      body: transactionAnswer('00000000', 'Success', {
        requests: [dump],
        responses: [],
        results: [],
        timeouts: [],
      }),
    },
    failure: { httpStatus: 200, body: transactionAnswer('100000007', 'Authentication failed') },
    successRule: 'Any run of zeros is success.',
  },
  notes: [
    'Each request stands there twice: as you sent it, and as the broker forwarded it with its own ResultURL.',
    'The name of the items inside queueTimeOutList is unconfirmed.',
  ],
  sources: [specification],
})

const [spId, spPassword, , timeStamp] = headerFields

export const changePassword = defineOperation({
  name: 'change-password',
  title: 'Change the SP password',
  summary: 'Sets a new password for your spId.',
  group: 'Broker',
  // The path is unconfirmed: this one follows the pattern of queryTransaction.
  path: '/changePasswordService/services/management',
  envelope: passwordRequest,
  fields: [
    ...[spId, spPassword, timeStamp].flatMap((field) => field ?? []),
    text({
      name: 'newPassword',
      kind: 'base64',
      required: true,
      help: 'The new password, encrypted with the shared key and vector, in base64. Set it as “New SP password” in the environment to have it computed.',
      example: '+ddiBSxUy5dS0Z0Y33kJZQ==',
      note: 'The text says AES-256; its worked example is AES-128-CBC with PKCS#7 padding.',
      derive: 'g2.new-password',
      secret: true,
    }),
  ],
  acknowledgement: {
    success: { httpStatus: 200, body: passwordAnswer('00000000', 'Success') },
    failure: { httpStatus: 200, body: passwordAnswer('100000007', 'Authentication failed') },
    successRule: 'Any run of zeros is success.',
  },
  notes: [
    'The path is unconfirmed.',
    'The printed answer is not well-formed; the namespace shown here is assumed.',
    'The environment keeps the new password once the broker has said yes.',
  ],
  sources: [specification],
})

const inbound = { direction: 'inbound', path: '/', group: 'Results' } as const

export const genericApiResult = defineOperation({
  ...inbound,
  name: 'generic-api-result',
  title: 'Result',
  summary: 'M-Pesa reports the outcome of a request to its ResultURL. You host this endpoint.',
  auth: { type: 'none', uses: [], note: 'Nothing in the message says who sends it.' },
  envelope: resultEnvelope,
  fields: [
    text({
      name: 'ResultType',
      help: '0 is complete, 1 waits for more; older platforms write Completed.',
      example: '0',
    }),
    text({ name: 'ResultCode', maxLength: 10, help: '0 is success.', example: '0' }),
    text({
      name: 'ResultDesc',
      maxLength: 1024,
      help: 'The code in words.',
      example: 'The service request is processed successfully.',
    }),
    text({
      name: 'OriginatorConversationID',
      help: 'Your own id of the request.',
      example: sample.originator,
    }),
    text({
      name: 'ConversationID',
      help: 'M-Pesa’s id of the request; also spelled ConversationId.',
      example: sample.conversation,
    }),
    text({
      name: 'TransactionID',
      help: 'The receipt, for movements of money only; also spelled TransactionId.',
      example: sample.receipt,
    }),
    text({
      name: 'TransactionReceipt',
      help: 'One of many parameters; look them up by key.',
      example: sample.receipt,
    }),
    text({
      name: 'TransactionAmount',
      help: 'One of many parameters; look them up by key.',
      example: '250.00',
    }),
    text({ name: 'QueueTimeoutURL', help: 'Echo of the reference data.', example: sample.timeoutUrl }),
  ],
  acknowledgement: {
    success: owedFor('result'),
    failure: {
      httpStatus: 200,
      body: responseMessage({ code: '200000003', description: 'Internal Server Error' }),
    },
  },
  notes: [
    'ResultMsg also comes in the namespace cps.huawei.com, and its document without a declaration or namespace: read by name.',
    'Whether the broker repeats a result that nobody acknowledged is unconfirmed.',
  ],
  sources: [specification, generatedClasses],
})

export const notifyQueueTimeout = defineOperation({
  ...inbound,
  name: 'notify-queue-timeout',
  title: 'Queue timeout',
  summary: 'The broker gives up on a request that it had queued. You host this endpoint.',
  auth: { type: 'none', uses: [], note: 'Nothing in the message says who sends it.' },
  envelope: timeoutEnvelope,
  fields: [
    text({
      name: 'originatorConversationID',
      help: 'Your own id of the request.',
      example: sample.originator,
    }),
    text({
      name: 'originRequest',
      kind: 'base64',
      help: 'Your own envelope without its SOAP header, in base64.',
      example: 'PHNvYXBlbnY6RW52ZWxvcGUvPg==',
    }),
  ],
  acknowledgement: { success: owedFor('queue-timeout') },
  sources: [specification],
})
