import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Frame } from '@/components/frame/frame'
import { mainPages, sidePages } from '@/components/frame/pages'
import { Providers } from '@/components/frame/providers'
import { readTheme } from '@/components/frame/theme'
import { CallbacksBell } from '@/components/inbox/callbacks-bell'
import { PhoneDock } from '@/components/phone/phone-dock'
import { requireMember } from '@/lib/auth/require'
import { signOut } from '@/lib/auth/sign-out'
import { groupOperations } from '@/lib/derive/navigation'
import { systems } from '@/lib/systems'
import { currentEnvironment } from '@/lib/workspace/environments/current'
import { listEnvironmentBriefs } from '@/lib/workspace/environments/list-environments'
import { lastEventId } from '@/lib/workspace/live/live-stream'
import { deps } from '@/lib/workspace/server/context'
import { chooseEnvironment, refreshToken } from './environments/actions'

const navigation = systems.map(({ id, title, short, operations }) => ({
  id,
  title,
  short,
  groups: groupOperations(operations),
}))

const linksTo = (pages: typeof mainPages | typeof sidePages) =>
  pages.map(({ href, label, icon: Icon }) => ({
    href,
    label,
    icon: <Icon key={href} className="size-4 shrink-0" aria-hidden />,
  }))

/** The frame of every page. Pages check membership themselves too: a layout is not drawn again on each move. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await requireMember()
  const made = deps()
  // Before anything is read: what happens from here on, the live feed tells.
  const liveAfter = lastEventId(made)
  const environments = listEnvironmentBriefs(made, actor)
  const currentId = await currentEnvironment(made, actor)
  const current = environments.find((environment) => environment.id === currentId) ?? null
  const theme = readTheme((await cookies()).get('jaribu-theme')?.value)
  return (
    <Providers liveAfter={liveAfter}>
      <Frame
        member={{ name: actor.name, role: actor.role }}
        theme={theme}
        pages={{ main: linksTo(mainPages), side: linksTo(sidePages) }}
        systems={navigation}
        environments={environments}
        current={current}
        refreshToken={refreshToken}
        bell={<CallbacksBell key="bell" />}
        phone={<PhoneDock key="phone" role={actor.role} />}
        signOut={signOut}
        chooseEnvironment={chooseEnvironment}
      >
        {children}
      </Frame>
    </Providers>
  )
}
