import type { Metadata } from 'next'
import { readAddress, searchOf, searchOfPage } from '@/components/address/address'
import { reportNames } from '@/components/reports/address'
import { ReportScreen } from '@/components/reports/report-screen'
import { requireMember } from '@/lib/auth/require'
import { asRefusal } from '@/lib/http/respond'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { getReport } from '@/lib/workspace/reports/get-report'
import { reportChoices } from '@/lib/workspace/reports/report-choices'
import { reportInput } from '@/lib/workspace/reports/report-input'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Reports' }

export default async function ReportsPage({ searchParams }: PageProps<'/reports'>) {
  const actor = await requireMember()
  const made = deps()
  const query = readAddress(reportNames, searchOfPage(await searchParams))
  const readAt = made.clock()
  return (
    <ReportScreen
      initial={{
        report: await reportOr(async () => getReport(made, actor, reportInput.parse(query))),
        search: searchOf(reportNames, query),
        readAt,
      }}
      choices={reportChoices(made, actor)}
      role={{
        canSend: isAtLeast(actor.role, 'member'),
        canCheck: isAtLeast(actor.role, 'member'),
        canRecompute: isAtLeast(actor.role, 'owner'),
      }}
    />
  )
}

/** Null where the address asks for what cannot be: the screen then says what is wrong with it. */
const reportOr = async <Report,>(read: () => Promise<Report>): Promise<Report | null> => {
  try {
    return await read()
  } catch (thrown) {
    if (asRefusal(thrown)) return null
    throw thrown
  }
}
