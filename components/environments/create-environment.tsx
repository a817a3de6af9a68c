'use client'
import { useRouter } from 'next/navigation'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { fetched } from '@/components/ui/fetched'
import type { PresetView } from '@/lib/workspace/environments/list-presets'
import type { EnvironmentActions } from './actions'

const CreateForm = fetched(() => import('./create-form').then((module) => module.CreateForm))

/** Opened by `?new=1`: from a preset, or to a base URL of one's own. */
export function CreateEnvironment({
  open,
  presets,
  create,
}: {
  open: boolean
  presets: PresetView[]
  create: EnvironmentActions['create']
}) {
  const router = useRouter()
  const close = () => router.replace('/environments', { scroll: false })
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent
        title="New environment"
        description="A place to send requests to, with its own credentials and token."
      >
        <CreateForm presets={presets} create={create} close={close} />
      </DialogContent>
    </Dialog>
  )
}
