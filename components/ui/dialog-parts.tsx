'use client'
import { cva, type VariantProps } from 'class-variance-authority'
import { X } from 'lucide-react'
import { Dialog as DialogPrimitive } from 'radix-ui'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { cn } from '@/lib/classes'

export const Dialog = DialogPrimitive.Root

/** For the content of a dialog without a trigger of its own: focus goes back to where it was when the dialog opened. */
export const useReturnFocus = (open: boolean) => {
  const [last, setLast] = useState<{ open: boolean; from: Element | null }>({ open: false, from: null })
  // On the server nothing has the focus.
  const focused = typeof document === 'undefined' ? null : document.activeElement
  // In drawing, since a field with autoFocus takes the focus before any effect runs.
  if (open !== last.open) setLast({ open, from: open ? focused : last.from })
  return {
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      if (last.from instanceof HTMLElement) last.from.focus()
    },
  }
}

const contentVariants = cva(
  'fixed z-50 flex flex-col border bg-raised text-ink shadow-lg data-[state=closed]:animate-out data-[state=open]:animate-in focus:outline-none',
  {
    variants: {
      side: {
        center:
          'top-[12vh] left-1/2 max-h-[80vh] w-[min(560px,calc(100vw-24px))] -translate-x-1/2 rounded-lg data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0',
        right:
          'inset-y-0 right-0 w-[min(560px,100vw)] border-y-0 border-r-0 data-[state=closed]:slide-out-to-right data-[state=open]:slide-in-from-right duration-150',
        left: 'inset-y-0 left-0 w-[min(300px,88vw)] border-y-0 border-l-0 data-[state=closed]:slide-out-to-left data-[state=open]:slide-in-from-left duration-150',
      },
    },
    defaultVariants: { side: 'center' },
  },
)

/** `right` and `left` are drawers. The title is always there for a screen reader, even when it is not drawn. */
export function DialogContent({
  className,
  children,
  side,
  title,
  description,
  hideTitle = false,
  actions,
  ...props
}: Omit<ComponentProps<typeof DialogPrimitive.Content>, 'title'> &
  VariantProps<typeof contentVariants> & {
    title: ReactNode
    description?: ReactNode
    hideTitle?: boolean
    /** Beside the close button. */
    actions?: ReactNode
  }) {
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay className="data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 fixed inset-0 z-50 bg-shade data-[state=closed]:animate-out data-[state=open]:animate-in" />
      <DialogPrimitive.Content
        data-slot="dialog"
        {...(description ? {} : { 'aria-describedby': undefined })}
        className={cn(contentVariants({ side }), className)}
        {...props}
      >
        <div
          className={cn(
            'flex items-start justify-between gap-4 border-b px-4 py-3',
            hideTitle && 'sr-only border-0 p-0',
          )}
        >
          <div className="min-w-0">
            <DialogPrimitive.Title className="font-semibold text-lg">{title}</DialogPrimitive.Title>
            {description && (
              <DialogPrimitive.Description className="mt-0.5 text-ink-muted text-sm">
                {description}
              </DialogPrimitive.Description>
            )}
          </div>
          {!hideTitle && (
            <div className="flex items-center gap-1">
              {actions}
              <DialogPrimitive.Close
                aria-label="Close"
                className="inline-flex size-7 items-center justify-center rounded text-ink-muted hover:bg-hover hover:text-ink"
              >
                <X className="size-4" />
              </DialogPrimitive.Close>
            </div>
          )}
        </div>
        {children}
      </DialogPrimitive.Content>
    </DialogPrimitive.Portal>
  )
}

/** The dialog of a page, fetched for its first opening. */
export function DialogWindow({
  open,
  onOpenChange,
  ...props
}: ComponentProps<typeof DialogContent> & { open: boolean; onOpenChange: (open: boolean) => void }) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent {...returnFocus} {...props} />
    </Dialog>
  )
}
