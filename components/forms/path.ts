const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What a dotted name means in the values of a form. */
export const valueAt = (values: unknown, name: string): unknown =>
  name.split('.').reduce<unknown>((at, key) => (isHolder(at) ? at[key] : undefined), values)

/** The same values with another one there. */
export const withValueAt = <Values extends object>(values: Values, name: string, value: unknown): Values => {
  const [key = '', ...below] = name.split('.')
  const held: unknown = valueAt(values, key)
  const next = below.length === 0 ? value : withValueAt(isHolder(held) ? held : {}, below.join('.'), value)
  return { ...values, [key]: next }
}
