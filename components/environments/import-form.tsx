'use client'
import { useState } from 'react'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { useToast } from '@/components/ui/toast'
import type { CredentialImport } from '@/lib/workspace/environments/import-credentials'
import type { EnvironmentActions } from './actions'

const counted = (count: number): string => (count === 1 ? '1 credential' : `${count} credentials`)

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
  const [read, setRead] = useState<Read>()
  const form = useForm({
    values: { text: '' },
    schema: async () => (await import('@/lib/workspace/environments/input')).pastedCredentials,
    input: (typed) => ({ text: typed.text, apply: isFound(read, typed.text) }),
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
        <FormField form={form} name="text" label=".env or JSON">
          {(slots) => <CodeTextarea {...slots} rows={7} placeholder={example} />}
        </FormField>
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
          Names such as CONSUMER_KEY, MPESA_PASSKEY or INITIATOR_PASSWORD are, with or without a prefix.
        </Notice>
      ) : (
        <Table>
          <thead>
            <tr>
              <Th>Credential</Th>
              <Th>Called</Th>
              <Th>Value</Th>
            </tr>
          </thead>
          <tbody>
            {preview.recognised.map((one) => (
              <tr key={one.name}>
                <Td>{one.label}</Td>
                <Td className="font-mono text-sm">{one.key}</Td>
                <Td className="font-mono text-sm">
                  {one.shown}
                  {one.problem && <span className="block font-sans text-failed">{one.problem}</span>}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {preview.unknown.length > 0 && (
        <div>
          <p className="font-medium text-sm">Left out</p>
          <ul className="text-ink-muted text-sm">
            {preview.unknown.map((one) => (
              <li key={`${one.line} ${one.key} ${one.reason}`}>
                {one.line !== null && `Line ${one.line}: `}
                {one.key && <code>{one.key}</code>} {one.reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
