import type { Metadata } from 'next'
import { PrintSheet } from '@/components/go-live/print-sheet'
import { requireMember } from '@/lib/auth/require'
import { deps } from '@/lib/workspace/server/context'
import { findSheet } from '../../find-sheet'

export const metadata: Metadata = { title: 'Go-Live sheet for printing' }

export default async function PrintSheetPage({ params }: PageProps<'/go-live/[id]/print'>) {
  const actor = await requireMember()
  return <PrintSheet sheet={await findSheet(actor, (await params).id)} printedAt={deps().clock()} />
}
