'use client'
import type { ReactNode } from 'react'
import { useRun } from '@/components/runs/use-run'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Code, prettyText } from '@/components/ui/code'
import { CopyButton, CopyText } from '@/components/ui/copy'
import { EmptyState, Notice, Skeleton } from '@/components/ui/layout'
import type { Operation } from '@/lib/catalogue/types'
import type { PlanView, RunDetail } from '@/lib/workspace/views'
import { addressOf, inputOf, outputOf, packageOf } from './wire'

/** The request as it goes over the wire, head and body, with what came back beside what went in. */
export function WireTab({
  operation,
  plan,
  runId,
  isSending,
  onShowCode,
  children,
}: {
  operation: Operation
  /** Absent for who may not send. */
  plan: PlanView | undefined
  runId: string | null
  isSending: boolean
  onShowCode: () => void
  /** The body, editable; nothing where the request has none. */
  children: ReactNode
}) {
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Head operation={operation} plan={plan} onShowCode={onShowCode} />
      {children && (
        <section aria-label="Body" className="min-w-0">
          <h2 className="mb-1 font-medium">Body</h2>
          {children}
        </section>
      )}
      <section aria-label="Response package" className="min-w-0">
        {runId ? (
          <Package id={runId} isSending={isSending} />
        ) : (
          <>
            <h2 className="mb-1 font-medium">Response package</h2>
            <EmptyState title="Nothing was sent from here yet." className="py-4">
              Send it, and the answer appears here: the input beside the output code and its description.
            </EmptyState>
          </>
        )}
      </section>
    </div>
  )
}

function Head({
  operation,
  plan,
  onShowCode,
}: {
  operation: Operation
  plan: PlanView | undefined
  onShowCode: () => void
}) {
  const address = plan && addressOf(plan.request.url)
  const isAuthorization = (name: string) => name.toLowerCase() === 'authorization'
  const headers = plan?.request.headers ?? []
  const authorization = headers.find(([name]) => isAuthorization(name))
  const otherPort = operation.port !== undefined && address && address.port !== String(operation.port)
  return (
    <section aria-label="Header" className="min-w-0">
      <h2 className="mb-1 font-medium">Header</h2>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 rounded border bg-surface px-3 py-2">
        <Row name="Verb">
          <span className="font-mono font-semibold text-sm">{operation.method}</span>
        </Row>
        <Row name="Address">
          {address ? <CopyText value={address.origin} max={60} label="Address" /> : <Unknown />}
        </Row>
        <Row name="Port">
          <span className="font-mono text-sm">{address?.port ?? operation.port ?? <Unknown />}</span>
          {otherPort && (
            <span className="text-ink-muted text-sm"> ({operation.port} on the provider’s own hosts)</span>
          )}
        </Row>
        <Row name="Path">
          <CopyText value={address?.path ?? operation.path} max={70} label="Path" />
        </Row>
        {operation.auth.type !== 'none' && (
          <Row name={operation.auth.type === 'bearer' ? 'Bearer' : 'Authorization'}>
            <span className="font-mono text-sm">{shownSecret(authorization?.[1])}</span>{' '}
            <Button size="inline" variant="link" className="text-sm" onClick={onShowCode}>
              Show in the code
            </Button>
            {operation.auth.note && (
              <span className="block text-ink-muted text-sm">{operation.auth.note}</span>
            )}
          </Row>
        )}
        {headers
          .filter(([name]) => !isAuthorization(name))
          .map(([name, value]) => (
            <Row key={name} name={name}>
              <CopyText value={value} max={60} label={name} />
            </Row>
          ))}
        {(address?.query ?? []).map(([name, value]) => (
          <Row key={name} name={`?${name}`}>
            <CopyText value={value} max={60} label={name} />
          </Row>
        ))}
      </dl>
    </section>
  )
}

const shownSecret = (value: string | undefined) =>
  value === undefined ? 'made when it is sent' : value.includes('redacted') ? '••••••••' : value

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-muted text-sm">{name}</dt>
      <dd className="min-h-6 min-w-0 break-words">{children}</dd>
    </>
  )
}

function Unknown() {
  return <span className="text-ink-muted text-sm">from the environment</span>
}

function Package({ id, isSending }: { id: string; isSending: boolean }) {
  const { data: run, error } = useRun(id, { isSending })
  if (error && !isSending) {
    return (
      <Notice tone="bad" title="The answer cannot be shown">
        {error.message}
      </Notice>
    )
  }
  if (!run) return <Skeleton className="h-16" />
  return (
    <>
      <div className="mb-1 flex items-center justify-between gap-2">
        <h2 className="font-medium">Response package</h2>
        {run.acknowledgement && (
          <CopyButton value={packageOf(run)} label="Copy package">
            Copy package
          </CopyButton>
        )}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <section aria-label="Input" className="min-w-0">
          <h3 className="mb-1 text-ink-muted text-sm">Input</h3>
          <Pretty text={inputOf(run)} label="Copy input" />
        </section>
        <section aria-label="Output" className="min-w-0">
          <h3 className="mb-1 text-ink-muted text-sm">Output</h3>
          <Output run={run} />
        </section>
      </div>
    </>
  )
}

function Output({ run }: { run: RunDetail }) {
  const { status, code, description } = outputOf(run)
  if (!run.acknowledgement) {
    return (
      <p className="text-ink-muted">{run.unreachable ? run.unreachable.detail : 'Waiting for the answer.'}</p>
    )
  }
  return (
    <>
      <dl className="mb-2 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
        <Row name="Status">
          <Badge tone={status !== null && status < 300 ? 'neutral' : 'refused'}>HTTP {status}</Badge>
        </Row>
        <Row name="Code">
          <span className="font-mono font-semibold text-sm">{code ?? 'none'}</span>
        </Row>
        <Row name="Description">{description ?? 'none'}</Row>
      </dl>
      <Pretty text={run.acknowledgement.body} label="Copy output" />
    </>
  )
}

function Pretty({ text, label }: { text: string; label: string }) {
  const pretty = prettyText(text)
  return <Code text={pretty.text} language={pretty.language} label={label} />
}
