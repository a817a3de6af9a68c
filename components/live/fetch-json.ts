/** What our API says when it refuses, as problem+json. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** Dotted field name to what is wrong there. */
    readonly fields: Record<string, string[]> = {},
  ) {
    super(message)
    this.name = 'ProblemError'
  }
}

/** Calls our own API. Throws `ProblemError` with words for people, whatever went wrong. */
export const fetchJson = async <Data>(
  path: string,
  { method = 'GET', body, signal }: { method?: string; body?: unknown; signal?: AbortSignal } = {},
): Promise<Data> => {
  const answer = await fetch(path, {
    method,
    signal,
    headers: body === undefined ? undefined : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((thrown: unknown) => {
    if (signal?.aborted) throw thrown
    throw new ProblemError(0, 'Jaribu cannot be reached. Is the server still running?')
  })
  if (answer.status === 204) return undefined as Data
  if (answer.ok) return (await answer.json()) as Data
  const problem = await answer.json().catch(() => ({}))
  throw new ProblemError(
    answer.status,
    typeof problem.detail === 'string' ? problem.detail : `The server answered ${answer.status}.`,
    problem.fields,
  )
}

export const isProblem = (thrown: unknown): thrown is ProblemError => thrown instanceof ProblemError
