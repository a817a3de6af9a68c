'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter, DialogTrigger } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/layout'
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
  const [pending, setPending] = useState(false)
  const [message, setMessage] = useState('')

  const confirm = async () => {
    setPending(true)
    setMessage('')
    try {
      const result = await act()
      if (result.ok) {
        setOpen(false)
        say(done)
        router.refresh()
      } else setMessage(result.message)
    } catch {
      setMessage('The server could not be reached. Check that it runs, then try again.')
    }
    setPending(false)
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setMessage('')
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
          <div aria-live="polite" className="contents">
            {message && <Notice tone="bad" title={message} />}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button onClick={() => setOpen(false)}>Keep</Button>
          <Button variant="danger" onClick={() => void confirm()} disabled={pending}>
            {label}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
