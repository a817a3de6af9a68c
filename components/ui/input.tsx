'use client'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/classes'
import { useEarlyText } from './early-text'

export const inputClasses =
  'w-full min-w-0 rounded border border-line-strong/70 bg-canvas px-2 text-ink placeholder:text-ink-faint focus-visible:outline-2 focus-visible:outline-focus focus-visible:outline-offset-0 disabled:bg-surface disabled:text-ink-faint aria-invalid:border-failed aria-invalid:outline-failed'

export function Input({ className, ref, ...props }: ComponentProps<'input'>) {
  const box = useEarlyText(props.value, ref)
  return (
    <input
      data-slot="input"
      // A line as high as its box: some fonts draw the underscore below a shorter one, where it is cut.
      className={cn(inputClasses, 'h-8 leading-8 read-only:bg-surface', className)}
      {...props}
      ref={box}
    />
  )
}

export function Textarea({ className, ref, ...props }: ComponentProps<'textarea'>) {
  const box = useEarlyText(props.value, ref)
  return (
    <textarea
      data-slot="textarea"
      className={cn(inputClasses, 'min-h-16 py-1.5 read-only:bg-surface', className)}
      {...props}
      ref={box}
    />
  )
}

/** The browser's own select: it works by keyboard and on a phone without a line of ours. */
export function Select({ className, children, ...props }: ComponentProps<'select'>) {
  return (
    <select
      data-slot="select"
      className={cn(
        inputClasses,
        'h-8 appearance-none bg-[length:16px] bg-[right_6px_center] bg-no-repeat pr-7',
        "bg-[url('/chevron.svg')]",
        className,
      )}
      {...props}
    >
      {children}
    </select>
  )
}
