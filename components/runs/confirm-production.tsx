'use client'
import { ConfirmByWord } from '@/components/forms/confirm-by-word'
import { Dialog, DialogContent } from '@/components/ui/dialog'

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
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="This moves real money" description={what}>
        <ConfirmByWord
          word={environmentName}
          label={`Type the environment’s name, ${environmentName}, to send`}
          keep="Do not send"
          confirm={`Send to ${environmentName}`}
          variant="production"
          act={async () => ({ ok: true, data: undefined })}
          onDone={() => onConfirm(environmentName)}
          onKeep={() => onOpenChange(false)}
        />
      </DialogContent>
    </Dialog>
  )
}
