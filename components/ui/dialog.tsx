'use client'
import { type ComponentProps, createContext, type ReactNode, use, useState } from 'react'
import { cn } from '@/lib/classes'
import { fetched } from './fetched'
import { useEverOpen, useFetchWhenIdle } from './on-demand'
import { Slot } from './slot'

const load = () => import('./dialog-parts')
const prepare = () => void load().catch(() => undefined)
const DialogWindow = fetched(() => load().then((module) => module.DialogWindow))

type State = { isOpen: boolean; change: (open: boolean) => void }

const DialogContext = createContext<State>({ isOpen: false, change: () => {} })

/** A dialog of a page: what draws it is fetched once the page has nothing better to do, or when it opens. */
export function Dialog({
  open,
  onOpenChange,
  children,
}: {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}) {
  const [own, setOwn] = useState(false)
  useFetchWhenIdle(load)
  const change = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  return <DialogContext value={{ isOpen: open ?? own, change }}>{children}</DialogContext>
}

export function DialogTrigger({ children }: { asChild: true; children: ReactNode }) {
  const { isOpen, change } = use(DialogContext)
  return (
    <Slot
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => change(true)}
    >
      {children}
    </Slot>
  )
}

export function DialogContent(
  props: Omit<ComponentProps<typeof DialogWindow>, 'open' | 'onOpenChange' | 'ref'>,
) {
  const { isOpen, change } = use(DialogContext)
  const isWanted = useEverOpen(isOpen)
  return isWanted && <DialogWindow open={isOpen} onOpenChange={change} {...props} />
}

export function DialogBody({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('min-h-0 flex-1 overflow-y-auto p-4', className)} {...props} />
}

export function DialogFooter({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('flex flex-wrap justify-end gap-2 border-t px-4 py-3', className)} {...props} />
}
