import type { Metadata } from 'next'
import Link from 'next/link'
import { AttentionList } from '@/components/home/attention-list'
import { Connection } from '@/components/home/connection'
import { FirstSteps } from '@/components/home/first-steps'
import { HourPicture } from '@/components/home/hour-picture'
import { RecentCallbacks } from '@/components/home/recent-callbacks'
import { RecentRuns } from '@/components/home/recent-runs'
import { RefreshWhenBegun } from '@/components/home/refresh-when-begun'
import { LiveDot } from '@/components/live/live-provider'
import { Button } from '@/components/ui/button'
import { Notice, Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { currentEnvironment } from '@/lib/workspace/environments/current'
import { homeView } from '@/lib/workspace/home'
import { firstInboxUrl } from '@/lib/workspace/inboxes/first-inbox-url'
import { lastHour } from '@/lib/workspace/last-hour'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Home' }

export default async function HomePage({ searchParams }: PageProps<'/'>) {
  const actor = await requireMember()
  const made = deps()
  const { attention, environments, runs, callbacks } = homeView(made, actor)
  const { publicUrl } = made.config
  const { denied } = await searchParams
  const isNew = runs.length === 0 && callbacks.length === 0
  const canSend = actor.role !== 'viewer'
  const currentId = await currentEnvironment(made, actor)
  const environment = environments.find(({ id }) => id === currentId)
  return (
    <Page>
      {denied !== undefined && (
        <Notice tone="warn" title="That page is not for your role" className="mb-4">
          You are {actor.role === 'viewer' ? 'a viewer' : `a ${actor.role}`} here. An owner can change that in
          Settings.
        </Notice>
      )}
      {isNew ? (
        <>
          <RefreshWhenBegun />
          <PageHeader
            title="Try a payment"
            description="From the request to the callback in two minutes, in a sandbox that runs here."
          />
          <FirstSteps
            inboxUrl={firstInboxUrl(made, actor)}
            emulatorUrl={`${publicUrl}${firstOperation.emulator}`}
            canSend={canSend}
          />
          <div className="pt-6">
            <AttentionList items={attention} />
          </div>
        </>
      ) : (
        <>
          <PageHeader title="Home">
            <LiveDot className="mr-2" />
            {canSend && (
              <Button variant="primary" asChild>
                <Link href={firstOperation.path}>{firstOperation.action}</Link>
              </Button>
            )}
          </PageHeader>
          <AttentionList items={attention} />
          <div className="grid gap-x-10 gap-y-5 pb-5 lg:grid-cols-2">
            <HourPicture hour={lastHour(made, actor)} />
            {environment && <Connection environment={environment} />}
          </div>
          <div className="grid gap-x-10 gap-y-6 border-t pt-4 lg:grid-cols-2">
            <section aria-labelledby="recent-runs" className="min-w-0">
              <h2 id="recent-runs" className="mb-2 flex items-baseline justify-between font-semibold">
                Runs
                <Link href="/history" className="font-normal text-accent text-sm hover:underline">
                  All runs
                </Link>
              </h2>
              <RecentRuns initial={runs} />
            </section>
            <section aria-labelledby="recent-callbacks" className="min-w-0">
              <h2 id="recent-callbacks" className="mb-2 flex items-baseline justify-between font-semibold">
                Callbacks
                <Link href="/inbox" className="font-normal text-accent text-sm hover:underline">
                  Inbox
                </Link>
              </h2>
              <RecentCallbacks initial={callbacks} />
            </section>
          </div>
        </>
      )}
    </Page>
  )
}
