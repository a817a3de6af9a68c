'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter, DialogTrigger } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/auth/action-result'

/** A button whose act cannot be taken back: it asks first, and says what will happen. */
export function ConfirmButton({
  label,
  accessibleLabel,
  title,
  children,
  act,
  done,
}: {
  label: string
  /** Names the thing too, where several buttons carry the same label. */
  accessibleLabel: string
  title: string
  children: ReactNode
  act: () => Promise<ActionResult<unknown>>
  done: string
}) {
  const router = useRouter()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const confirming = useAction(act)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        confirming.forget()
        setOpen(next)
      }}
    >
      <DialogTrigger asChild>
        <Button variant="danger" size="sm" aria-label={accessibleLabel}>
          {label}
        </Button>
      </DialogTrigger>
      <DialogContent title={title}>
        <DialogBody className="flex flex-col gap-3">
          {children}
          <FormMessage form={confirming} />
        </DialogBody>
        <DialogFooter>
          <Button onClick={() => setOpen(false)}>Keep</Button>
          <Button
            variant="danger"
            disabled={confirming.isPending}
            onClick={() =>
              confirming.run(undefined, () => {
                setOpen(false)
                say(done)
                router.refresh()
              })
            }
          >
            {label}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
