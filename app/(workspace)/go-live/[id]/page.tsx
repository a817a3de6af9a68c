import type { Metadata } from 'next'
import { SheetScreen } from '@/components/go-live/sheet-screen'
import { requireMember } from '@/lib/auth/require'
import { sheetGroups } from '@/lib/workspace/go-live/sheet-groups'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { findSheet, sheetMetadata } from '../find-sheet'

export const generateMetadata = async ({ params }: PageProps<'/go-live/[id]'>): Promise<Metadata> =>
  sheetMetadata((await params).id)

export default async function SheetPage({ params }: PageProps<'/go-live/[id]'>) {
  const actor = await requireMember()
  const sheet = await findSheet((await params).id)
  return (
    <SheetScreen
      key={sheet.id}
      initial={sheet}
      apis={sheetGroups(sheet.system)}
      canChange={isAtLeast(actor.role, 'member')}
    />
  )
}
