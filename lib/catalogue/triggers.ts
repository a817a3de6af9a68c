import type { Code, Trigger } from './types'

/** Rows with the calls that bring them about, by the id of the row. */
export const withTriggers = (
  triggers: Readonly<Record<string, readonly Trigger[]>>,
  rows: readonly Code[],
): Code[] =>
  rows.map((row) => {
    const own = triggers[row.id]
    return own ? { ...row, triggers: own } : row
  })
