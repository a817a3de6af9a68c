import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/classes'

/** Filters that stand in a row where there is room, and behind a button where there is little. */
export function FoldedFilters({
  isSaid,
  children,
}: {
  /** They narrow the list already: then they are unfolded at first. */
  isSaid: boolean
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(isSaid)
  return (
    <>
      <Button className="lg:hidden" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <SlidersHorizontal aria-hidden /> Filters
      </Button>
      <div className={cn('flex flex-wrap items-center gap-2 max-lg:w-full', !isOpen && 'max-lg:hidden')}>
        {children}
      </div>
    </>
  )
}
