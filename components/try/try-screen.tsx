'use client'
import { useRef, useState } from 'react'
import { useAddress } from '@/components/address/use-address'
import { useQueryClient } from '@/components/live/queries'
import { getRun, snippetOf } from '@/components/runs/api'
import { valuesToSendAgain } from '@/components/runs/run-again'
import { runKey } from '@/components/runs/use-run'
import { useCopy } from '@/components/ui/copy'
import { fetched, fetchedLater } from '@/components/ui/fetched'
import { Page } from '@/components/ui/layout'
import { useEverOpen } from '@/components/ui/on-demand'
import { isProblem } from '@/lib/api/client'
import type { Operation } from '@/lib/catalogue/types'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Role } from '@/lib/workspace/views'
import { showRun, tryNames } from './address'
import type { SnippetChoice } from './code-tab'
import { InboundPanel } from './inbound-panel'
import type { Start } from './origins'
import { PreviousRuns } from './previous-runs'
import { ReferencePanel } from './reference-panel'
import { RequestNotices } from './request-notices'
import { RequestTabs } from './request-tabs'
import { generalIssues, present, startValues, subjectOf, whyBlocked } from './request-values'
import { SelectedRun } from './selected-run'
import { SendBar } from './send-bar'
import { SidePane } from './side-pane'
import { TryHeader } from './try-header'
import { useRequest } from './use-request'
import { useSend } from './use-send'
import { useSendChecked } from './use-send-checked'

const ConfirmProduction = fetched(() =>
  import('@/components/runs/confirm-production').then((module) => module.ConfirmProduction),
)

const ValidationNote = fetchedLater(() =>
  import('@/components/answers/validation-note').then((module) => module.ValidationNote),
)

export type TryProps = {
  operation: Operation
  /** The current operation beside which this older one stands. */
  successor: { title: string; path: string } | null
  bodyLanguage: string
  environment: {
    id: string
    slug: string
    name: string
    kind: EnvironmentKind
    testPhones: readonly { msisdn: string; what: string }[]
    /** By field, where callbacks may go. */
    addresses: Readonly<Record<string, readonly { value: string; what: string }[]>>
    currency: string
    timeoutMs: number
    inbox: string
    inboxUrl: string
  }
  start: Record<string, Start>
  /** What it begins with when nothing was sent before. */
  examples: Record<string, Start>
  role: Role
  languages: readonly SnippetChoice[]
  guides: readonly { slug: string; title: string }[]
}

export function TryScreen(props: TryProps) {
  const { operation, environment, role, guides } = props
  const { tab, run } = useAddress(tryNames).values
  const runId = run || null
  const queries = useQueryClient()
  const [focused, setFocused] = useState('')
  const beside = useRef<HTMLDivElement>(null)
  const isInbound = operation.direction === 'inbound'
  const canSend = role !== 'viewer'
  const request = useRequest({
    operation,
    environmentId: environment.id,
    start: props.start,
    canPlan: canSend && !isInbound,
    onSubmit: () => sending.send(),
  })
  const { form, values, plan, issues, body } = request
  const sending = useSend({ operation, environment, values, runId, beside })
  const isAsked = useEverOpen(sending.confirming !== null)

  // The role may have changed while the page was open.
  const isRefused = isProblem(plan.error) && plan.error.status === 403
  const missing = plan.data?.missing ?? null
  const blocked = whyBlocked({
    isAllowed: canSend && !isRefused,
    isInbound,
    isCredentialMissing: missing !== null,
    isTextUnread: body.error !== null,
  })

  const sendChecked = useSendChecked({
    tab,
    isFine: issues.length === 0,
    isBlocked: sending.isSending || blocked !== null,
    send: () => void sending.send(),
    showWrong: () => void form.submit(),
  })
  const takeValuesOf = async (id: string) => {
    const run = await queries.fetchQuery({ queryKey: runKey(id), queryFn: () => getRun(id) })
    request.replaceValues(valuesToSendAgain(run.values))
    window.scrollTo({ top: 0 })
  }
  const isLikeExamples = isSame(present(values), present(startValues(props.examples)))
  const copyCurl = useCopyCurl(operation.id, environment.id)

  const reference = (
    <ReferencePanel
      operation={operation}
      field={operation.fields.find((each) => each.name === focused)}
      referencePath={`/reference/${operation.system}/${operation.name}`}
      guides={guides}
    />
  )
  return (
    <Page wide>
      <TryHeader operation={operation} successor={props.successor} />
      {/* The documentation folds before a field shrinks: what there is room for is asked of the page, not the window. */}
      <div className="page-room">
        <div className="grid gap-x-6 gap-y-5 @min-[56rem]/page:grid-cols-[minmax(0,1fr)_minmax(320px,36%)]">
          {isInbound ? (
            <InboundPanel operation={operation} inboxUrl={environment.inboxUrl} />
          ) : (
            <section aria-label="Request" className="@container min-w-0">
              <RequestTabs
                operation={operation}
                environment={environment}
                request={request}
                sending={sending}
                tab={tab}
                runId={runId}
                bodyLanguage={props.bodyLanguage}
                languages={props.languages}
                canSend={canSend}
                reference={reference}
                onFocusField={setFocused}
                onSubmit={sendChecked}
                onReset={isLikeExamples ? null : () => request.beginWith(props.examples)}
              />
              <RequestNotices
                issues={generalIssues(issues, operation, values)}
                missing={missing}
                environment={environment}
                planError={plan.error && !missing && !isRefused ? plan.error.message : null}
                failure={sending.failure?.message ?? null}
              />
              <SendBar
                environmentName={environment.name}
                isProduction={environment.kind === 'production'}
                timeoutMs={environment.timeoutMs}
                state={sending.state}
                blocked={blocked}
                issueCount={issues.length}
                onSend={sendChecked}
                onSendAnyway={() => void sending.send({ anyway: true })}
                onCancel={sending.cancel}
                onCopyCurl={canSend ? () => void copyCurl(present(values)).catch(sending.fail) : null}
              />
              {operation.callbacks.some(({ asks }) => asks === 'validation') && (
                <ValidationNote
                  environment={environment}
                  shortcode={shortcodeIn(operation, values)}
                  canChange={canSend}
                />
              )}
            </section>
          )}
          <div ref={beside} className="min-w-0 scroll-mt-14">
            <SidePane
              runId={runId}
              reference={reference}
              run={
                runId && (
                  <SelectedRun
                    id={runId}
                    isSending={sending.isSending}
                    isAsynchronous={operation.asynchronous || operation.callbacks.length > 0}
                    onClose={() => showRun(null)}
                  />
                )
              }
            />
          </div>
        </div>
      </div>
      <div className="mt-6">
        <PreviousRuns
          operation={operation.id}
          selected={runId}
          onSelect={(id) => showRun(id)}
          onUseValues={(id) => void takeValuesOf(id)}
        />
      </div>
      {isAsked && (
        <ConfirmProduction
          open={sending.confirming !== null}
          environmentName={environment.name}
          what={`${operation.title}${subjectOf(operation, values, environment.currency)}. Nobody can take it back from here.`}
          onOpenChange={(open) => !open && sending.stopConfirming()}
          onConfirm={(confirm) => void sending.send({ anyway: sending.confirming?.anyway, confirm })}
        />
      )}
    </Page>
  )
}

/** Whose customers pay. */
const shortcodeIn = ({ fields }: Operation, values: Record<string, unknown>): string =>
  String(values[fields.find(({ kind }) => kind === 'shortcode')?.name ?? ''] ?? '')

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other)

/** The request as cURL, without its secrets. */
const useCopyCurl = (operation: string, environment: string) => {
  const { copy } = useCopy()
  return async (values: ReturnType<typeof present>) => {
    const { code } = await snippetOf({ operation, environment, values, language: 'curl', secrets: 'masked' })
    copy(code, 'cURL copied, secrets masked')
  }
}
