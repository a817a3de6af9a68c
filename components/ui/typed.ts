'use client'
import { useEffect, useEffectEvent, useState } from 'react'

/**
 * What stands in a box, what was last handed on, the value that was last heard from outside, and what was handed on
 * since and not heard again yet.
 */
export type Typing = { text: string; handedOn: string; heard: string; awaited: readonly string[] }

/** A value from outside replaces the text, unless it is the echo of what was handed on and more was typed since. */
export const withHeard = (typing: Typing, value: string): Typing => {
  if (value === typing.heard) return typing
  const echo = typing.awaited.indexOf(value)
  if (echo >= 0) return { ...typing, heard: value, awaited: typing.awaited.slice(echo + 1) }
  return startingWith(value)
}

export const startingWith = (value: string): Typing => ({
  text: value,
  handedOn: value,
  heard: value,
  awaited: [],
})

/** What was typed since `text` stays in the box. */
export const withHandedOn = (typing: Typing, text: string): Typing => ({
  ...typing,
  handedOn: text,
  awaited: [...typing.awaited, text].slice(-mostAwaited),
})

/** An address follows within a few of these. */
const mostAwaited = 8

/** Whether a text that rested is still what stands in the box, and nobody was told of it yet. */
export const isDue = ({ text, handedOn }: Typing, rested: string): boolean =>
  text === rested && text !== handedOn

/**
 * Keeps what is being typed; `onChange` follows a moment later, and at once with `handOn`. Without `waitMs`
 * it follows only then.
 */
export const useTyped = (value: string, onChange: (value: string) => void, waitMs?: number) => {
  const [kept, setKept] = useState<Typing>(() => startingWith(value))
  const typing = withHeard(kept, value)
  if (typing !== kept) setKept(typing)
  const handOn = (text: string) => {
    setKept((now) => ({ ...withHandedOn(now, text), text }))
    if (text !== typing.handedOn) onChange(text)
  }
  // Its timer ends only after the next text is on screen, and may ring in between with a text that was replaced.
  const handOnRested = useEffectEvent((rested: string) => {
    if (!isDue(typing, rested)) return
    // A letter that is typed just now and not drawn yet stays.
    setKept((now) => withHandedOn(now, rested))
    onChange(rested)
  })
  useEffect(() => {
    if (waitMs === undefined) return undefined
    const timer = setTimeout(() => handOnRested(typing.text), waitMs)
    return () => clearTimeout(timer)
  }, [typing.text, waitMs])
  return {
    typed: typing.text,
    setTyped: (text: string) => setKept((now) => ({ ...now, text })),
    handOn,
  }
}

/** Follows a value once it has stayed the same for so long. */
export const useSettled = <Value>(value: Value, waitMs: number): Value => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs)
    return () => clearTimeout(timer)
  }, [value, waitMs])
  return settled
}
