import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog'
import type { RunSummary } from '@/lib/workspace/views'

/** Asks before a run is deleted; closed without one. */
export function ConfirmDelete({
  run,
  onKeep,
  onDelete,
}: {
  run: RunSummary | null
  onKeep: () => void
  onDelete: (run: RunSummary) => void
}) {
  return (
    <Dialog open={run !== null} onOpenChange={(open) => !open && onKeep()}>
      <DialogContent title="Delete this run" description={`${run?.operationTitle ?? ''}, ${run?.id ?? ''}`}>
        <DialogBody>
          The request, its answer and its verdict go for everybody in the workspace. The callbacks stay in the
          inbox, linked to nothing.
        </DialogBody>
        <DialogFooter>
          <Button onClick={onKeep}>Keep it</Button>
          <Button variant="danger" onClick={() => run && onDelete(run)}>
            Delete run
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
