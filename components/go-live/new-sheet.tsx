'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Dialog, DialogBody, DialogContent } from '@/components/ui/dialog'
import { fetched } from '@/components/ui/fetched'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { ApiChoice } from './api-choices'

const NewSheetForm = fetched(() => import('./new-sheet-form').then((module) => module.NewSheetForm))

export type SheetChoices = {
  environments: { id: string; name: string; kind: EnvironmentKind; system: string; systemTitle: string }[]
  /** What can be chosen, by system. */
  apis: Record<string, ApiChoice[]>
  /** The environment of the top bar. */
  currentId: string | null
}

/** Opened by `?new=1`. */
export function NewSheet({ open, choices }: { open: boolean; choices: SheetChoices }) {
  const router = useRouter()
  const close = () => router.replace('/go-live', { scroll: false })
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent
        title="New sheet"
        description="The provider's test cases of the APIs you use, filled by the runs of one environment."
      >
        {choices.environments.length === 0 ? (
          <DialogBody>
            A sheet belongs to an environment, and this workspace has none.{' '}
            <Link href="/environments?new=1" className="text-accent underline underline-offset-3">
              Make one first
            </Link>
            .
          </DialogBody>
        ) : (
          <NewSheetForm choices={choices} close={close} />
        )}
      </DialogContent>
    </Dialog>
  )
}
