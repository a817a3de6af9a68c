'use client'
import { Check } from 'lucide-react'
import { DropdownMenu, Popover as PopoverPrimitive } from 'radix-ui'
import type { ComponentProps, FocusEvent } from 'react'
import { cn } from '@/lib/classes'

const panel =
  'z-50 rounded-md border bg-raised text-ink shadow-md data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0'

/**
 * A menu that a key opens begins with its first item. Radix sees to that only for keys pressed after the menu was
 * fetched; the browser remembers that it was a key.
 */
const beginWithFirst = ({ target, currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
  const cameFromInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
  if (target !== currentTarget || cameFromInside || !currentTarget.matches(':focus-visible')) return
  currentTarget.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus()
}

export const Menu = DropdownMenu.Root
export const MenuTrigger = DropdownMenu.Trigger

export function MenuContent({ className, ...props }: ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        data-slot="menu"
        sideOffset={4}
        collisionPadding={8}
        onFocus={beginWithFirst}
        className={cn(panel, 'max-h-[70vh] min-w-44 overflow-y-auto p-1', className)}
        {...props}
      />
    </DropdownMenu.Portal>
  )
}

const itemClasses =
  'flex cursor-default select-none items-center gap-2 rounded-sm px-2 py-1.5 outline-none data-[disabled]:opacity-55 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:text-ink-muted'

export function MenuItem({ className, ...props }: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item data-slot="menu-item" className={cn(itemClasses, className)} {...props} />
}

/** One of several; the chosen one carries a tick. */
export function MenuChoice({
  chosen,
  children,
  className,
  ...props
}: ComponentProps<typeof DropdownMenu.CheckboxItem> & { chosen: boolean }) {
  return (
    <DropdownMenu.CheckboxItem
      data-slot="menu-choice"
      checked={chosen}
      className={cn(itemClasses, 'pl-7', 'relative', className)}
      {...props}
    >
      <DropdownMenu.ItemIndicator className="absolute left-1.5">
        <Check />
      </DropdownMenu.ItemIndicator>
      {children}
    </DropdownMenu.CheckboxItem>
  )
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof DropdownMenu.Label>) {
  return (
    <DropdownMenu.Label
      className={cn('px-2 py-1 font-medium text-ink-faint text-xs', className)}
      {...props}
    />
  )
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />
}

export const Popover = PopoverPrimitive.Root
export const PopoverTrigger = PopoverPrimitive.Trigger

export function PopoverContent({ className, ...props }: ComponentProps<typeof PopoverPrimitive.Content>) {
  return (
    <PopoverPrimitive.Portal>
      <PopoverPrimitive.Content
        data-slot="popover"
        sideOffset={4}
        collisionPadding={8}
        className={cn(panel, 'max-h-[80vh] w-80 max-w-[calc(100vw-16px)] overflow-y-auto p-3', className)}
        {...props}
      />
    </PopoverPrimitive.Portal>
  )
}
