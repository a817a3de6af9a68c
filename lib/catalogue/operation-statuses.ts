/** Whether an operation is there for everybody, and how people call that. */
export const operationStatuses = {
  current: 'current',
  legacy: 'legacy',
  'sandbox-only': 'sandbox only',
  'sandbox-only-legacy': 'sandbox only, legacy',
  commercial: 'by agreement',
  historic: 'historic',
} as const

export type OperationStatus = keyof typeof operationStatuses
