import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { firstOperation } from '@/lib/catalogue/first-operation'

/** For somebody who has just come: a payment from beginning to end, then their own code. */
export function FirstSteps({
  inboxUrl,
  emulatorUrl,
  canSend,
}: {
  inboxUrl: string
  emulatorUrl: string
  canSend: boolean
}) {
  const steps = [
    {
      title: 'Ask a phone to pay',
      text: 'The form is filled already: KES 1 from the phone on the screen. Nothing leaves this machine.',
      action: canSend ? (
        <Button variant="primary" asChild>
          <Link href={firstOperation.path}>{firstOperation.action}</Link>
        </Button>
      ) : (
        <p className="text-ink-muted text-sm">You are a viewer: a member sends, you see it arrive.</p>
      ),
    },
    {
      title: 'Answer on the phone',
      text: 'It appears at the lower right of any page. The PIN is 1234; or cancel, or let it wait.',
    },
    {
      title: 'Watch the callback arrive',
      text: 'The bell counts it, the inbox keeps it byte for byte, the run’s timeline says paid.',
      action: (
        <Button asChild>
          <Link href="/inbox">Open the inbox</Link>
        </Button>
      ),
    },
    {
      title: 'Point your own code here',
      text: 'Only the base URL changes; published sandbox values work as they are.',
      action: (
        <dl className="grid grid-cols-[max-content_1fr] gap-x-3 gap-y-1 text-sm">
          <dt className="text-ink-muted">Base URL</dt>
          <dd className="min-w-0">
            <CopyText value={emulatorUrl} max={60} label="Base URL" />
          </dd>
          <dt className="text-ink-muted">Callbacks to</dt>
          <dd className="min-w-0">
            <CopyText value={inboxUrl} max={60} label="Callback URL" />
          </dd>
          <dt className="text-ink-muted">All of it</dt>
          <dd>
            <Link href="/sandbox?tab=code" className="text-accent underline">
              Credentials, certificate and a recipe
            </Link>
          </dd>
        </dl>
      ),
    },
  ]
  return (
    <ol className="grid max-w-3xl border-t">
      {steps.map((step, index) => (
        <li key={step.title} className="grid grid-cols-[1.5rem_1fr] gap-x-3 border-b py-4">
          <span className="font-semibold text-ink-faint text-lg leading-6" aria-hidden>
            {index + 1}
          </span>
          <div className="flex min-w-0 flex-col items-start gap-2">
            <div>
              <h2 className="font-semibold">{step.title}</h2>
              <p className="text-ink-muted">{step.text}</p>
            </div>
            {step.action}
          </div>
        </li>
      ))}
    </ol>
  )
}
