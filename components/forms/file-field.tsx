'use client'
import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useEarlyFile } from './use-early-file'

export const certificateFiles = '.cer,.crt,.pem,.der'

/** Chooses a file whose content goes elsewhere; undefined when none is chosen any more. */
export function FileField({
  accept,
  read,
  onRead,
  ...field
}: {
  label: string
  hint?: ReactNode
  errors?: string[]
  accept: string
  read: (file: Blob) => Promise<string>
  onRead: (text: string | undefined) => void
}) {
  const choose = async ({ files }: HTMLInputElement) => {
    const file = files?.[0]
    onRead(file && (await read(file)))
  }
  const input = useEarlyFile((chosen) => void choose(chosen))
  return (
    <Field {...field}>
      {(slots) => (
        <Input
          {...slots}
          type="file"
          accept={accept}
          className="h-auto py-1"
          ref={input}
          onChange={(event) => void choose(event.target)}
        />
      )}
    </Field>
  )
}
