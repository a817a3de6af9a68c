'use client'
import { useId } from 'react'
import { Input } from '@/components/ui/input'

/** Chooses a file whose content goes into the field beside it. */
export function FileField({
  label,
  accept,
  onRead,
  read,
}: {
  label: string
  accept: string
  onRead: (text: string) => void
  read: (file: Blob) => Promise<string>
}) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <Input
        id={id}
        type="file"
        accept={accept}
        className="h-auto py-1"
        onChange={async (event) => {
          const file = event.target.files?.[0]
          if (file) onRead(await read(file))
        }}
      />
    </div>
  )
}
