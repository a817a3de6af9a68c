import { notFound, redirect } from 'next/navigation'
import { requireMember } from '@/lib/auth/require'
import { isSystem } from '@/lib/systems'

/** A system has no page of its own: its operations are a part of the reference. */
export default async function SystemReferencePage({ params }: PageProps<'/reference/[system]'>) {
  await requireMember()
  const { system } = await params
  if (!isSystem(system)) notFound()
  redirect(`/reference#${system}`)
}
