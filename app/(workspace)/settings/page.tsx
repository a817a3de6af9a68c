import { redirect } from 'next/navigation'
import { requireMember } from '@/lib/auth/require'

export default async function SettingsPage() {
  await requireMember('viewer', '/settings')
  redirect('/settings/account')
}
