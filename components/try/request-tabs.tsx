'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { fetched } from '@/components/ui/fetched'
import { Notice } from '@/components/ui/layout'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import type { Operation } from '@/lib/catalogue/types'
import { showTab, type Tab } from './address'
import type { SnippetChoice } from './code-tab'
import { RequestForm } from './request-form'
import type { Suggestion } from './suggestions-menu'
import type { TryRequest } from './use-request'
import type { Sending } from './use-send'

const BodyTab = fetched(() => import('./body-tab').then((module) => module.BodyTab))
const CodeTab = fetched(() => import('./code-tab').then((module) => module.CodeTab))
const WireTab = fetched(() => import('./wire-tab').then((module) => module.WireTab))

/** One request, seen as a form, as text, as it goes over the wire, and as a program. */
export function RequestTabs({
  operation,
  environment,
  request,
  sending,
  tab,
  runId,
  bodyLanguage,
  languages,
  canSend,
  reference,
  onFocusField,
  onSubmit,
  onReset,
}: {
  operation: Operation
  environment: {
    id: string
    currency: string
    testPhones: readonly { msisdn: string; what: string }[]
    addresses: Readonly<Record<string, readonly Suggestion[]>>
  }
  request: TryRequest
  sending: Sending
  tab: Tab
  runId: string | null
  bodyLanguage: string
  languages: readonly SnippetChoice[]
  canSend: boolean
  /** On a phone it is a tab of its own. */
  reference: ReactNode
  onFocusField: (name: string) => void
  onSubmit: () => void
  /** Back to what the form begins with for somebody new; null where it stands there. */
  onReset: (() => void) | null
}) {
  const { form, values, body } = request
  const hasBody = operation.body !== 'none'
  const bodyEditor = (
    <BodyTab
      language={bodyLanguage}
      text={body.text}
      error={body.error}
      disabled={!body.isReady}
      onDiscard={body.discard}
      onBlur={body.settle}
      onChange={body.write}
    />
  )
  return (
    <Tabs value={tab} onValueChange={(next) => showTab(next as Tab)}>
      <TabsList>
        <TabsTrigger value="form">Form</TabsTrigger>
        {hasBody && (
          <TabsTrigger value="body">
            {bodyLanguage}
            {body.error && <span className="sr-only"> has an error</span>}
          </TabsTrigger>
        )}
        <TabsTrigger value="wire">Wire</TabsTrigger>
        <TabsTrigger value="code">Code</TabsTrigger>
        <TabsTrigger value="reference" className="@min-[56rem]/page:hidden">
          Reference
        </TabsTrigger>
        {tab === 'form' && onReset && (
          <Button
            size="sm"
            variant="ghost"
            className="mb-0.5 ml-auto shrink-0 self-center text-ink-muted"
            onClick={onReset}
          >
            Reset to examples
          </Button>
        )}
      </TabsList>
      <TabsContent value="form" className="relative pt-2">
        {body.error && <UnreadText onDiscard={body.discard} />}
        <form
          method="dialog"
          {...form.props}
          aria-label={operation.title}
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit()
          }}
          onFocus={(event) => {
            const row = event.target.closest<HTMLElement>('[data-field]')
            if (row?.dataset.field) onFocusField(row.dataset.field)
          }}
        >
          <RequestForm
            operation={operation}
            control={request.control}
            values={values}
            start={request.start}
            derived={request.derived}
            issues={request.issues}
            refusals={sending.failure?.fields ?? {}}
            currency={environment.currency}
            numbers={environment.testPhones}
            addresses={environment.addresses}
            disabled={body.error !== null}
            onPut={request.put}
            onChangeValues={request.setValues}
          />
        </form>
      </TabsContent>
      {hasBody && <TabsContent value="body">{bodyEditor}</TabsContent>}
      <TabsContent value="wire">
        <WireTab
          operation={operation}
          plan={request.plan.data}
          runId={runId}
          isSending={sending.isSending}
          onShowCode={() => showTab('code')}
        >
          {hasBody && bodyEditor}
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
      <TabsContent value="reference" className="@min-[56rem]/page:hidden">
        {reference}
      </TabsContent>
    </Tabs>
  )
}

function UnreadText({ onDiscard }: { onDiscard: () => void }) {
  return (
    <Notice tone="warn" className="mb-2" title="The body text has an error">
      <span className="flex flex-wrap items-center gap-2">
        Finish it first, or drop it.
        <Button size="sm" onClick={() => showTab('body')}>
          Show the text
        </Button>
        <Button size="sm" onClick={onDiscard}>
          Discard the text
        </Button>
      </span>
    </Notice>
  )
}
