'use client'
import { ChevronDown } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy'
import { fetched } from '@/components/ui/fetched'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/menu'
import { useFetchWhenIdle } from '@/components/ui/on-demand'
import { useValidationAnswer } from './use-validation-answer'

const load = () => import('./answers-brief')
const AnswersBrief = fetched(() => load().then((module) => module.AnswersBrief))

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
          <AnswersBrief name={name} answers={answers} canChange={canChange} />
        </PopoverContent>
      </Popover>
    </span>
  )
}
