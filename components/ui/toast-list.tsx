'use client'
import { X } from 'lucide-react'
import { Toast as ToastPrimitive } from 'radix-ui'
import { cn } from '@/lib/classes'
import type { Message } from './toast'

export function ToastList({ messages, onDismiss }: { messages: Message[]; onDismiss: (id: number) => void }) {
  return (
    <ToastPrimitive.Provider duration={4000} swipeDirection="right">
      {messages.map((message) => (
        <ToastPrimitive.Root
          key={message.id}
          onOpenChange={(open) => !open && onDismiss(message.id)}
          className={cn(
            'data-[state=open]:fade-in-0 data-[state=open]:slide-in-from-top-2 flex items-center gap-3 rounded-md border bg-raised px-3 py-2 shadow-md data-[state=open]:animate-in',
            message.tone === 'bad' && 'border-failed/50 text-failed',
          )}
        >
          <ToastPrimitive.Description className="min-w-0 flex-1">{message.text}</ToastPrimitive.Description>
          <ToastPrimitive.Close aria-label="Dismiss" className="text-ink-muted hover:text-ink">
            <X className="size-3.5" />
          </ToastPrimitive.Close>
        </ToastPrimitive.Root>
      ))}
      <ToastPrimitive.Viewport className="fixed top-14 left-1/2 z-60 flex w-[min(380px,calc(100vw-24px))] -translate-x-1/2 flex-col gap-2 outline-none" />
    </ToastPrimitive.Provider>
  )
}
