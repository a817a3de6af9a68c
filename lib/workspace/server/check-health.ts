import 'server-only'
import type { Deps } from '../deps'

/** Throws when the database does not answer. */
export const checkHealth = ({ db, config }: Deps): { status: 'ok'; version: string } => {
  db.$client.prepare('select 1').get()
  return { status: 'ok', version: config.version }
}
