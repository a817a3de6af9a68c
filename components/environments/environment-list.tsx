import Link from 'next/link'
import { KindBadge } from '@/components/payments/verdict'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import { cn } from '@/lib/classes'
import type { EnvironmentView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { ChooseButton } from './choose-button'

/** All environments, one row each; production carries its colour at the edge. */
export function EnvironmentList({
  environments,
  currentId,
  choose,
}: {
  environments: EnvironmentView[]
  currentId: string | null
  choose: EnvironmentActions['choose']
}) {
  return (
    <ul className="border-t">
      {environments.map((environment) => {
        const stored = environment.credentials.filter((one) => one.set).length
        return (
          <li
            key={environment.id}
            className={cn(
              'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b py-2.5 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)_9rem_8rem]',
              environment.kind === 'production' && 'border-l-4 border-l-production pl-3',
            )}
          >
            <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
              <Link
                href={`/environments/${environment.slug}`}
                className="truncate font-medium underline-offset-3 hover:underline"
              >
                {environment.name}
              </Link>
              <KindBadge kind={environment.kind} />
            </div>
            <div className="flex min-w-0 items-center gap-3 max-md:order-3 max-md:col-span-2">
              <span className="shrink-0 text-ink-muted text-sm">{environment.systemTitle}</span>
              <CopyText value={environment.resolvedBaseUrl} max={48} label="Base URL" />
            </div>
            <p className="text-ink-muted text-sm max-md:order-4 max-md:col-span-2">
              {stored} of {environment.credentials.length} credentials
            </p>
            <div className="flex justify-end">
              {environment.id === currentId ? (
                <Badge tone="good">in use</Badge>
              ) : (
                <ChooseButton environment={environment.id} name={environment.name} choose={choose} />
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
