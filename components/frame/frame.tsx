'use client'
import { Menu as MenuIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { type ReactNode, useCallback, useState } from 'react'
import { environmentHere } from '@/components/environments/environment-here'
import { type ChooseEnvironment, EnvironmentSwitch } from '@/components/environments/environment-switch'
import { type RefreshToken, TokenChip } from '@/components/environments/token-chip'
import { Button } from '@/components/ui/button'
import { fetched } from '@/components/ui/fetched'
import { useEverOpen } from '@/components/ui/on-demand'
import type { SystemNavigation } from '@/lib/derive/navigation'
import type { EnvironmentBrief } from '@/lib/workspace/environments/brief'
import { HelpButton } from './help-button'
import { MemberMenu } from './member-menu'
import type { PageLinks } from './navigation'
import { Palette } from './palette'
import { Shortcuts } from './shortcuts'
import { Sidebar } from './sidebar'
import type { Theme } from './theme'

const loadDrawer = () => import('./navigation-drawer')
const NavigationDrawer = fetched(() => loadDrawer().then((module) => module.NavigationDrawer))

export type FrameProps = {
  member: { name: string; role: string }
  theme: Theme
  pages: PageLinks
  systems: SystemNavigation[]
  environments: EnvironmentBrief[]
  /** The chosen one; null in a workspace without any environment. */
  current: EnvironmentBrief | null
  refreshToken: RefreshToken
  bell: ReactNode
  /** Floats above every page. */
  phone: ReactNode
  signOut: () => Promise<void>
  chooseEnvironment: ChooseEnvironment
  children: ReactNode
}

/** What surrounds every page of the workspace. */
export function Frame(props: FrameProps) {
  const [navigating, setNavigating] = useState(false)
  const isDrawerFetched = useEverOpen(navigating)
  const [shortcuts, setShortcuts] = useState(false)
  const here = environmentHere(usePathname(), props.environments, props.current)
  const showShortcuts = useCallback((open: boolean) => setShortcuts(open), [])
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-60 focus:rounded focus:bg-raised focus:px-3 focus:py-2"
      >
        Skip to the content
      </a>
      {here?.kind === 'production' && (
        <p className="bg-production px-4 py-1 text-center font-medium text-production-ink text-sm">
          Production: {here.name}. What you send here is real.
        </p>
      )}
      <header className="print:hidden sticky top-0 z-40 flex h-12 items-center gap-2 border-b bg-canvas px-2 sm:px-3">
        <Button
          variant="ghost"
          size="icon"
          className="lg:hidden"
          aria-label="Open the navigation"
          onPointerEnter={() => void loadDrawer().catch(() => undefined)}
          onClick={() => setNavigating(true)}
        >
          <MenuIcon />
        </Button>
        <Link
          href="/"
          className="flex shrink-0 items-center gap-2 rounded px-1 font-semibold text-lg tracking-tight max-sm:sr-only"
        >
          <span aria-hidden className="size-5 bg-[length:20px] bg-[url('/icon.svg')] bg-no-repeat" />
          jaribu
        </Link>
        <div className="flex min-w-0 flex-1 items-center gap-1 sm:ml-3 sm:gap-2">
          <EnvironmentSwitch
            environments={props.environments}
            currentId={here?.id ?? ''}
            choose={props.chooseEnvironment}
          />
          {here && (
            <TokenChip
              environment={here}
              canRefresh={props.member.role !== 'viewer'}
              refresh={props.refreshToken}
            />
          )}
        </div>
        <Palette
          systems={props.systems}
          environments={props.environments}
          chooseEnvironment={props.chooseEnvironment}
        />
        <HelpButton />
        {props.bell}
        <MemberMenu
          name={props.member.name}
          role={props.member.role}
          theme={props.theme}
          onShortcuts={() => setShortcuts(true)}
          signOut={props.signOut}
        />
      </header>
      <div className="flex flex-1">
        <aside className="sticky top-12 hidden h-[calc(100dvh-3rem)] w-60 shrink-0 flex-col border-r bg-surface lg:flex print:hidden">
          <Sidebar pages={props.pages} systems={props.systems} />
        </aside>
        {/* While the phone is on the screen, what it stands over can be scrolled out from under it. */}
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 flex-1 outline-none [body:has([data-phone-open])_&]:pb-[32rem] [body:has([data-phone])_&]:pb-20"
        >
          {props.children}
        </main>
      </div>
      {isDrawerFetched && (
        <NavigationDrawer
          open={navigating}
          onOpenChange={setNavigating}
          pages={props.pages}
          systems={props.systems}
        />
      )}
      <Shortcuts open={shortcuts} onOpenChange={showShortcuts} />
      <div className="contents print:hidden">{props.phone}</div>
    </div>
  )
}
