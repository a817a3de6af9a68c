import type { UpdateEnvironmentInput } from '@/lib/workspace/environments/input'
import type { EnvironmentView } from '@/lib/workspace/views'

export type Credential = EnvironmentView['credentials'][number]

/** What is typed by credential name, and the names of secrets to forget. */
export type CredentialsDraft = { credentials: Record<string, string>; clear: string[] }

/** A secret is never drawn: its field begins empty. */
const beginsWith = ({ secret, shown }: Credential): string => (secret ? '' : (shown ?? ''))

export const draftOf = ({ credentials }: Pick<EnvironmentView, 'credentials'>): CredentialsDraft => ({
  credentials: Object.fromEntries(credentials.map((one) => [one.name, beginsWith(one)])),
  clear: [],
})

/** What was changed. An emptied plain field means "forget it"; an empty secret field means "leave it". */
export const changeOf = (
  { credentials }: Pick<EnvironmentView, 'credentials'>,
  draft: CredentialsDraft,
): Pick<UpdateEnvironmentInput, 'credentials' | 'clear'> => {
  const typed = credentials.flatMap((one) => {
    const value = draft.credentials[one.name] ?? ''
    return value === beginsWith(one) ? [] : [[one.name, value] as const]
  })
  const emptied = credentials.filter(
    (one) => !one.secret && one.set && draft.credentials[one.name]?.trim() === '',
  )
  return {
    credentials: Object.fromEntries(typed),
    clear: [...draft.clear, ...emptied.map(({ name }) => name)],
  }
}
