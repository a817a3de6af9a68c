'use client'
import { useAction } from '@/components/forms/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { useSettings, useSettingsChange } from './queries'

/** The next call that can end with this code does. */
export function AskButton({ id, code }: { id: string; code: string }) {
  const say = useToast()
  const settings = useSettings()
  const asking = useAction(useSettingsChange(), { saysWhyIn: 'toast' })
  const faults = settings.data?.faults
  const waits = faults?.some((fault) => fault.kind === 'code' && fault.code === id) ?? false
  return (
    <Button
      disabled={faults === undefined || waits || asking.isPending}
      onClick={() =>
        faults &&
        asking.run({ faults: [...faults, { kind: 'code', code: id, times: 1 }] }, () =>
          say(`The next call of the sandbox that can, ends with ${code}`),
        )
      }
    >
      {waits ? 'It waits for the next call' : 'Have the next call end with it'}
    </Button>
  )
}
