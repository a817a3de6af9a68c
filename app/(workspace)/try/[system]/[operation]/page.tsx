import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { environmentOfSystem } from '@/components/environments/environment-here'
import { valuesToSendAgain } from '@/components/runs/run-again'
import { tryPath, valuesInQuery } from '@/components/runs/words'
import { startOf } from '@/components/try/start'
import { TryScreen } from '@/components/try/try-screen'
import { EmptyState, Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { snippetLanguages } from '@/lib/derive/snippet'
import { guidesOfOperation } from '@/lib/guides'
import { asRefusal } from '@/lib/http/respond'
import { findOperation, systemOf } from '@/lib/systems'
import { testPhonesOf } from '@/lib/systems/test-phones'
import { currentEnvironment } from '@/lib/workspace/environments/current'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'
import { valuesOfExchange } from '@/lib/workspace/exchanges/values-of-exchange'
import { callbackChoices } from '@/lib/workspace/inboxes/callback-choices'
import { maskFor } from '@/lib/workspace/mask'
import { getRun } from '@/lib/workspace/runs/get-run'
import { lastValues } from '@/lib/workspace/runs/last-values'
import { ownAddresses } from '@/lib/workspace/runs/own-addresses'
import { deps } from '@/lib/workspace/server/context'
import type { EnvironmentView } from '@/lib/workspace/views'

type Props = PageProps<'/try/[system]/[operation]'>

const operationIn = async (params: Props['params']) => {
  const { system, operation } = await params
  return findOperation(`${system}.${operation}`)
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await operationIn(params))?.title ?? 'Try it',
})

const plainCredentials = ({ credentials }: EnvironmentView) =>
  Object.fromEntries(
    credentials.flatMap(({ name, secret, shown }) => (secret || shown === null ? [] : [[name, shown]])),
  )

export default async function TryPage({ params, searchParams }: Props) {
  const actor = await requireMember()
  const operation = await operationIn(params)
  if (!operation) notFound()
  const query = await searchParams
  const environments = listEnvironments(deps(), actor)
  const currentId = await currentEnvironment(deps(), actor)
  const current = environments.find((each) => each.id === currentId) ?? null
  const environment = environmentOfSystem(operation.system, environments, current)
  if (!environment) {
    return (
      <Page>
        <PageHeader title={operation.title} description={operation.summary} />
        <EmptyState title={`No environment speaks ${systemOf(operation.system).title} yet.`}>
          Make one under Environments to send this.
        </EmptyState>
      </Page>
    )
  }
  const testPhones = testPhonesOf(environment)
  const from = typeof query.from === 'string' ? query.from : undefined
  const exchange = typeof query.exchange === 'string' ? query.exchange : undefined
  const filled = {
    credentials: plainCredentials(environment),
    callbackUrl: environment.inboxUrl,
    phone: testPhones[0]?.msisdn,
    ownAddresses: ownAddresses(deps(), actor, { environmentId: environment.id }),
    isReal: environment.kind === 'production',
  }
  const isLocal = environment.kind === 'local'
  const start = startOf(
    operation,
    {
      ...filled,
      last: lastValues(deps(), actor, { operation: operation.id, environmentId: environment.id }),
    },
    {
      run: from
        ? valuesOfRun(actor, from, operation.id)
        : exchange
          ? valuesOf(() => valuesOfExchange(deps(), actor, { id: exchange, operation: operation.id }))
          : undefined,
      link: valuesInQuery(query),
      isLocal,
    },
  )
  const successor = operation.supersededBy ? findOperation(operation.supersededBy) : undefined
  return (
    <TryScreen
      key={operation.id}
      operation={operation}
      successor={successor ? { title: successor.title, path: tryPath(successor.id) } : null}
      bodyLanguage={systemOf(operation.system).bodyLanguage.toUpperCase()}
      environment={{
        id: environment.id,
        slug: environment.slug,
        name: environment.name,
        kind: environment.kind,
        testPhones,
        currency: environment.currency,
        timeoutMs: environment.timeoutMs,
        inbox: environment.inbox,
        inboxUrl: environment.inboxUrl,
        addresses: callbackChoices(deps(), actor, operation, environment),
      }}
      start={maskFor(actor.role, start)}
      examples={maskFor(actor.role, startOf(operation, filled, { link: {}, isLocal }))}
      role={actor.role}
      guides={guidesOfOperation(operation.id).map(({ slug, title }) => ({ slug, title }))}
      languages={snippetLanguages.map(({ id, label }) => ({ id, label }))}
    />
  )
}

/** Values of an earlier run of the same operation. */
const valuesOfRun = (actor: Awaited<ReturnType<typeof requireMember>>, id: string, operation: string) =>
  valuesOf(() => {
    const run = getRun(deps(), actor, id)
    return run.operation === operation ? valuesToSendAgain(run.values) : undefined
  })

/** What is gone fills nothing. */
const valuesOf = <Found,>(read: () => Found): Found | undefined => {
  try {
    return read()
  } catch (thrown) {
    if (asRefusal(thrown)) return undefined
    throw thrown
  }
}
