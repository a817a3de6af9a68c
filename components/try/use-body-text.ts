'use client'
import { useEffect, useState } from 'react'
import type { Operation } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'
import { bodyText, draftOf, type ReadBody, readText, valuesOfDraft } from './draft'

/** The body as somebody is writing it, with what it was read as. */
type Written = {
  text: string
  error: { error: string; line: number | undefined } | null
  /** Values that the text was read as: when the form says something else, the form's own text is shown. */
  readAs: string
  /** Derived values that were in the text when the writing began. */
  derived: Values
}

export type BodyText = {
  text: string
  error: Written['error']
  /** What reads the text is there. */
  isReady: boolean
  write: (text: string) => void
  discard: () => void
  /** The writing has ended: what could be read is shown as the form writes it. */
  settle: () => void
}

/** The body as text, beside the form: two views of one value. */
export const useBodyText = (
  operation: Operation,
  values: Values,
  derived: Values,
  onRead: (values: Values) => void,
): BodyText => {
  const [written, setWritten] = useState<Written | null>(null)
  const readBody = useReadBody(operation)
  const isOwn = written !== null && (written.error !== null || written.readAs === JSON.stringify(values))
  const write = (text: string) => {
    const shown = isOwn ? written.derived : derived
    const read = readText(operation, text, values, shown, readBody)
    if ('error' in read) {
      setWritten({ text, error: { error: read.error, line: read.line }, readAs: '', derived: shown })
      return
    }
    const readAs = JSON.stringify(valuesOfDraft(operation, draftOf(operation, read.values)))
    setWritten({ text, error: null, readAs, derived: shown })
    onRead(read.values)
  }
  return {
    text: isOwn ? written.text : bodyText(operation, values, derived),
    error: written?.error ?? null,
    isReady: operation.body !== 'xml' || readBody !== undefined,
    write,
    discard: () => setWritten(null),
    settle: () => {
      if (written && !written.error) setWritten(null)
    },
  }
}

/** What reads a body that is no JSON: fetched by the screens that need it only. */
const useReadBody = ({ body }: Operation): ReadBody | undefined => {
  const [readBody, setReadBody] = useState<ReadBody>()
  useEffect(() => {
    if (body !== 'xml') return
    let isGone = false
    void import('@/lib/derive/read-envelope').then(({ valuesOfEnvelope }) => {
      if (!isGone) setReadBody(() => valuesOfEnvelope)
    })
    return () => {
      isGone = true
    }
  }, [body])
  return readBody
}
