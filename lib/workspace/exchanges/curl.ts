import type { ExchangeRow } from '@/db/queries/exchanges'
import { redacted } from '../runs/redact-request'

/** Said by the client itself when it sends again. */
const ownHeaders = /^(host|content-length|connection|accept-encoding|transfer-encoding|expect)$/i

type Sent = Pick<ExchangeRow, 'method' | 'requestHeaders' | 'requestBody' | 'bodyEncoding'>

/** Sends a recorded call once more from a POSIX shell. What was taken out of it are variables, set above the call. */
export const curlOfExchange = (row: Sent, url: string): string => {
  const variables = new Map<string, string>()
  const lines = [`curl -X ${quote(row.method, 'SECRET', variables)} ${quote(url, 'SECRET', variables)}`]
  for (const [name, value] of row.requestHeaders) {
    if (!ownHeaders.test(name)) {
      lines.push(`-H ${quote(`${name}: ${value}`, variableOf(name, value), variables)}`)
    }
  }
  if (row.requestBody === '') return withVariables(variables, lines.join(' \\\n  '))
  if (row.bodyEncoding === 'base64') {
    const call = [...lines, '--data-binary @-'].join(' \\\n  ')
    return withVariables(variables, `printf %s '${row.requestBody}' | base64 -d | ${call}`)
  }
  // A leading @ would make --data-binary read a file.
  const option = row.requestBody.startsWith('@') ? '--data-raw' : '--data-binary'
  return withVariables(
    variables,
    [...lines, `${option} ${quoteBody(row.requestBody, variables)}`].join(' \\\n  '),
  )
}

const variableOf = (header: string, value: string): string =>
  /^authorization$/i.test(header)
    ? value.startsWith('Basic')
      ? 'KEY_AND_SECRET_IN_BASE64'
      : 'TOKEN'
    : upper(header)

const upper = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()

const plain = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** One argument for the shell, in which what was taken out is a variable. */
const quote = (text: string, variable: string, variables: Map<string, string>): string =>
  text
    .split(redacted)
    .map(plain)
    .join(`"$${variable}"`)
    .replace(/^''(?=")|(?<=")''$/g, () => {
      variables.set(variable, '')
      return ''
    })
    .replace(/"\$([A-Z0-9_]+)"/g, (whole, name: string) => {
      if (name === variable) variables.set(variable, '')
      return whole
    })

/** Each secret of a body by the name of the member or element that held it. */
const quoteBody = (body: string, variables: Map<string, string>): string => {
  const parts = body.split(redacted)
  return parts
    .map((part, index) => {
      if (index === parts.length - 1) return plain(part)
      const name = /(?:"([\w.-]+)"\s*:\s*"?|<(?:[\w-]+:)?([\w.-]+)[^<>]*>(?:<!\[CDATA\[)?|([\w.-]+)=)$/.exec(
        part,
      )
      const variable = upper(name?.[1] ?? name?.[2] ?? name?.[3] ?? 'SECRET')
      variables.set(variable, '')
      return `${plain(part)}"$${variable}"`
    })
    .join('')
}

const withVariables = (variables: ReadonlyMap<string, string>, call: string): string =>
  variables.size === 0 ? call : `${[...variables.keys()].map((name) => `${name}='…'`).join('\n')}\n${call}`
