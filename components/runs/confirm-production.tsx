'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** Real money moves only after its environment's name was typed. */
export function ConfirmProduction({
  open,
  environmentName,
  what,
  onOpenChange,
  onConfirm,
}: {
  open: boolean
  environmentName: string
  /** `Business Pay Bill: KES 10`. */
  what: string
  onOpenChange: (open: boolean) => void
  onConfirm: (typed: string) => void
}) {
  const [typed, setTyped] = useState('')
  const isRight = typed === environmentName
  const confirm = () => {
    if (!isRight) return
    setTyped('')
    onConfirm(typed)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setTyped('')
        onOpenChange(next)
      }}
    >
      <DialogContent title="This moves real money" description={what}>
        <DialogBody>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              confirm()
            }}
          >
            <Field label={`Type the environment’s name, ${environmentName}, to send`}>
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
          </form>
        </DialogBody>
        <DialogFooter>
          <Button onClick={() => onOpenChange(false)}>Do not send</Button>
          <Button variant="production" disabled={!isRight} onClick={confirm}>
            Send to {environmentName}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
