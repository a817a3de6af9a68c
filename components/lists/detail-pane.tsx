import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { cn } from '@/lib/classes'

/** What is chosen in a list, beside it. Enter brings the focus here, Esc closes it. */
export function DetailPane({
  label,
  pane,
  className,
  onClose,
  children,
}: {
  label: string
  pane: RefObject<HTMLElement | null>
  className?: string
  onClose: () => void
  children: ReactNode
}) {
  return (
    <aside
      ref={pane}
      tabIndex={-1}
      aria-label={label}
      className={cn('min-w-105 overflow-y-auto border-l outline-none', className)}
    >
      <div className="flex justify-end px-2 pt-2">
        <Button variant="ghost" size="sm" onClick={onClose}>
          <X aria-hidden /> Close <Kbd>Esc</Kbd>
        </Button>
      </div>
      {children}
    </aside>
  )
}
