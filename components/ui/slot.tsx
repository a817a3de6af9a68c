import { cloneElement, type HTMLAttributes, isValidElement, type ReactNode } from 'react'
import { cn } from '@/lib/classes'

type Props = HTMLAttributes<HTMLElement> & Record<`data-${string}`, unknown> & { ref?: unknown }

/** Gives what it is given to its one child: of attributes the child's win, of handlers both run, the child's first. */
export function Slot({ children, ...given }: Props & { children?: ReactNode }) {
  if (!isValidElement<Record<string, unknown>>(children)) return null
  const own = children.props
  const merged: Record<string, unknown> = { ...given, ...own }
  for (const [name, handle] of Object.entries(given)) {
    const first = own[name]
    if (!/^on[A-Z]/.test(name) || typeof handle !== 'function' || typeof first !== 'function') continue
    merged[name] = (...args: unknown[]) => {
      first(...args)
      handle(...args)
    }
  }
  merged.className = cn(given.className, typeof own.className === 'string' && own.className)
  return cloneElement(children, merged)
}
