'use client'
import { useEffect, useRef, useState } from 'react'
import { useLive } from '@/components/live/live-provider'
import { useQueryClient } from '@/components/live/queries'
import { readAgain } from '@/components/live/read-again'
import { moneyText } from '@/components/payments/money'
import { fetched } from '@/components/ui/fetched'
import { useFetchWhenIdle } from '@/components/ui/on-demand'
import type { PromptView, Role } from '@/lib/workspace/views'
import { useWaitingPrompts } from './prompts'
import { outcomeWords } from './queue'

const load = () => import('./phone')
const Phone = fetched(() => load().then((module) => module.Phone))

/** How long the result stays on the screen before the phone goes. */
const resultMs = 5000
/** The same while the next prompt waits. */
const shortResultMs = 1500

/** The phone on the screen: appears on any page while a prompt waits for a person. Viewers only watch. */
export function PhoneWatch({ role }: { role: Role }) {
  const queries = useQueryClient()
  const [settled, setSettled] = useState<PromptView>()
  // Whoever only watches is not covered by what others are asked.
  const [folded, setFolded] = useState(role === 'viewer')
  const box = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const { waiting, hear } = useWaitingPrompts((prompt) => setSettled(prompt))
  const prompt = waiting[0]
  const another = prompt !== undefined
  const shown = settled ?? prompt
  const shownId = shown?.id

  useFetchWhenIdle(load)
  useLive('world', () => void readAgain(queries, ['sandbox']))

  useEffect(() => {
    if (!settled) return
    const timer = setTimeout(() => setSettled(undefined), another ? shortResultMs : resultMs)
    return () => clearTimeout(timer)
  }, [settled, another])

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyP' || !box.current) return
      event.preventDefault()
      cameFrom.current = document.activeElement
      setFolded(false)
      focusIn(box.current)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  // Focus goes back to where Alt P took it from once the prompt is answered, or the phone has gone.
  const isAnswered = settled !== undefined
  useEffect(() => {
    if ((shownId !== undefined && !isAnswered) || !(cameFrom.current instanceof HTMLElement)) return
    if (document.activeElement === document.body) cameFrom.current.focus()
    cameFrom.current = null
  }, [shownId, isAnswered])

  return (
    <>
      <p role="status" className="sr-only">
        {prompt && !settled
          ? `The phone ${prompt.msisdn} is asked to pay ${moneyText(prompt.amountCents, prompt.currency)} to ${prompt.payeeName}. Alt P goes to the phone.`
          : ''}
        {settled && settled.state !== 'open'
          ? `${outcomeWords[settled.state].title}. ${outcomeWords[settled.state].text(settled)}`
          : ''}
      </p>
      {shown && (
        <Phone
          box={box}
          shown={shown}
          prompt={prompt}
          settled={settled}
          waiting={waiting}
          role={role}
          folded={folded}
          onFold={setFolded}
          onAnswered={hear}
          onClose={() => setSettled(undefined)}
        />
      )}
    </>
  )
}

const focusIn = (box: HTMLElement) => {
  // The dock may have been folded a moment ago.
  requestAnimationFrame(() =>
    ['input', '[data-phone-focus]', 'button']
      .map((wanted) => box.querySelector<HTMLElement>(wanted))
      .find((found) => found !== null)
      ?.focus(),
  )
}
