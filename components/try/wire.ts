import type { Json } from '@/lib/catalogue/types'
import type { RunDetail } from '@/lib/workspace/views'

export type Address = {
  /** `https://host`, without the port. */
  origin: string
  port: string
  path: string
  query: [name: string, value: string][]
}

/** A URL as a portal writes it in the head of a request; the port is said even where it is the usual one. */
export const addressOf = (url: string): Address | undefined => {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname, port, pathname, searchParams } = new URL(url)
  return {
    origin: `${protocol}//${hostname}`,
    port: port || (protocol === 'https:' ? '443' : '80'),
    path: pathname,
    query: [...searchParams],
  }
}

/** What is known of an answer before its body is read: status, code and description. */
export const outputOf = (run: RunDetail) => {
  const answer = run.timeline.find(({ kind }) => kind === 'acknowledgement')
  return {
    status: run.acknowledgement?.status ?? null,
    code: answer?.code ?? null,
    description: answer?.detail.replace(/^HTTP \d+ in \d+ ms(: )?/, '') || null,
  }
}

const parsed = (text: string): Json => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

/** What a request carried: its body, or its query where it has none. */
export const inputOf = ({ request }: Pick<RunDetail, 'request'>): string =>
  request.body || JSON.stringify(Object.fromEntries(addressOf(request.url)?.query ?? []), null, 2)

/** Request and answer as one document, to paste into a ticket. */
export const packageOf = (run: RunDetail): string =>
  JSON.stringify(
    {
      input: parsed(inputOf(run)),
      output: { ...outputOf(run), body: parsed(run.acknowledgement?.body ?? '') },
    },
    null,
    2,
  )
