import 'server-only'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireMember } from '@/lib/auth/require'
import { asRefusal } from '@/lib/http/respond'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import { getSheet } from '@/lib/workspace/go-live/get-sheet'
import { deps } from '@/lib/workspace/server/context'

/** Once for the page and its title. */
const read = cache(async (id: string) => {
  const actor = await requireMember()
  try {
    return await getSheet(deps(), actor, id)
  } catch (thrown) {
    if (asRefusal(thrown)?.kind === 'not-found') return undefined
    throw thrown
  }
})

/** The sheet that an address names, or the page that says it is not there. */
export const findSheet = async (id: string) => (await read(id)) ?? notFound()

/** A link that somebody was sent says in its title what it leads to, and whether that was real. */
export const sheetMetadata = async (id: string): Promise<Metadata> => {
  const sheet = await read(id)
  if (!sheet) return { title: 'Go-Live sheet' }
  const { name, environment } = sheet
  return { title: `${name} (${environmentKindWords[environment.kind]})` }
}
