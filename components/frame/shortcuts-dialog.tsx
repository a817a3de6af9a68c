'use client'
import { DialogBody } from '@/components/ui/dialog'
import { Dialog, DialogContent, useReturnFocus } from '@/components/ui/dialog-parts'
import { Kbd } from '@/components/ui/kbd'

const shortcuts = [
  { keys: ['Ctrl', 'K'], what: 'Search or jump' },
  { keys: ['Ctrl', 'Enter'], what: 'Send the request' },
  { keys: ['/'], what: 'Search in the list on screen' },
  { keys: ['j'], what: 'Next row' },
  { keys: ['k'], what: 'Previous row' },
  { keys: ['Enter'], what: 'Open the row; at the phone: answer with the PIN' },
  { keys: ['Esc'], what: 'Close; at the phone: cancel the prompt' },
  { keys: ['Alt', 'P'], what: 'Go to the phone on the screen' },
  {
    keys: ['g', 'then', 'i'],
    what: 'Inbox (h history, l go live, s sandbox, t STK push, e environments, u guides)',
  },
  { keys: ['?'], what: 'This list' },
]

export function ShortcutsDialog({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Keyboard shortcuts" {...returnFocus}>
        <DialogBody>
          <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-2">
            {shortcuts.map((shortcut) => (
              <div key={shortcut.what} className="contents">
                <dt className="flex items-center gap-1">
                  {shortcut.keys.map((key) =>
                    key === 'then' ? <span key={key}>then</span> : <Kbd key={key}>{key}</Kbd>,
                  )}
                </dt>
                <dd>{shortcut.what}</dd>
              </div>
            ))}
          </dl>
        </DialogBody>
      </DialogContent>
    </Dialog>
  )
}
