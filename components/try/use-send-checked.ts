'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import { showTab, type Tab } from './address'

/** Sends what passes the checks; else the form is shown, with the focus on the first field that fails. `Ctrl Enter` too. */
export const useSendChecked = ({
  tab,
  isFine,
  isBlocked,
  send,
  showWrong,
}: {
  tab: Tab
  isFine: boolean
  isBlocked: boolean
  send: () => void
  showWrong: () => void
}): (() => void) => {
  const [isWaitingForForm, setWaitingForForm] = useState(false)
  const showWrongNow = useEffectEvent(() => {
    setWaitingForForm(false)
    showWrong()
  })
  useEffect(() => {
    if (isWaitingForForm && tab === 'form') showWrongNow()
  }, [isWaitingForForm, tab])

  const sendChecked = () => {
    if (isFine) send()
    else if (tab === 'form') showWrong()
    else {
      setWaitingForForm(true)
      showTab('form')
    }
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    // The drawer of callbacks beside the form blocks nothing.
    if (document.querySelector('[role="dialog"]:not([data-beside-phone])')) return
    if (isBlocked) return
    event.preventDefault()
    sendChecked()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return sendChecked
}
