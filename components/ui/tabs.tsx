'use client'
import { type ComponentProps, createContext, use, useId, useState } from 'react'
import { cn } from '@/lib/classes'
import { moveFocus } from './roving'

type Orientation = 'horizontal' | 'vertical'
type TabsState = {
  id: string
  value: string | undefined
  choose: (value: string) => void
  orientation: Orientation
}

const TabsContext = createContext<TabsState>({
  id: '',
  value: undefined,
  choose: () => {},
  orientation: 'horizontal',
})

const idsOf = (id: string, value: string) => ({ tab: `${id}-tab-${value}`, panel: `${id}-panel-${value}` })

export function Tabs({
  value: given,
  defaultValue,
  onValueChange,
  orientation = 'horizontal',
  className,
  ...props
}: Omit<ComponentProps<'div'>, 'defaultValue'> & {
  value?: string
  defaultValue?: string | undefined
  onValueChange?: (value: string) => void
  orientation?: Orientation
}) {
  const id = useId()
  const [own, setOwn] = useState(defaultValue)
  const value = given ?? own
  const choose = (next: string) => {
    if (next === value) return
    setOwn(next)
    onValueChange?.(next)
  }
  return (
    <TabsContext value={{ id, value, choose, orientation }}>
      <div
        data-slot="tabs"
        data-orientation={orientation}
        className={cn('flex min-w-0 flex-col', className)}
        {...props}
      />
    </TabsContext>
  )
}

export function TabsList({ className, ...props }: ComponentProps<'div'>) {
  const { orientation } = use(TabsContext)
  return (
    <div
      data-slot="tabs-list"
      role="tablist"
      aria-orientation={orientation}
      // The tab that the arrows come to is chosen.
      onKeyDown={(event) => moveFocus(event, '[role=tab]', orientation)?.click()}
      className={cn(orientation === 'horizontal' && 'flex gap-4 overflow-x-auto border-b', className)}
      {...props}
    />
  )
}

const ruled =
  '-mb-px whitespace-nowrap border-transparent border-b-2 px-0.5 py-1.5 text-ink-muted focus-visible:-outline-offset-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink'

export function TabsTrigger({ value, className, ...props }: ComponentProps<'button'> & { value: string }) {
  const tabs = use(TabsContext)
  const ids = idsOf(tabs.id, value)
  const isActive = tabs.value === value
  return (
    <button
      type="button"
      role="tab"
      data-slot="tabs-trigger"
      id={ids.tab}
      aria-selected={isActive}
      aria-controls={ids.panel}
      data-state={isActive ? 'active' : 'inactive'}
      tabIndex={isActive ? 0 : -1}
      onClick={() => tabs.choose(value)}
      className={cn(tabs.orientation === 'horizontal' && ruled, className)}
      {...props}
    />
  )
}

/** Only the chosen one is drawn; the others keep their place, so that every tab has the panel it names. */
export function TabsContent({
  value,
  className,
  children,
  ...props
}: ComponentProps<'div'> & { value: string }) {
  const tabs = use(TabsContext)
  const ids = idsOf(tabs.id, value)
  const isActive = tabs.value === value
  return (
    <div
      role="tabpanel"
      data-slot="tabs-content"
      id={ids.panel}
      aria-labelledby={ids.tab}
      data-state={isActive ? 'active' : 'inactive'}
      hidden={!isActive}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Tab goes from the chosen tab into its panel
      tabIndex={0}
      className={cn(tabs.orientation === 'horizontal' && 'min-w-0 pt-3', className)}
      {...props}
    >
      {isActive && children}
    </div>
  )
}
