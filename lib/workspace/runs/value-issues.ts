import 'server-only'
import type { Operation } from '@/lib/catalogue/types'
import { checkValues, type ValueIssue } from '@/lib/derive'
import type { Values } from '@/lib/wire/types'
import type { EnvironmentContext } from '../environments/environment-context'

/** What the provider of this environment is known to refuse: by the entry, and by its rules for URLs that it calls. */
export const valueIssues = (
  { system, environment }: EnvironmentContext,
  operation: Operation,
  values: Values,
): ValueIssue[] => {
  const issues = checkValues(operation, values)
  const isFaulty = (name: string) => issues.some(({ field }) => field === name)
  const aboutUrls = operation.fields.flatMap(({ name, kind }) => {
    const url = values[name]
    if (kind !== 'url' || typeof url !== 'string' || url === '' || isFaulty(name)) return []
    return (system.checkUrl?.(url, environment.kind) ?? []).map((problem) => ({ field: name, ...problem }))
  })
  return [...issues, ...aboutUrls]
}
