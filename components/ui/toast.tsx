'use client'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { fetched } from './fetched'

export type Message = { id: number; text: ReactNode; tone: 'neutral' | 'bad' }
type Say = (text: ReactNode, tone?: Message['tone']) => void

/** Most pages never say anything: the list is fetched with the first message. */
const ToastList = fetched(() => import('./toast-list').then((module) => module.ToastList))

const ToastContext = createContext<Say>(() => {})

/** `const say = useToast(); say('Copied')`. */
export const useToast = () => useContext(ToastContext)

export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<Message[]>()
  const say = useCallback<Say>((text, tone = 'neutral') => {
    setMessages((before = []) => [...before.slice(-2), { id: (before.at(-1)?.id ?? 0) + 1, text, tone }])
  }, [])
  const dismiss = useCallback(
    (id: number) => setMessages((before) => before?.filter((each) => each.id !== id)),
    [],
  )
  return (
    <ToastContext.Provider value={say}>
      {children}
      {messages && <ToastList messages={messages} onDismiss={dismiss} />}
    </ToastContext.Provider>
  )
}
