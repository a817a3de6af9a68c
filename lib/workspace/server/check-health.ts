import 'server-only'
import { deps } from './context'

/** Throws when the database does not answer. */
export const checkHealth = (): { status: 'ok'; version: string } => {
  const { db, config } = deps()
  db.$client.prepare('select 1').get()
  return { status: 'ok', version: config.version }
}
