'use client'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { casesWords } from './words'

/** Asks before many requests go to a sandbox that others share. */
export function ConfirmRun({
  cases,
  environmentName,
  onClose,
  onConfirm,
}: {
  cases: string[] | null
  environmentName: string
  onClose: () => void
  onConfirm: (cases: string[]) => void
}) {
  return (
    <Dialog open={cases !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={`Run ${casesWords(cases?.length ?? 0)} against ${environmentName}`}>
        <DialogBody>
          Each case sends its requests to the provider’s sandbox, one after the other, and waits for its
          callbacks. The provider’s limits apply; you can pause or stop at any time.
        </DialogBody>
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => cases && onConfirm(cases)}>
            Run {casesWords(cases?.length ?? 0)}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
