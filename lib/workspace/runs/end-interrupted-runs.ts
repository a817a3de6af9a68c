import 'server-only'
import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { runs, workspaces } from '@/db/schema'
import type { Deps } from '../deps'

/** Runs that were on their way when the process died: nobody is left to hear their answer. */
export const endInterruptedRuns = (deps: Deps): number =>
  deps.db
    .update(runs)
    .set({
      verdict: 'unreachable',
      verdictAt: deps.clock(),
      unreachableCause: 'interrupted',
      unreachableDetail:
        'Jaribu stopped before an answer came. The provider may have acted on the request: query it before sending again.',
    })
    .where(
      and(
        // All of them: by workspace and verdict there is an index, and the start of a million runs is no long one.
        inArray(runs.workspaceId, deps.db.select({ id: workspaces.id }).from(workspaces)),
        eq(runs.verdict, 'pending'),
        isNull(runs.answerStatus),
        isNull(runs.unreachableCause),
        // A customer's payment was never on its way from here.
        ne(runs.origin, 'customer'),
      ),
    )
    .run().changes
