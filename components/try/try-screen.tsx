'use client'
import { useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { type FieldErrors, type Resolver, type ResolverResult, useForm, useWatch } from 'react-hook-form'
import { isProblem } from '@/components/live/fetch-json'
import { useLive } from '@/components/live/live-provider'
import { readAgain } from '@/components/live/read-again'
import { getRun, sendRun, snippetOf } from '@/components/runs/api'
import { ConfirmProduction } from '@/components/runs/confirm-production'
import { nextRunId, valuesToSendAgain } from '@/components/runs/run-again'
import { RunDetailView } from '@/components/runs/run-detail'
import { runKey, useRun } from '@/components/runs/use-run'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText, useCopy } from '@/components/ui/copy'
import { Notice, Page, PageHeader, Skeleton } from '@/components/ui/layout'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { operationStatuses } from '@/lib/catalogue/operation-statuses'
import type { Json, Operation } from '@/lib/catalogue/types'
import { checkValues, textOf } from '@/lib/derive'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Values } from '@/lib/wire/types'
import type { Role } from '@/lib/workspace/views'
import { BodyTab } from './body-tab'
import { CodeTab, type SnippetChoice } from './code-tab'
import {
  bodyText,
  type Draft,
  draftOf,
  mergeStart,
  packed,
  type ReadBody,
  readText,
  slotOf,
  valuesOfDraft,
  withReadable,
  withUrlIssues,
} from './draft'
import { InboundPanel } from './inbound-panel'
import type { Start } from './origins'
import { PreviousRuns } from './previous-runs'
import { ReferencePanel } from './reference-panel'
import { RequestForm } from './request-form'
import { SendBar, type SendState } from './send-bar'
import { usePlan } from './use-plan'
import { WireTab } from './wire-tab'

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
    currency: string
    timeoutMs: number
    inbox: string
    inboxUrl: string
  }
  start: Record<string, Start>
  role: Role
  languages: readonly SnippetChoice[]
  guides: readonly { slug: string; title: string }[]
}

/** The body as somebody is writing it, with what it was read as. */
type Written = {
  text: string
  error: { error: string; line: number | undefined } | null
  /** Values that the text was read as: when the form says something else, the text is written anew. */
  readAs: string
  /** Derived values that were in the text when the writing began. */
  derived: Values
}

const startValues = (start: Record<string, Start>): Values =>
  Object.fromEntries(Object.entries(start).map(([name, { value }]) => [name, value]))

const tabs = ['form', 'body', 'wire', 'code', 'reference'] as const
type Tab = (typeof tabs)[number]
const tabOf = (text: string | null): Tab => tabs.find((tab) => tab === text) ?? 'form'

/** Writes a name of the address without asking the server for the page again. */
const setAddress = (name: string, value: string | null, how: 'push' | 'replace') => {
  const url = new URL(window.location.href)
  if (value === null) url.searchParams.delete(name)
  else url.searchParams.set(name, value)
  if (how === 'push') window.history.pushState(null, '', url)
  else window.history.replaceState(null, '', url)
}

const readAddressedRun = (id: string | null) => (id && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id) ? id : null)

export function TryScreen({
  operation,
  successor,
  bodyLanguage,
  environment,
  start: given,
  role,
  languages,
  guides,
}: TryProps) {
  const search = useSearchParams()
  const tab = tabOf(search.get('tab'))
  const runId = readAddressedRun(search.get('run'))
  const queries = useQueryClient()
  const { copy } = useCopy()
  const [start, setStart] = useState(given)
  const [focused, setFocused] = useState('')
  const [written, setWritten] = useState<Written | null>(null)
  const [readBody, setReadBody] = useState<ReadBody>()
  useEffect(() => {
    if (operation.body !== 'xml') return
    let isGone = false
    // The reader of XML is fetched by the screens that need it only.
    void import('@/lib/derive/read-envelope').then(({ valuesOfEnvelope }) => {
      if (!isGone) setReadBody(() => valuesOfEnvelope)
    })
    return () => {
      isGone = true
    }
  }, [operation.body])
  const [state, setState] = useState<SendState>({ kind: 'idle' })
  const [failure, setFailure] = useState<{ message: string; fields: Record<string, string[]> } | null>(null)
  const [confirming, setConfirming] = useState<{ anyway: boolean } | null>(null)
  const abort = useRef<AbortController>(null)
  const below = useRef<HTMLDivElement>(null)

  const form = useForm<Draft>({
    defaultValues: draftOf(operation, startValues(given)),
    resolver: checksOf(operation),
  })
  const draft = useWatch({ control: form.control }) as Draft
  const values = useMemo(() => valuesOfDraft(operation, draft), [operation, draft])
  const canSend = role !== 'viewer'
  const isInbound = operation.direction === 'inbound'
  const plan = usePlan(operation.id, environment.id, values, canSend && !isInbound)
  const told = plan.data?.issues
  const derived = useMemo<Values>(() => {
    const names = new Set(plan.data?.derived)
    return Object.fromEntries(Object.entries(plan.data?.values ?? {}).filter(([name]) => names.has(name)))
  }, [plan.data])
  const issues = useMemo(
    () => withUrlIssues(operation, checkValues(operation, withReadable(values, derived)), told ?? []),
    [operation, values, derived, told],
  )

  const setValues = (next: Values) => form.reset(draftOf(operation, next))

  // Another environment, or values from elsewhere: what nobody touched follows, what was typed stays.
  const takeStart = useEffectEvent((next: Record<string, Start>) => {
    if (next === start) return
    setValues(mergeStart(values, startValues(start), startValues(next)))
    setStart(next)
    setWritten(null)
  })
  useEffect(() => takeStart(given), [given])

  const send = async (anyway: boolean, confirm?: string) => {
    if (!canSend || abort.current) return
    if (operation.movesMoney && environment.kind === 'production' && confirm === undefined) {
      setConfirming({ anyway })
      return
    }
    setConfirming(null)
    const id = nextRunId()
    const controller = new AbortController()
    abort.current = controller
    setFailure(null)
    setState({ kind: 'sending', startedAt: Date.now() })
    setAddress('run', id, 'push')
    showBelow(below.current)
    try {
      const run = await sendRun(
        {
          id,
          operation: operation.id,
          environment: environment.id,
          values: present(values),
          ...(anyway && { sendAnyway: true }),
          ...(confirm !== undefined && { confirm }),
        },
        controller.signal,
      )
      // A live event may have brought a later state already: the server is asked once more rather than overwritten.
      if (queries.getQueryData(runKey(id)) === undefined) queries.setQueryData(runKey(id), run)
      else void readAgain(queries, runKey(id))
    } catch (thrown) {
      if (!controller.signal.aborted) {
        setAddress('run', runId, 'replace')
        setFailure(
          isProblem(thrown)
            ? { message: thrown.message, fields: withoutPrefix(thrown.fields) }
            : { message: String(thrown), fields: {} },
        )
      }
    } finally {
      abort.current = null
      setState({ kind: 'idle' })
    }
  }

  const sendChecked = () => {
    if (issues.length === 0) {
      void send(false)
      return
    }
    if (tab !== 'form') setAddress('tab', null, 'replace')
    // The library focuses the first field whose check fails, once the form is on screen.
    requestAnimationFrame(() => void form.handleSubmit(() => send(false))())
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    // The drawer of callbacks beside the form blocks nothing.
    if (document.querySelector('[role="dialog"]:not([data-beside-phone])')) return
    if (state.kind === 'sending' || blocked) return
    event.preventDefault()
    sendChecked()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const takeValuesOf = async (id: string) => {
    const run = await queries.fetchQuery({ queryKey: runKey(id), queryFn: () => getRun(id) })
    setValues(valuesToSendAgain(run.values))
    setWritten(null)
    window.scrollTo({ top: 0 })
  }

  const missing = plan.data?.missing ?? null
  // The role may have changed while the page was open.
  const isRefused = isProblem(plan.error) && plan.error.status === 403
  const blocked =
    !canSend || isRefused
      ? 'Viewers can look at everything, but cannot send. Ask an owner to make you a member.'
      : isInbound
        ? 'M-Pesa makes this call.'
        : missing
          ? missing.message
          : written?.error
            ? 'The text of the body cannot be read yet.'
            : null

  const isOwnText = written !== null && (written.error !== null || written.readAs === JSON.stringify(values))
  const text = isOwnText ? written.text : bodyText(operation, values, derived)
  const writeBody = (next: string) => {
    const shown = isOwnText ? written.derived : derived
    const read = readText(operation, next, values, shown, readBody)
    if ('error' in read) {
      setWritten({
        text: next,
        error: { error: read.error, line: read.line },
        readAs: '',
        derived: shown,
      })
      return
    }
    const readAs = JSON.stringify(valuesOfDraft(operation, draftOf(operation, read.values)))
    setWritten({ text: next, error: null, readAs, derived: shown })
    setValues(read.values)
  }
  const bodyEditor = (
    <BodyTab
      language={bodyLanguage}
      text={text}
      error={written?.error ?? null}
      disabled={operation.body === 'xml' && !readBody}
      onDiscard={() => setWritten(null)}
      onBlur={() => written && !written.error && setWritten(null)}
      onChange={writeBody}
    />
  )
  const field = operation.fields.find((each) => each.name === focused)
  const referencePath = `/reference/${operation.system}/${operation.name}`
  const reference = (
    <ReferencePanel operation={operation} field={field} referencePath={referencePath} guides={guides} />
  )
  const changeTab = (next: string) => setAddress('tab', next === 'form' ? null : next, 'replace')

  return (
    <Page wide>
      <PageHeader title={operation.title} description={operation.summary} className="pb-3">
        <CopyText
          value={`${operation.method} ${operation.path}`}
          max={70}
          label="Path"
          className="text-ink-muted"
        />
        <Badge tone={operation.status === 'current' ? 'good' : 'outline'}>
          {operationStatuses[operation.status]}
        </Badge>
        {operation.version && <Badge tone="outline">{operation.version}</Badge>}
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label="Copy a link to this screen"
          title="Copy a link to this screen"
          onClick={() => copy(window.location.href, 'Link copied')}
        >
          <Link2 />
        </Button>
      </PageHeader>
      {successor && (
        <Notice className="mb-3">
          An older form of{' '}
          <Link href={successor.path} className="text-accent underline underline-offset-3">
            {successor.title}
          </Link>
          , which is the current one.
        </Notice>
      )}
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_minmax(260px,340px)]">
        {isInbound ? (
          <InboundPanel operation={operation} inboxUrl={environment.inboxUrl} />
        ) : (
          <section aria-label="Request" className="min-w-0">
            <Tabs value={tab} onValueChange={changeTab}>
              <TabsList>
                <TabsTrigger value="form">Form</TabsTrigger>
                {operation.body !== 'none' && (
                  <TabsTrigger value="body">
                    {bodyLanguage}
                    {written?.error && <span className="sr-only"> has an error</span>}
                  </TabsTrigger>
                )}
                <TabsTrigger value="wire">Wire</TabsTrigger>
                <TabsTrigger value="code">Code</TabsTrigger>
                <TabsTrigger value="reference" className="lg:hidden">
                  Reference
                </TabsTrigger>
              </TabsList>
              <TabsContent value="form" className="pt-2">
                {written?.error && (
                  <Notice tone="warn" className="mb-2" title="The body text has an error">
                    <span className="flex flex-wrap items-center gap-2">
                      Finish it first, or drop it.
                      <Button size="sm" onClick={() => changeTab('body')}>
                        Show the text
                      </Button>
                      <Button size="sm" onClick={() => setWritten(null)}>
                        Discard the text
                      </Button>
                    </span>
                  </Notice>
                )}
                <form
                  aria-label={operation.title}
                  onFocus={(event) => {
                    const row = event.target.closest<HTMLElement>('[data-field]')
                    if (row?.dataset.field) setFocused(row.dataset.field)
                  }}
                  onSubmit={(event) => {
                    event.preventDefault()
                    sendChecked()
                  }}
                >
                  <RequestForm
                    operation={operation}
                    control={form.control}
                    values={values}
                    start={start}
                    derived={derived}
                    issues={issues}
                    refusals={failure?.fields ?? {}}
                    currency={environment.currency}
                    numbers={environment.testPhones}
                    disabled={written?.error !== null && written !== null}
                    onPut={(name, value) => form.setValue(`v.${slotOf(name)}`, packed(value))}
                    onChangeValues={setValues}
                  />
                </form>
              </TabsContent>
              {operation.body !== 'none' && <TabsContent value="body">{bodyEditor}</TabsContent>}
              <TabsContent value="wire">
                <WireTab
                  operation={operation}
                  plan={plan.data}
                  runId={runId}
                  isSending={state.kind === 'sending'}
                  onShowCode={() => changeTab('code')}
                >
                  {operation.body !== 'none' && bodyEditor}
                </WireTab>
              </TabsContent>
              <TabsContent value="code">
                <CodeTab
                  operation={operation.id}
                  environment={environment.id}
                  values={values}
                  languages={languages}
                  canPlan={canSend}
                />
              </TabsContent>
              <TabsContent value="reference" className="lg:hidden">
                {reference}
              </TabsContent>
            </Tabs>
            {general(issues, operation, values).map((issue) => (
              <p key={issue.message} className="pt-1 text-pending text-sm">
                {issue.message}
                {issue.source && <span className="text-ink-faint"> ({issue.source})</span>}
              </p>
            ))}
            {missing && (
              <Notice tone="warn" className="mt-2" title={missing.message}>
                {missing.credential && (
                  <Link
                    href={`/environments/${environment.slug}`}
                    className="text-accent underline-offset-3 hover:underline"
                  >
                    Open {environment.name}
                  </Link>
                )}
              </Notice>
            )}
            {plan.error && !missing && !isRefused && (
              <Notice tone="bad" className="mt-2">
                {plan.error.message}
              </Notice>
            )}
            {failure && (
              <Notice tone="bad" className="mt-2" role="alert">
                {failure.message}
              </Notice>
            )}
            <SendBar
              environmentName={environment.name}
              isProduction={environment.kind === 'production'}
              timeoutMs={environment.timeoutMs}
              state={state}
              blocked={missing ? 'A credential is missing.' : blocked}
              issueCount={issues.length}
              onSend={sendChecked}
              onSendAnyway={() => void send(true)}
              onCancel={() => abort.current?.abort()}
              onCopyCurl={
                canSend
                  ? () =>
                      void snippetOf({
                        operation: operation.id,
                        environment: environment.id,
                        values: present(values),
                        language: 'curl',
                        secrets: 'masked',
                      }).then(
                        (snippet) => copy(snippet.code, 'cURL copied, secrets masked'),
                        (thrown: Error) => setFailure({ message: thrown.message, fields: {} }),
                      )
                  : null
              }
            />
          </section>
        )}
        <aside aria-label="Reference" className="relative hidden min-h-[28rem] min-w-0 border-l lg:block">
          {/* As tall as the form beside it, so that the run comes right below. */}
          <div className="absolute inset-0 overflow-y-auto pl-6">{reference}</div>
        </aside>
      </div>
      <div ref={below} className="mt-5 flex scroll-mt-14 flex-col gap-6">
        {runId && (
          <SelectedRun
            id={runId}
            isSending={state.kind === 'sending'}
            isAsynchronous={operation.asynchronous || operation.callbacks.length > 0}
            onClose={() => setAddress('run', null, 'push')}
          />
        )}
        <PreviousRuns
          operation={operation.id}
          selected={runId}
          onSelect={(id) => setAddress('run', id, 'push')}
          onUseValues={(id) => void takeValuesOf(id)}
        />
      </div>
      <ConfirmProduction
        open={confirming !== null}
        environmentName={environment.name}
        what={`${operation.title}${subjectOf(operation, values, environment.currency)}. Nobody can take it back from here.`}
        onOpenChange={(open) => !open && setConfirming(null)}
        onConfirm={(typed) => void send(confirming?.anyway ?? false, typed)}
      />
    </Page>
  )
}

/** `: KES 150, 254…`: what a person confirms. */
const subjectOf = (operation: Operation, values: Values, currency: string): string => {
  const first = (kind: string) =>
    textOf(values[operation.fields.find((field) => field.kind === kind)?.name ?? ''])
  const amount = first('amount')
  const said = [amount && `${currency} ${amount}`, first('msisdn')].filter(Boolean)
  return said.length > 0 ? `: ${said.join(', ')}` : ''
}

/** Brings the run into view where the form fills the screen. */
const showBelow = (element: HTMLElement | null) => {
  if (!element || element.getBoundingClientRect().top < window.innerHeight * 0.8) return
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' })
}

/** The form library's view of the checks: it focuses the first field that fails. */
const checksOf =
  (operation: Operation): Resolver<Draft> =>
  (draft): ResolverResult<Draft> => {
    const issues = checkValues(operation, valuesOfDraft(operation, draft))
    if (issues.length === 0) return { values: draft, errors: {} }
    const v: NonNullable<FieldErrors<Draft>['v']> = {}
    for (const issue of issues) {
      v[slotOf(issue.field.split('.')[0] ?? '')] = { type: 'check', message: issue.message }
    }
    return { values: {}, errors: { v } }
  }

function SelectedRun({
  id,
  isSending,
  isAsynchronous,
  onClose,
}: {
  id: string
  isSending: boolean
  isAsynchronous: boolean
  onClose: () => void
}) {
  const [heardOf, setHeardOf] = useState('')
  useLive('run', (announced) => announced.id === id && setHeardOf(id))
  // Before the server speaks of a run it may not be stored yet.
  const { data: run, error } = useRun(id, { isSending: isSending && heardOf !== id })
  if (run) {
    return (
      <div className="min-w-0 border-t pt-3">
        <RunDetailView
          run={run}
          isAsynchronous={isAsynchronous}
          actions={
            <>
              <Button size="sm" variant="ghost" asChild>
                <Link href={`/history/${run.id}`}>Open</Link>
              </Button>
              <Button size="sm" variant="ghost" onClick={onClose}>
                Close
              </Button>
            </>
          }
        />
      </div>
    )
  }
  if (error && !isSending) {
    return (
      <Notice tone="bad" title="This run cannot be shown">
        {error.message}{' '}
        <Button size="inline" variant="link" onClick={onClose}>
          Close
        </Button>
      </Notice>
    )
  }
  return (
    <div className="flex flex-col gap-2 border-t pt-3" aria-busy="true">
      <Skeleton className="h-6 w-72" />
      <Skeleton className="w-full max-w-xl" />
    </div>
  )
}

/** Checks that no row of the form shows. */
const general = (issues: ReturnType<typeof checkValues>, operation: Operation, values: Values) => {
  const shown = new Set(operation.fields.map((field) => field.name))
  return issues.filter((issue) => {
    const [first = ''] = issue.field.split('.')
    return (
      !operation.fields.some((field) => issue.field === field.name) &&
      !shown.has(first) &&
      !(first in values && issue.field !== first)
    )
  })
}

/** The server names a field of the request as `values.<name>`. */
const withoutPrefix = (fields: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, messages]) => [name.replace(/^values\./, ''), messages]),
  )

const present = (values: Values): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
