'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { deps } from '@/lib/workspace/server/context'
import { sessionCookie } from './session'

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  const { name, options } = sessionCookie(deps().config)
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
  redirect('/sign-in?out=1')
}
