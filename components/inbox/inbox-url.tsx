'use client'
import { ChevronDown } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { fetched } from '@/components/ui/fetched'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/menu'
import { useFetchWhenIdle } from '@/components/ui/on-demand'
import { useValidationAnswer } from './use-validation-answer'

const load = () => import('./validation-answer')
const ValidationAnswer = fetched(() => load().then((module) => module.ValidationAnswer))

/** An answer, and the kinds of messages that get it. */
export type InboxAnswer = { to: string[]; body: string }

/** The public address of an inbox, and what it says to those who call. */
export function InboxUrl({
  name,
  url,
  answers,
  canChange,
}: {
  name: string
  url: string
  answers: InboxAnswer[]
  canChange: boolean
}) {
  const validation = useValidationAnswer(name) ?? 'accept'
  useFetchWhenIdle(load)
  return (
    <span className="flex min-w-0 items-center gap-1">
      <CopyText value={url} max={56} label="Inbox URL" className="min-w-0" />
      <Popover>
        <PopoverTrigger asChild>
          <Button variant="ghost" size="sm" className="text-ink-muted">
            {validation === 'accept'
              ? 'answers as M-Pesa expects'
              : validation === 'silent'
                ? 'silent on validations'
                : 'rejects validations'}
            <ChevronDown aria-hidden />
          </Button>
        </PopoverTrigger>
        <PopoverContent align="start" className="w-96">
          <p>
            Every method, path below this URL, and body up to 1 MB is kept byte for byte. It is on disk before
            the answer leaves. The answer is HTTP 200 with what M-Pesa expects for that kind of message.
          </p>
          <div className="mt-3">
            <ValidationAnswer inbox={name} canChange={canChange} />
          </div>
          <dl className="mt-3 flex flex-col gap-2 text-sm">
            {answers.map(({ to, body }) => (
              <div key={body}>
                <dt className="text-ink-muted">{to.join(', ')}</dt>
                <dd className="max-h-20 overflow-y-auto">
                  <code className="whitespace-pre-wrap break-all text-sm">{body}</code>
                </dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 text-ink-muted text-sm">
            Anything that it does not recognise is kept and answered just the same.
          </p>
        </PopoverContent>
      </Popover>
    </span>
  )
}
