import type { Operation } from '@/lib/catalogue/types'
import { Refusal } from '@/lib/refusal'
import { PlanError, type Planned } from '@/lib/systems/types'
import type { Values } from '@/lib/wire/types'
import { type EnvironmentContext, planContextOf } from '../environments/environment-context'
import { withInboxSecrets } from '../inboxes/with-inbox-secrets'
import { valueIssues } from './value-issues'

/** Real money moves only for who typed the name of its environment. */
export const requireConfirmation = (
  operation: Operation,
  { environment }: EnvironmentContext,
  confirm?: string,
): void => {
  if (environment.kind !== 'production' || !operation.movesMoney || confirm === environment.name) return
  throw new Refusal(
    'precondition',
    `This moves real money. Type the name of the environment, ${environment.name}, to confirm.`,
  )
}

/** What the request will be; a refusal where something is missing for it. */
export const planOrRefuse = (
  context: EnvironmentContext,
  operation: Operation,
  values: Values,
  now: number,
  id: string,
): Planned => {
  try {
    return context.system.plan(operation, withInboxSecrets(context, values), planContextOf(context, now, id))
  } catch (error) {
    if (!(error instanceof PlanError)) throw error
    const { field, credential } = error.missing
    throw new Refusal('precondition', error.message, {
      ...(field && { [field]: [error.message] }),
      ...(credential && { [`credential.${credential}`]: [error.message] }),
    })
  }
}

/** The provider's own limits; whoever wants to see it refuse sends anyway. */
export const refuseIssues = (
  context: EnvironmentContext,
  operation: Operation,
  values: Values,
  planned: Planned,
  sendAnyway: boolean,
): void => {
  if (sendAnyway) return
  const issues = valueIssues(context, operation, planned.values).filter(
    ({ field }) => !(planned.secrets.fields.includes(field) && values[field] === undefined),
  )
  const [first] = issues
  if (!first) return
  const fields: Record<string, string[]> = {}
  for (const { field, message } of issues) fields[field] = [...(fields[field] ?? []), message]
  const where = first.field ? `${first.field}: ` : ''
  throw new Refusal(
    'invalid',
    `${where}${first.message} Correct it, or set sendAnyway to send it all the same and record how the provider refuses it.`,
    fields,
  )
}
