import type { Metadata } from 'next'
import { PrintSheet } from '@/components/go-live/print-sheet'
import { requireMember } from '@/lib/auth/require'
import { deps } from '@/lib/workspace/server/context'
import { findSheet, sheetMetadata } from '../../find-sheet'

/** What is printed to a file is named by it. */
export const generateMetadata = async ({ params }: PageProps<'/go-live/[id]/print'>): Promise<Metadata> =>
  sheetMetadata((await params).id)

export default async function PrintSheetPage({ params }: PageProps<'/go-live/[id]/print'>) {
  await requireMember()
  return <PrintSheet sheet={await findSheet((await params).id)} printedAt={deps().clock()} />
}
