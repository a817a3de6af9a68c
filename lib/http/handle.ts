import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { answerUnderId } from './answer-under-id'

/** Wraps a route handler: `export const GET = handle(async (request: Request) => json(…))`. */
export const handle =
  <Args extends unknown[]>(fn: (...args: Args) => Response | Promise<Response>) =>
  (...args: Args): Promise<Response> =>
    answerUnderId(
      args.find((arg): arg is Args[number] & Request => arg instanceof Request),
      () => fn(...args),
      // Redirects and dynamic bail-outs of the framework travel as throws.
      unstable_rethrow,
    )
