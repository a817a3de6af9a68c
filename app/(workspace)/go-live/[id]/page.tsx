import type { Metadata } from 'next'
import { SheetScreen } from '@/components/go-live/sheet-screen'
import { requireMember } from '@/lib/auth/require'
import { isAtLeast } from '@/lib/workspace/require-role'
import { apiChoicesOf } from '../api-choices-of'
import { findSheet } from '../find-sheet'

export const metadata: Metadata = { title: 'Go-Live sheet' }

export default async function SheetPage({ params }: PageProps<'/go-live/[id]'>) {
  const actor = await requireMember()
  const sheet = findSheet(actor, (await params).id)
  return (
    <SheetScreen
      key={sheet.id}
      initial={sheet}
      apis={apiChoicesOf(sheet.system)}
      canChange={isAtLeast(actor.role, 'member')}
    />
  )
}
