'use client'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import type { CallbackDetail } from '@/lib/workspace/views'
import { AttemptRow } from './attempt-row'
import { useAttempts } from './queries'
import { ReplayForm } from './replay-form'

/** Where a callback went on to, and sending it again. */
export function Onward({ callback }: { callback: CallbackDetail }) {
  const attempts = useAttempts(callback.id)
  const [isOpen, setOpen] = useState(false)
  const { attempts: list = [], mayReplay = false } = attempts.data ?? {}
  return (
    <section aria-label="On to your software" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">On to your software</h3>
        {mayReplay && (
          <Dialog open={isOpen} onOpenChange={setOpen}>
            <Button size="sm" onClick={() => setOpen(true)}>
              <Send aria-hidden /> Send again
            </Button>
            <DialogContent
              title="Send this callback again"
              description="It is no new callback: the try stands here, marked as replay."
            >
              <ReplayForm callback={callback} onClose={() => setOpen(false)} />
            </DialogContent>
          </Dialog>
        )}
      </div>
      {attempts.error && <p className="text-failed">{attempts.error.message}</p>}
      {list.length === 0 ? (
        <p className="text-ink-muted text-sm">It went nowhere but to this inbox.</p>
      ) : (
        <ol className="border-t" aria-label="Tries, newest first">
          {list.toReversed().map((attempt) => (
            <AttemptRow key={attempt.id} attempt={attempt} />
          ))}
        </ol>
      )}
    </section>
  )
}
