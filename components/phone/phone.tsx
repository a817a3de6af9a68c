'use client'
import { ChevronDown, Smartphone } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useQueryClient } from '@/components/live/queries'
import { readAgain } from '@/components/live/read-again'
import { moneyText } from '@/components/payments/money'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { isProblem } from '@/lib/api/client'
import { cn } from '@/lib/classes'
import type { PromptView, Role } from '@/lib/workspace/views'
import { Handset } from './handset'
import { answerPrompt, type PromptReply, useNow } from './prompts'
import { countdownWords, outcomeWords, type PromptOutcome, shareLeft } from './queue'
import { SmsList } from './sms-list'

const pinLength = 4
/** The seeded PIN: every phone of a new world has it. */
const usualPin = '1234'

const quickAnswers: { key: string; label: string; reply: PromptReply }[] = [
  { key: 'p', label: 'Pay', reply: { answer: 'pin', pin: usualPin } },
  { key: 'w', label: 'Wrong PIN', reply: { answer: 'wrong-pin' } },
  { key: 'c', label: 'Cancel', reply: { answer: 'cancel' } },
  { key: 'i', label: 'Ignore', reply: { answer: 'expire' } },
  { key: 't', label: 'Too little money', reply: { answer: 'no-money' } },
]

/** The phone itself, as it stands on the screen: what it asks, or how that ended. */
export function Phone({
  box,
  shown,
  prompt,
  settled,
  waiting,
  role,
  folded,
  onFold,
  onAnswered,
  onClose,
}: {
  box: RefObject<HTMLElement | null>
  shown: PromptView
  /** The oldest that waits. */
  prompt: PromptView | undefined
  /** The one whose result is on the screen. */
  settled: PromptView | undefined
  waiting: PromptView[]
  role: Role
  folded: boolean
  onFold: (folded: boolean) => void
  onAnswered: (prompt: PromptView) => void
  onClose: () => void
}) {
  return (
    <section
      ref={box}
      data-phone
      data-phone-open={folded ? undefined : ''}
      aria-label={`Virtual phone ${shown.msisdn}`}
      // Above the drawer of callbacks where there is no room beside it; below dialogs, which block all else.
      className="fade-in-0 slide-in-from-bottom-4 fixed right-0 bottom-0 z-45 flex w-full animate-in flex-col gap-2 rounded-t-lg border bg-raised p-3 shadow-lg duration-200 sm:right-4 sm:bottom-4 sm:w-80 sm:rounded-lg lg:[body:has([data-beside-phone])_&]:right-144"
    >
      <header className="flex items-center gap-2">
        <Smartphone className="size-4 shrink-0 text-ink-muted" aria-hidden />
        <p className="min-w-0 flex-1 truncate text-sm">
          <span className="font-mono">{shown.msisdn}</span>
          {waiting.length > 1 && <span className="text-ink-muted"> · {waiting.length - 1} more waiting</span>}
        </p>
        <Badge tone="simulated">simulated</Badge>
        {folded && prompt && <Remaining prompt={prompt} />}
        <Button
          variant="ghost"
          size="icon-sm"
          aria-expanded={!folded}
          aria-label={folded ? 'Show the phone' : 'Fold the phone'}
          onClick={() => onFold(!folded)}
        >
          <ChevronDown aria-hidden className={cn('transition-transform', folded && 'rotate-180')} />
        </Button>
      </header>
      {!folded &&
        (settled && settled.state !== 'open' ? (
          <ResultScreen prompt={settled} outcome={settled.state} onClose={onClose} />
        ) : (
          prompt && (
            <PromptScreen
              key={prompt.id}
              prompt={prompt}
              readOnly={role === 'viewer'}
              onAnswered={onAnswered}
            />
          )
        ))}
    </section>
  )
}

function Remaining({ prompt }: { prompt: PromptView }) {
  const now = useNow()
  const words = countdownWords(prompt.expiresAt - (now || prompt.openedAt))
  return (
    <span className="flex items-center gap-1.5 text-ink-muted text-xs">
      <svg viewBox="0 0 20 20" className="-rotate-90 size-4" aria-hidden>
        <circle cx="10" cy="10" r="8" fill="none" strokeWidth="3" className="stroke-line" />
        <circle
          cx="10"
          cy="10"
          r="8"
          fill="none"
          strokeWidth="3"
          pathLength={1}
          strokeDasharray={`${shareLeft(prompt, now || prompt.openedAt)} 1`}
          className="stroke-pending"
        />
      </svg>
      {words}
    </span>
  )
}

function PromptScreen({
  prompt,
  readOnly,
  onAnswered,
}: {
  prompt: PromptView
  readOnly: boolean
  onAnswered: (prompt: PromptView) => void
}) {
  const queries = useQueryClient()
  const now = useNow()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const pinId = useId()

  const reply = async (with_: PromptReply) => {
    if (busy || readOnly) return
    setBusy(true)
    setProblem('')
    try {
      onAnswered(await answerPrompt(prompt, with_))
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setProblem(thrown.message)
      // Somebody else may have answered it.
      if (thrown.status === 404 || thrown.status === 409) {
        void readAgain(queries, ['sandbox', 'prompts'])
      }
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (pin.length === pinLength) void reply({ answer: 'pin', pin })
    else setProblem(`Type the ${pinLength} digits of the PIN. A new phone's PIN is ${usualPin}.`)
  }
  const onKey = (event: KeyboardEvent) => {
    if (readOnly || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      void reply({ answer: 'cancel' })
      return
    }
    const quick = quickAnswers.find((each) => each.key === event.key.toLowerCase())
    if (!quick) return
    event.preventDefault()
    event.stopPropagation()
    void reply(quick.reply)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the controls inside, which bubble here
    <div className="flex flex-col gap-2" onKeyDown={onKey}>
      <Handset operator={prompt.operator} now={now}>
        <div className="relative">
          <SmsList msisdn={prompt.msisdn} limit={4} className="h-64 opacity-35" />
          <form
            method="dialog"
            onSubmit={submit}
            aria-label="M-PESA prompt"
            className="absolute inset-x-2 top-2 flex flex-col gap-2 rounded-md border bg-raised p-3 shadow-md"
          >
            <p className="font-semibold text-sm">M-PESA</p>
            <p className="break-words">
              Do you want to pay <strong>{moneyText(prompt.amountCents, prompt.currency)}</strong> to{' '}
              <strong>{prompt.payeeName}</strong> ({prompt.payee})
              {prompt.reference && (
                <>
                  {' '}
                  account no. <strong>{prompt.reference}</strong>
                </>
              )}
              ?
            </p>
            <p className="flex items-center justify-between gap-2 text-ink-muted text-xs">
              <span className="truncate">from {prompt.payerName}</span>
              <Remaining prompt={prompt} />
            </p>
            {readOnly ? (
              <p className="text-ink-muted text-sm">A viewer watches; members answer.</p>
            ) : (
              <>
                <label htmlFor={pinId} className="sr-only">
                  M-PESA PIN
                </label>
                <div className="relative mx-auto grid grid-cols-4 gap-2">
                  {Array.from({ length: pinLength }, (_, index) => (
                    <span
                      // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are the positions
                      key={index}
                      aria-hidden
                      className={cn(
                        'flex size-9 items-center justify-center rounded border border-line-strong/70 bg-canvas text-lg',
                        index === pin.length && 'border-accent',
                      )}
                    >
                      {index < pin.length ? '•' : ''}
                    </span>
                  ))}
                  <input
                    id={pinId}
                    type="password"
                    inputMode="numeric"
                    autoComplete="off"
                    data-1p-ignore
                    value={pin}
                    aria-describedby={`${pinId}-problem`}
                    onChange={(event) => setPin(event.target.value.replace(/\D/g, '').slice(0, pinLength))}
                    className="absolute inset-0 cursor-text rounded bg-transparent text-transparent caret-transparent"
                  />
                </div>
                <div className="grid grid-cols-2 gap-2">
                  <Button
                    onClick={() => void reply({ answer: 'cancel' })}
                    disabled={busy}
                    aria-keyshortcuts="Escape"
                  >
                    Cancel
                  </Button>
                  <Button type="submit" variant="primary" disabled={busy} aria-keyshortcuts="Enter">
                    OK
                  </Button>
                </div>
              </>
            )}
            <p id={`${pinId}-problem`} role="alert" className="text-failed text-sm empty:hidden">
              {problem}
            </p>
          </form>
        </div>
      </Handset>
      {!readOnly && (
        <fieldset className="flex flex-wrap gap-1" aria-label="Answer with one key">
          {quickAnswers.map((quick) => (
            <Button
              key={quick.key}
              size="sm"
              disabled={busy}
              aria-keyshortcuts={quick.key}
              onClick={() => void reply(quick.reply)}
            >
              {quick.label} <Kbd className="max-sm:hidden">{quick.key}</Kbd>
            </Button>
          ))}
          <p className="w-full pt-0.5 text-ink-muted text-xs max-sm:hidden">
            <Kbd>Alt</Kbd> <Kbd>P</Kbd> comes here; then the keys work.
          </p>
        </fieldset>
      )}
    </div>
  )
}

function ResultScreen({
  prompt,
  outcome,
  onClose,
}: {
  prompt: PromptView
  outcome: PromptOutcome
  onClose: () => void
}) {
  const now = useNow()
  const words = outcomeWords[outcome]
  return (
    <Handset operator={prompt.operator} now={now}>
      <div className="flex flex-col gap-1 border-b p-3">
        <p className={cn('font-semibold', outcome === 'paid' ? 'text-good' : 'text-failed')}>{words.title}</p>
        <p>{words.text(prompt)}</p>
        <Button size="sm" className="mt-1 self-end" data-phone-focus onClick={onClose}>
          Close
        </Button>
      </div>
      <SmsList msisdn={prompt.msisdn} limit={3} className="max-h-40" />
    </Handset>
  )
}
