import type { ReportChoices } from '@/lib/workspace/reports/views'
import type { Query } from './address'

/** What can still be chosen once something is: the environments of a system, the keys of an environment. */
export const narrowedChoices = (
  choices: ReportChoices,
  query: Pick<Query, 'system' | 'kind' | 'environment'>,
): Pick<ReportChoices, 'environments' | 'operations' | 'appKeys'> => {
  const isOfSystem = ({ system }: { system: string }) => !query.system || system === query.system
  return {
    environments: choices.environments.filter(
      (each) => isOfSystem(each) && (!query.kind || each.kind === query.kind),
    ),
    operations: choices.operations.filter(isOfSystem),
    appKeys: choices.appKeys.filter(
      (each) => isOfSystem(each) && (!query.environment || each.environment.id === query.environment),
    ),
  }
}
