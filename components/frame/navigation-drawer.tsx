'use client'
import { Dialog, DialogContent, useReturnFocus } from '@/components/ui/dialog-parts'
import type { SystemNavigation } from '@/lib/derive/navigation'
import type { PageLinks } from './navigation'
import { Sidebar } from './sidebar'

/** The navigation where there is no room for it beside the page. */
export function NavigationDrawer({
  open,
  onOpenChange,
  pages,
  systems,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  pages: PageLinks
  systems: SystemNavigation[]
}) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent side="left" title="jaribu" className="bg-surface" {...returnFocus}>
        <Sidebar pages={pages} systems={systems} onGo={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  )
}
