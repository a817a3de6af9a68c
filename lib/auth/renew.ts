import 'server-only'
import { cookies } from 'next/headers'
import { deps } from '@/lib/workspace/server/context'
import { type Session, sealSession, sessionCookie, sessionSeconds } from './session'

/** Gives this browser a new session after all of them were ended. */
export const renewSession = async (session: Session): Promise<void> => {
  const { config } = deps()
  const { name, options } = sessionCookie(config)
  const jar = await cookies()
  jar.set(name, await sealSession(session, config), { ...options, maxAge: sessionSeconds })
}
