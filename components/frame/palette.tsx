'use client'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isTyping } from '@/components/lists/is-typing'
import { Kbd } from '@/components/ui/kbd'
import { useFetchWhenIdle } from '@/components/ui/on-demand'
import { firstOperation } from '@/lib/catalogue/first-operation'
import type { PaletteProps } from './palette-dialog'

type Dialog = typeof import('./palette-dialog').PaletteDialog

const goto: Record<string, string> = {
  i: '/inbox',
  h: '/history',
  l: '/go-live',
  s: '/sandbox',
  t: firstOperation.path,
  e: '/environments',
  r: '/reference',
  u: '/guides',
  o: '/',
}

/** Opens with Ctrl K or ⌘ K; what it opens is fetched when the page rests. */
export function Palette(props: PaletteProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [Dialog, setDialog] = useState<Dialog>()
  // What is typed while the dialog is still on its way: nothing of it is lost.
  const typedEarly = useRef('')
  const isAwaited = open && Dialog === undefined
  const load = useCallback(
    () => import('./palette-dialog').then((module) => setDialog(() => module.PaletteDialog)),
    [],
  )
  useFetchWhenIdle(load)

  useEffect(() => {
    if (!isAwaited) return
    void load()
    const onKey = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      typedEarly.current += event.key
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isAwaited, load])

  useEffect(() => {
    let afterG = false
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen((before) => !before)
        return
      }
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const href = goto[event.key]
      if (afterG && href) {
        event.preventDefault()
        router.push(href)
      }
      afterG = event.key === 'g'
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [router])

  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-keyshortcuts="Control+K"
        className="flex h-8 items-center gap-2 rounded border border-line-strong/60 px-2 text-ink-muted hover:bg-hover max-md:w-8 max-md:justify-center max-md:border-0"
      >
        <Search className="size-4" aria-hidden />
        <span className="max-md:sr-only">Search or jump…</span>
        <Kbd className="ml-4 max-md:hidden">Ctrl K</Kbd>
      </button>
      {Dialog && <Dialog {...props} open={open} onOpenChange={setOpen} typedEarly={typedEarly} />}
    </>
  )
}
