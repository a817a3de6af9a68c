import 'server-only'
import { z } from 'zod'
import { isFinal } from '@/lib/wire/verdicts'
import type { Actor, Deps } from '../deps'
import { waitFor } from '../live/wait-for'
import type { RunDetail } from '../views'
import { getRun } from './get-run'

export const waitSeconds = z.coerce.number().min(0).max(60).catch(0).describe('Seconds.')

/** The run once its verdict is final, or as it is when the time is up. */
export const waitForRun = (
  deps: Deps,
  actor: Actor,
  id: string,
  seconds: number,
  signal?: AbortSignal,
): Promise<RunDetail> =>
  waitFor(deps, actor.workspaceId, { ms: seconds * 1000, signal }, () => {
    const value = getRun(deps, actor, id)
    return { value, isFound: isFinal(value.verdict) }
  })
