export type Entry = {
  level: string
  time: string
  msg?: string
  err?: { message: string; stack?: string }
  [field: string]: unknown
}

/** One entry of the log as a person at a terminal reads it: UTC time, level, text, fields, and the stack below. */
export const plainLine = ({ level, time, msg = '', err, ...fields }: Entry): string => {
  const details = Object.entries(fields).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const first = [time.slice(11, 19), level, msg, ...details].filter((part) => part !== '').join(' ')
  return `${[first, ...(err ? [err.stack ?? err.message] : [])].join('\n')}\n`
}
