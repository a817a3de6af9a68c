import { Badge } from '@/components/ui/badge'
import type { CallbackSpec } from '@/lib/catalogue/types'
import { WireBody, WireExample } from './wire-example'
import { callbackTitle } from './words'

/** What arrives later, where, and what the receiver owes in return. */
export function CallbackSpecs({ callbacks }: { callbacks: CallbackSpec[] }) {
  return (
    <div className="flex flex-col gap-5">
      {callbacks.map((callback) => (
        <article key={callbackTitle(callback)} className="min-w-0">
          <h3 className="mb-1 flex flex-wrap items-baseline gap-x-2 gap-y-0.5 font-medium">
            {callbackTitle(callback)}
            <span className="font-normal text-ink-muted text-sm">
              {callback.method} to <code>{callback.to}</code>
            </span>
            {!callback.confirmed && <Badge tone="outline">unconfirmed</Badge>}
          </h3>
          {callback.note && <p className="mb-1 max-w-3xl text-ink-muted text-sm">{callback.note}</p>}
          <div className="grid min-w-0 gap-x-6 gap-y-3 lg:grid-cols-2">
            <div className="min-w-0">
              <p className="mb-1 font-medium">It brings</p>
              <WireBody body={callback.example} label="Copy callback" />
            </div>
            {callback.expectedResponse && <WireExample example={callback.expectedResponse} title="You owe" />}
          </div>
        </article>
      ))}
    </div>
  )
}
