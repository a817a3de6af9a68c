'use client'
import { useRouter } from 'next/navigation'
import { useAction } from '@/components/forms/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { EnvironmentActions } from './actions'

export function ChooseButton({
  environment,
  name,
  choose,
}: {
  environment: string
  name: string
  choose: EnvironmentActions['choose']
}) {
  const router = useRouter()
  const say = useToast()
  const { run, isPending } = useAction(choose, { saysWhyIn: 'toast' })
  return (
    <Button
      size="sm"
      disabled={isPending}
      aria-label={`Use ${name}`}
      onClick={() =>
        run({ environment }, () => {
          say(`Requests now go to ${name}`)
          router.refresh()
        })
      }
    >
      Use
    </Button>
  )
}
