import 'server-only'
import { ZodError } from 'zod'
import { logFault } from '@/lib/log'
import { requestId } from '@/lib/log/request-id'
import { Refusal, type RefusalKind, refusalStatus } from '@/lib/refusal'
import { readCapped } from './read-capped'

const titles: Record<RefusalKind, string> = {
  invalid: 'Some fields need attention',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Conflict',
  precondition: 'Something is missing first',
  'too-large': 'Too large',
  limit: 'Too much at once',
}

export const json = (data: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(data), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...underItsId(),
      ...headers,
    },
  })

type Problem = { title: string; status: number; detail: string; type: string; fields?: object; id?: string }

const problem = (body: Problem, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...underItsId(),
      ...headers,
    },
  })

/** Named to whoever asked, so that a report of theirs leads to the lines of the log. */
const underItsId = (): Record<string, string> => {
  const id = requestId()
  return id === undefined ? {} : { 'x-request-id': id }
}

/** Our refusals as problem+json; anything else is a fault of ours, logged once with the id that the answer shows. */
export const respondTo = (thrown: unknown): Response => {
  const refusal = asRefusal(thrown)
  if (refusal) {
    return problem(
      {
        type: `urn:jaribu:${refusal.kind}`,
        title: titles[refusal.kind],
        status: refusalStatus[refusal.kind],
        detail: refusal.message,
        ...(Object.keys(refusal.fields).length > 0 && { fields: refusal.fields }),
      },
      refusal.kind === 'unauthenticated' ? { 'www-authenticate': 'Bearer realm="jaribu"' } : {},
    )
  }
  const id = logFault(thrown)
  return problem({
    type: 'urn:jaribu:fault',
    title: 'Something went wrong here',
    status: 500,
    detail: `This is a fault of Jaribu. The server's log has it under ${id}.`,
    id,
  })
}

/** The path is known, the method is none of it. */
export const methodNotAllowed = (method: string, allow: string): Response =>
  problem(
    {
      type: 'urn:jaribu:method-not-allowed',
      title: 'Method not allowed',
      status: 405,
      detail: `${method} is not answered here. What is: ${allow}.`,
    },
    { allow },
  )

/** What we refused on purpose; undefined for a fault. */
export const asRefusal = (thrown: unknown): Refusal | undefined => {
  if (thrown instanceof Refusal) return thrown
  if (thrown instanceof ZodError) return new Refusal('invalid', messageOf(thrown), fieldsOf(thrown))
  // A second module graph has its own class of the same name.
  if (thrown instanceof Error && thrown.name === 'Refusal' && 'kind' in thrown) return thrown as Refusal
  return undefined
}

/** Dotted path of each wrong field, with what is wrong. */
const fieldsOf = (error: ZodError): Record<string, string[]> => {
  const fields: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    fields[path] = [...(fields[path] ?? []), issue.message]
  }
  return fields
}

const messageOf = (error: ZodError): string => {
  const [issue] = error.issues
  if (!issue) return 'The input is not as expected.'
  const path = issue.path.map(String).join('.')
  return path ? `${path}: ${issue.message}` : issue.message
}

/** The JSON object of a request; an empty body counts as `{}`. */
export const readJson = async (request: Request, maxBytes = 1024 * 1024): Promise<unknown> => {
  const bytes = await readCapped(request, maxBytes)
  if (!bytes) throw tooLong(maxBytes)
  if (bytes.length === 0) return {}
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refusal('invalid', 'The body is not JSON.', { '': ['must be JSON in UTF-8'] })
  }
}

const tooLong = (maxBytes: number) =>
  new Refusal('too-large', `The body is longer than ${maxBytes} bytes.`, { '': ['is too long'] })
