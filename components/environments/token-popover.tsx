'use client'
import Link from 'next/link'
import type { ReactElement } from 'react'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/menu-parts'

/** Begins open: it is fetched for the click that opens it. */
export function TokenPopover({
  button,
  slug,
  title,
  detail,
  hasFailed,
}: {
  button: ReactElement
  slug: string
  title: string
  detail: string
  hasFailed: boolean
}) {
  return (
    <Popover defaultOpen>
      <PopoverTrigger asChild>{button}</PopoverTrigger>
      <PopoverContent align="start" className="flex flex-col gap-2">
        <p className="font-medium">{title}</p>
        <p className="text-ink-muted text-sm">{detail}</p>
        <Link
          href={`/environments/${slug}?part=token`}
          className="text-accent text-sm underline-offset-3 hover:underline"
        >
          {hasFailed ? 'Why does it fail?' : 'Token and credentials'}
        </Link>
      </PopoverContent>
    </Popover>
  )
}
