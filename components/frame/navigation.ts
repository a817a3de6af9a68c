import type { ReactNode } from 'react'

/** A page as the sidebar shows it. The server draws its picture, so that no page carries the pictures of all. */
export type PageLink = { href: string; label: string; icon: ReactNode }

export type PageLinks = { main: PageLink[]; side: PageLink[] }

export const isCurrent = (pathname: string, href: string) =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)

const marks: Record<string, string> = { 'sandbox-only': 'sandbox', 'sandbox-only-legacy': 'legacy' }

/** `historic` and `legacy` operations say so beside their name. */
export const statusMark = (status: string): string | undefined =>
  status === 'current' || status === 'commercial' ? undefined : (marks[status] ?? status)
