'use client'
import { Check, Copy as CopyIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useState } from 'react'
import { cn } from '@/lib/classes'
import { Button } from './button'
import { useToast } from './toast'

/** Writes to the clipboard; falls back to a selection where the page is not on a secure origin. */
const writeClipboard = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.style.position = 'fixed'
    area.style.opacity = '0'
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}

export const useCopy = () => {
  const say = useToast()
  const [copied, setCopied] = useState(false)
  const copy = async (text: string, what = 'Copied') => {
    const done = await writeClipboard(text)
    say(
      done ? what : 'The browser refused the clipboard: select the text and copy it.',
      done ? 'neutral' : 'bad',
    )
    setCopied(done)
    setTimeout(() => setCopied(false), 1500)
  }
  return { copy, copied }
}

/** Keeps both ends of a long id; the whole value is what gets copied. */
export const middleTruncate = (text: string, length: number) =>
  text.length <= length
    ? text
    : `${text.slice(0, Math.ceil(length / 2))}…${text.slice(-Math.floor(length / 2) + 1)}`

/** A value that copies itself on click: ids, receipts, URLs, codes. */
export function CopyText({
  value,
  shown,
  max = 28,
  label,
  className,
}: {
  value: string
  /** What is drawn instead of the middle-truncated value. */
  shown?: ReactNode
  max?: number
  /** What it is, for the message: `Receipt`. */
  label?: string
  className?: string
}) {
  const { copy } = useCopy()
  return (
    <button
      type="button"
      data-slot="copy-text"
      title={`Copy ${value}`}
      onClick={() => copy(value, `${label ?? 'Value'} copied`)}
      className={cn(
        'max-w-full truncate rounded-sm font-mono text-sm decoration-dotted underline-offset-3 hover:underline',
        className,
      )}
    >
      {shown ?? middleTruncate(value, max)}
    </button>
  )
}

export function CopyButton({
  value,
  label = 'Copy',
  children,
  ...props
}: Omit<ComponentProps<typeof Button>, 'value' | 'onClick'> & { value: string; label?: string }) {
  const { copy, copied } = useCopy()
  return (
    <Button
      size={children ? 'sm' : 'icon-sm'}
      variant="ghost"
      aria-label={children ? undefined : label}
      onClick={() => copy(value, `${label.replace(/^Copy /, '')} copied`)}
      {...props}
    >
      {copied ? <Check /> : <CopyIcon />}
      {children}
    </Button>
  )
}
