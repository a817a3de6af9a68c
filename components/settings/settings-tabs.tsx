'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { cn } from '@/lib/classes'

export function SettingsTabs({ pages }: { pages: { href: string; label: string }[] }) {
  const pathname = usePathname()
  const here = useRef<HTMLAnchorElement>(null)
  // Where the tabs are wider than the page, the chosen one is brought into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the trigger
  useEffect(() => {
    // Newer browsers hand back a promise, which an effect must not.
    here.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  return (
    <nav aria-label="Settings" className="mb-5 flex gap-1 overflow-x-auto border-b">
      {pages.map(({ href, label }) => {
        const isHere = pathname === href || pathname.startsWith(`${href}/`)
        return (
          <Link
            key={href}
            ref={isHere ? here : undefined}
            href={href}
            aria-current={isHere ? 'page' : undefined}
            className={cn(
              '-mb-px whitespace-nowrap border-transparent border-b-2 px-3 py-2 text-ink-muted hover:text-ink focus-visible:outline-offset-[-2px]',
              isHere && 'border-accent font-medium text-ink',
            )}
          >
            {label}
          </Link>
        )
      })}
    </nav>
  )
}
