import type { ComponentProps } from 'react'
import { Textarea } from '@/components/ui/input'
import { cn } from '@/lib/classes'

/** For text that is no prose: keys, certificates, Base64, files. */
export function CodeTextarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <Textarea
      spellCheck={false}
      autoComplete="off"
      className={cn('font-mono text-sm', className)}
      {...props}
    />
  )
}
