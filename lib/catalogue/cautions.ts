/** Said beside a code after which the obvious next step costs money. */
export const cautions = {
  outcomeUnknown:
    'Nobody knows yet whether the money moved. Query the transaction first; sending it again can pay twice.',
  refusedWith401:
    'With HTTP 401 this is a refusal of the payment, not a lost session. Renewing the session or the key and sending it again can pay twice.',
} as const
