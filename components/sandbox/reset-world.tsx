'use client'
import { type FormEvent, useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import { useWorldChange } from './queries'

const word = 'reset'

/** Back to the first day: asks for the word, because balances, prompts and owed callbacks are gone after it. */
export function ResetWorld() {
  const change = useWorldChange()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  const reset = async (event: FormEvent) => {
    event.preventDefault()
    if (typed !== word) return
    setBusy(true)
    setProblem('')
    try {
      await change('POST', 'reset', {})
      setOpen(false)
      say('The world is as on its first day')
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setProblem(thrown.message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setTyped('')
        setProblem('')
      }}
    >
      <DialogTrigger asChild>
        <Button variant="danger">Reset the world…</Button>
      </DialogTrigger>
      <DialogContent
        title="Reset the world"
        description="Balances go back to their opening, transactions, prompts, registered URLs and owed callbacks are removed. Runs and captured callbacks stay."
      >
        <form onSubmit={reset} className="flex min-h-0 flex-col">
          <DialogBody>
            <Field label={`Type ${word} to confirm`} errors={problem ? [problem] : undefined}>
              {(slots) => (
                <Input
                  {...slots}
                  autoFocus
                  autoComplete="off"
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                />
              )}
            </Field>
          </DialogBody>
          <DialogFooter>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button type="submit" variant="danger" disabled={busy || typed !== word}>
              {busy ? 'Resetting…' : 'Reset'}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
