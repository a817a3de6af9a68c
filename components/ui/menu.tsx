'use client'
import { type ComponentProps, createContext, type KeyboardEvent, type ReactNode, use, useState } from 'react'
import { Slot } from './slot'

type Parts = typeof import('./menu-parts')
type Popup = 'menu' | 'dialog'
type State = {
  /** Present once it was opened and is here. */
  parts: Parts | undefined
  isOpen: boolean
  ask: () => void
}

const load = () => import('./menu-parts')
const prepare = () => void load().catch(() => undefined)

const MenuContext = createContext<State>({ parts: undefined, isOpen: false, ask: () => {} })

type RootProps = { open?: boolean; onOpenChange?: (open: boolean) => void; children: ReactNode }

/** Menus and popovers stand on many pages and are rarely opened: their code is fetched for the first opening. */
function OnDemand({ popup, open, onOpenChange, children }: RootProps & { popup: Popup }) {
  const [parts, setParts] = useState<Parts>()
  const [own, setOwn] = useState(false)
  const isOpen = open ?? own
  const change = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  const ask = () => {
    change(true)
    load().then(setParts, () => change(false))
  }
  const Root = popup === 'menu' ? parts?.Menu : parts?.Popover
  return (
    <MenuContext value={{ parts, isOpen, ask }}>
      {Root ? (
        <Root open={isOpen} onOpenChange={change}>
          {children}
        </Root>
      ) : (
        children
      )}
    </MenuContext>
  )
}

export function Menu(props: RootProps) {
  return <OnDemand popup="menu" {...props} />
}

export function Popover(props: RootProps) {
  return <OnDemand popup="dialog" {...props} />
}

function Waiting({ popup, children }: { popup: Popup; children: ReactNode }) {
  const { isOpen, ask } = use(MenuContext)
  const onKeyDown = (event: KeyboardEvent) => {
    if (popup !== 'menu' || event.key !== 'ArrowDown') return
    event.preventDefault()
    ask()
  }
  return (
    <Slot
      aria-haspopup={popup}
      aria-expanded={isOpen}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={ask}
      onKeyDown={onKeyDown}
    >
      {children}
    </Slot>
  )
}

type TriggerProps = { asChild: true; children: ReactNode }

export function MenuTrigger(props: TriggerProps) {
  const { parts } = use(MenuContext)
  return parts ? <parts.MenuTrigger {...props} /> : <Waiting popup="menu">{props.children}</Waiting>
}

export function PopoverTrigger(props: TriggerProps) {
  const { parts } = use(MenuContext)
  return parts ? <parts.PopoverTrigger {...props} /> : <Waiting popup="dialog">{props.children}</Waiting>
}

export function MenuContent(props: ComponentProps<Parts['MenuContent']>) {
  const { parts } = use(MenuContext)
  return parts && <parts.MenuContent {...props} />
}

export function MenuItem(props: ComponentProps<Parts['MenuItem']>) {
  const { parts } = use(MenuContext)
  return parts && <parts.MenuItem {...props} />
}

export function MenuSeparator() {
  const { parts } = use(MenuContext)
  return parts && <parts.MenuSeparator />
}

export function PopoverContent(props: ComponentProps<Parts['PopoverContent']>) {
  const { parts } = use(MenuContext)
  return parts && <parts.PopoverContent {...props} />
}
