'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { fetched } from '@/components/ui/fetched'
import { useFetchWhenIdle } from '@/components/ui/on-demand'
import { useToast } from '@/components/ui/toast'
import { useWorldChange } from './queries'

const load = () => import('@/components/forms/confirm-by-word')
const ConfirmByWord = fetched(() => load().then((module) => module.ConfirmByWord))

const word = 'reset'

/** Back to the first day: asks for the word, because balances, prompts and owed callbacks are gone after it. */
export function ResetWorld() {
  const change = useWorldChange()
  const say = useToast()
  const [open, setOpen] = useState(false)
  useFetchWhenIdle(load)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="danger">Reset the world…</Button>
      </DialogTrigger>
      <DialogContent
        title="Reset the world"
        description="Balances go back to their opening, transactions, prompts, registered URLs and owed callbacks are removed. Runs and captured callbacks stay."
      >
        <ConfirmByWord
          word={word}
          label={`Type ${word} to confirm`}
          keep="Keep it"
          confirm="Reset"
          confirming="Resetting…"
          act={() => change('POST /sandbox/reset')}
          onDone={() => {
            setOpen(false)
            say('The world is as on its first day')
          }}
          onKeep={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  )
}
