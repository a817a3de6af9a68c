import type { Setting } from './types'

export type Meaning = Pick<Setting, 'value' | 'not' | 'note'>

const name = '[A-Za-z_][\\w.-]*'

/** `${NAME:-value}`, `${NAME-value}` and Spring's `${NAME:value}`. */
const withDefault = new RegExp(`^\\$\\{(${name})(?::-|:|-)([^}]*)\\}$`)

const references = [
  new RegExp(`\\$\\{\\{?\\s*(${name})[^}]*\\}`),
  new RegExp(`^\\$(${name})$`),
  new RegExp(`^\\$env:(${name})$`, 'i'),
  new RegExp(`^%(${name})%$`),
  new RegExp(`\\{\\{\\s*[.$]*(${name})[^}]*\\}\\}`),
  new RegExp(`^<%=?[^%]*?(${name})[^%]*%>$`),
  /\$\(([^)]*)\)/,
]

/** Code that asks for a value somewhere else, as it looks when it is taken for text. */
const lookups =
  /^(?:process\.env|import\.meta\.env|Deno\.env|os\.(?:environ|getenv)|System\.(?:getenv|getProperty)|Environment\.GetEnvironmentVariable|os\.Getenv|getenv|env|ENV|Env::get|config|decouple\.config|\$_(?:ENV|SERVER))\s*[.[(]/

const keptElsewhere =
  /^(?:@Microsoft\.KeyVault\(|ENC\(|\{cipher\}|vault:|op:\/\/|arn:aws|awssm:|gsm:|sm:\/\/|secretsmanager:)/i

const placeholders = [
  /^<[^<>]+>$/,
  /^(?:your|my|enter|insert|put|add|paste)[-_ ].*(?:key|secret|code|pass|name|here|credential|number|token)/i,
  /^(?:x{3,}|\*{3,}|\.{3}|…|change[-_ ]?me|to[-_ ]?do|replace[-_ ]?me)$/i,
]

export const aReference = (what: string): Meaning => ({
  not: what === '' ? 'It is a reference, not a value.' : `It is a reference to ${what.trim()}, not a value.`,
})

export const isCode: Meaning = { not: 'It is code, not a value.' }

/** What a piece of text is: a value, a reference to one, or what somebody was to put one in the place of. */
export const meaningOf = (text: string): Meaning => {
  const fallback = withDefault.exec(text)
  if (fallback?.[1] !== undefined && fallback[2]) {
    return noted(meaningOf(fallback[2]), `The default of ${fallback[1]}, which may say something else.`)
  }
  for (const reference of references) {
    const found = reference.exec(text)
    if (found) return aReference(found[1] ?? '')
  }
  if (lookups.test(text))
    return aReference(/['"]([^'"]+)['"]/.exec(text)?.[1] ?? /\w+$/.exec(text)?.[0] ?? '')
  if (keptElsewhere.test(text)) return { not: 'It is kept elsewhere or encrypted: this is no value.' }
  if (placeholders.some((placeholder) => placeholder.test(text)))
    return { not: 'It is a placeholder, not a value.' }
  return { value: text }
}

/** A value's way is told; what is no value stays as it was. */
export const noted = (meaning: Meaning, note: string): Meaning =>
  meaning.value === undefined ? meaning : { ...meaning, note }
