'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/menu-parts'
import { helpOf } from './page-help'

/** Help on the page that is open. */
export function HelpPopover() {
  const pathname = usePathname()
  const [open, setOpen] = useState(true)
  const help = helpOf(pathname)
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon" className="max-sm:hidden" aria-label="Help on this page">
          ?
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Help on this page">
        <p className="font-semibold">{help?.title ?? 'Help'}</p>
        <p className="pt-1 text-ink-muted">{help?.text ?? 'The guides say how things are done here.'}</p>
        <ul className="pt-2">
          {(help?.links ?? [{ href: '/guides', label: 'Guides' }]).map(({ href, label }) => (
            <li key={href}>
              <Link
                href={href}
                prefetch={false}
                className="inline-block py-1 text-accent hover:underline"
                onClick={() => setOpen(false)}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <p className="border-t pt-2 text-ink-muted text-sm">Press ? for the keys.</p>
      </PopoverContent>
    </Popover>
  )
}
