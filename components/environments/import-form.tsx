'use client'
import { useRef, useState } from 'react'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { FileField } from '@/components/forms/file-field'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { useToast } from '@/components/ui/toast'
import type { CredentialImport } from '@/lib/workspace/environments/views'
import type { EnvironmentActions } from './actions'

const counted = (count: number): string => (count === 1 ? '1 credential' : `${count} credentials`)

const files = '.env,.json,.yml,.yaml,.properties,.php,.py,.js,.ts,.mjs,.cjs,.txt,.sh'
const example = 'MPESA_CONSUMER_KEY=…\nMPESA_CONSUMER_SECRET="…"\nexport MPESA_PASSKEY=…'

type Read = { text: string; found: CredentialImport }

const isFound = (read: Read | undefined, text: string): boolean =>
  read?.text === text && read.found.recognised.length > 0

export function ImportForm({
  environment,
  importPasted,
  close,
}: {
  environment: string
  importPasted: EnvironmentActions['importPasted']
  close: () => void
}) {
  const say = useToast()
  const chosenName = useRef('')
  const readNamed = (file: Blob) => {
    chosenName.current = file instanceof File ? file.name.slice(-200) : ''
    return file.text()
  }
  const [read, setRead] = useState<Read>()
  const form = useForm({
    values: { text: '', name: '' },
    schema: async () => (await import('@/lib/workspace/environments/input')).pastedCredentials,
    input: ({ text, name }) => ({
      text,
      apply: isFound(read, text),
      ...(name !== '' && { name }),
    }),
    submit: (pasted) => importPasted({ environment, ...pasted }),
    onDone: (found, { getValues }) => {
      if (!found.applied) return setRead({ text: getValues('text'), found })
      say(`${counted(found.recognised.length)} saved`)
      close()
    },
  })
  const text = form.watch('text')
  // What was read of another text says nothing of this one.
  const preview = read?.text === text ? read.found : undefined
  const isReady = isFound(read, text)
  const hasProblem = preview?.recognised.some((one) => one.problem !== null) ?? false
  return (
    <form {...form.props} className="flex min-h-0 flex-1 flex-col">
      <DialogBody className="flex flex-col gap-4">
        <FormField
          form={form}
          name="text"
          label="Settings as they are"
          hint=".env, docker run, compose, Kubernetes, YAML, JSON, Postman, .properties, PHP, Python, JavaScript."
        >
          {(slots) => <CodeTextarea {...slots} rows={7} placeholder={example} />}
        </FormField>
        <FileField
          label="Or a file"
          accept={files}
          read={readNamed}
          onRead={(content) => {
            form.setValue('name', content === undefined ? '' : chosenName.current)
            form.setValue('text', content ?? '')
          }}
        />
        <FormMessage form={form} />
        {preview && <Preview preview={preview} />}
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          disabled={form.isPending || text.trim() === '' || hasProblem || (preview !== undefined && !isReady)}
        >
          {isReady ? `Save ${counted(preview?.recognised.length ?? 0)}` : 'Read it'}
        </Button>
      </DialogFooter>
    </form>
  )
}

function Preview({ preview }: { preview: CredentialImport }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      {preview.recognised.length === 0 ? (
        <Notice tone="warn" title="Nothing was recognised">
          Read as {preview.format}. Names such as CONSUMER_KEY, MPESA_PASSKEY or INITIATOR_PASSWORD are known,
          with or without a prefix.
        </Notice>
      ) : (
        <>
          <p className="text-ink-muted text-sm">Read as {preview.format}.</p>
          <Recognised rows={preview.recognised} />
        </>
      )}
      <Others title="Of another environment" rows={preview.elsewhere} />
      <Others title="Left out" rows={preview.unknown} />
    </div>
  )
}

function Recognised({ rows }: { rows: CredentialImport['recognised'] }) {
  return (
    <Table>
      <thead>
        <tr>
          <Th>Credential</Th>
          <Th>From</Th>
          <Th>Value</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.name}>
            <Td>{one.label}</Td>
            <Td className="break-all font-mono text-sm">
              {one.key}
              {one.line !== null && (
                <span className="block break-normal font-sans text-ink-muted">Line {one.line}</span>
              )}
            </Td>
            <Td className="break-all font-mono text-sm">
              {one.shown}
              {one.note && <span className="block break-normal font-sans text-ink-muted">{one.note}</span>}
              {one.problem && <span className="block break-normal font-sans text-failed">{one.problem}</span>}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Beyond these a long file says nothing new. */
const mostShown = 20

function Others({
  title,
  rows,
}: {
  title: string
  rows: { key: string; line: number | null; reason: string }[]
}) {
  if (rows.length === 0) return null
  return (
    <div>
      <p className="font-medium text-sm">{title}</p>
      <ul className="break-words text-ink-muted text-sm">
        {rows.slice(0, mostShown).map((one) => (
          <li key={`${one.line} ${one.key} ${one.reason}`}>
            {one.line !== null && `Line ${one.line}: `}
            {one.key && <code className="break-all">{one.key}</code>} {one.reason}
          </li>
        ))}
        {rows.length > mostShown && <li>And {rows.length - mostShown} more.</li>}
      </ul>
    </div>
  )
}
