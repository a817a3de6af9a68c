import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/layout'
import { cn } from '@/lib/classes'

const pages = [
  { name: 'applications', href: '/sandbox/openapi', label: 'Applications' },
  { name: 'organisations', href: '/sandbox/openapi/organisations', label: 'Organisations' },
] as const

/** Title of a page of the portal, with its two parts below. */
export function PortalHeader({
  title,
  description,
  part,
  back = { href: '/sandbox', label: 'Sandbox' },
  children,
}: {
  title: ReactNode
  description: ReactNode
  part: (typeof pages)[number]['name']
  back?: { href: string; label: string }
  children?: ReactNode
}) {
  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-2">
            {title} <Badge tone="simulated">simulated</Badge>
          </span>
        }
        description={description}
      >
        {children}
        <Button asChild>
          <Link href={back.href}>
            <ArrowLeft aria-hidden /> {back.label}
          </Link>
        </Button>
      </PageHeader>
      <nav aria-label="OpenAPI portal" className="mb-4 flex gap-4 border-b">
        {pages.map(({ name, href, label }) => (
          <Link
            key={name}
            href={href}
            aria-current={name === part ? 'page' : undefined}
            className={cn(
              '-mb-px border-transparent border-b-2 px-0.5 py-1.5 text-ink-muted hover:text-ink focus-visible:outline-offset-[-2px]',
              name === part && 'border-accent font-medium text-ink',
            )}
          >
            {label}
          </Link>
        ))}
      </nav>
    </>
  )
}
