/**
 * The kinds of callbacks by system. Each system’s `callbacks.ts` adds the names of its entries, so that a name that no
 * entry has does not compile, wherever it stands.
 */
export interface CallbackKinds {
  /** Captured, and understood by no system. */
  none: 'unknown'
}

/** What a captured message is: the name of an entry, as rows store it and `/api/v1` says it. */
export type CallbackKind = CallbackKinds[Exclude<keyof CallbackKinds, 'none'>]

/** Stored in place of a kind where no system understands the message. */
export const unknownKind: CallbackKinds['none'] = 'unknown'
