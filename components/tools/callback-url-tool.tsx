'use client'
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Segmented } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { cn } from '@/lib/classes'

type Target = 'sandbox' | 'production'
export type CheckCallbackUrl = (
  typed: string,
  target: Target,
) => {
  isAcceptable: boolean
  findings: { rule: string; result: 'kept' | 'risky' | 'refused'; message: string }[]
}

const looks = {
  kept: { icon: CircleCheck, ink: 'text-good', words: 'Kept' },
  risky: { icon: TriangleAlert, ink: 'text-pending', words: 'Risky' },
  refused: { icon: CircleAlert, ink: 'text-failed', words: 'Refused' },
} as const

/** The rules are the system's and come as a function: this only draws what it finds. */
export function CallbackUrlTool({ check }: { check: CheckCallbackUrl }) {
  const [typed, setTyped] = useState('')
  const [target, setTarget] = useState<Target>('production')
  const result = typed.trim() === '' ? undefined : check(typed, target)
  const isRisky = result?.findings.some((finding) => finding.result === 'risky') ?? false
  return (
    <div className="flex flex-col gap-4">
      <Segmented
        aria-label="For"
        className="self-start"
        value={target}
        onChange={setTarget}
        options={[
          { value: 'production', label: 'For production' },
          { value: 'sandbox', label: 'For the sandbox' },
        ]}
      />
      <Field label="Callback, confirmation, validation, result or timeout URL">
        {(slots) => (
          <Input
            {...slots}
            value={typed}
            inputMode="url"
            spellCheck={false}
            autoComplete="off"
            placeholder="https://shop.example.co.ke/payments/callback"
            className="font-mono"
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {result && (
        <div role="status" className="flex flex-col gap-3">
          <Notice tone={result.isAcceptable ? (isRisky ? 'warn' : 'good') : 'bad'}>
            {result.isAcceptable
              ? isRisky
                ? 'It keeps the rules, with doubts.'
                : 'It keeps every rule.'
              : 'It will not work.'}
          </Notice>
          <ul className="border-t">
            {result.findings.map((finding) => {
              const { icon: Icon, ink, words } = looks[finding.result]
              return (
                <li
                  key={`${finding.rule} ${finding.message}`}
                  className="grid grid-cols-[1.25rem_minmax(0,1fr)_4.5rem] gap-x-2 border-b py-1.5"
                >
                  <Icon aria-hidden className={cn('mt-0.5 size-4', ink)} />
                  <span className="break-words">{finding.message}</span>
                  <span className={cn('text-right text-sm', ink)}>{words}</span>
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </div>
  )
}
