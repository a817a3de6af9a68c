'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { useToast } from '@/components/ui/toast'
import type { CredentialImport } from '@/lib/workspace/environments/import-credentials'
import type { EnvironmentActions } from './actions'
import { useAction } from './use-action'

/** Paste a `.env` file or JSON, see what was recognised, then save it. */
export function ImportDialog({
  environment,
  importPasted,
}: {
  environment: string
  importPasted: EnvironmentActions['importPasted']
}) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">Import from .env or JSON</Button>
      </DialogTrigger>
      <DialogContent
        title="Import credentials"
        description="Paste the file as it is. Nothing is stored before you have seen what was recognised."
      >
        <ImportForm environment={environment} importPasted={importPasted} close={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

const counted = (count: number): string => (count === 1 ? '1 credential' : `${count} credentials`)

const example = 'MPESA_CONSUMER_KEY=…\nMPESA_CONSUMER_SECRET="…"\nexport MPESA_PASSKEY=…'

function ImportForm({
  environment,
  importPasted,
  close,
}: {
  environment: string
  importPasted: EnvironmentActions['importPasted']
  close: () => void
}) {
  const say = useToast()
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<CredentialImport>()
  const { run, isPending, message, errorsOf } = useAction(importPasted)
  const isReady = preview !== undefined && preview.recognised.length > 0
  const hasProblem = preview?.recognised.some((one) => one.problem !== null) ?? false
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run({ environment, text, apply: isReady }, (result) => {
      if (!result.applied) return setPreview(result)
      say(`${counted(result.recognised.length)} saved`)
      close()
    })
  }
  return (
    <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
      <DialogBody className="flex flex-col gap-4">
        <Field label=".env or JSON" errors={errorsOf('text')}>
          {(slots) => (
            <Textarea
              {...slots}
              value={text}
              rows={7}
              spellCheck={false}
              autoComplete="off"
              placeholder={example}
              className="font-mono text-sm"
              onChange={(event) => {
                setText(event.target.value)
                setPreview(undefined)
              }}
            />
          )}
        </Field>
        {message && !errorsOf('text') && <Notice tone="bad">{message}</Notice>}
        {preview && <Preview preview={preview} />}
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          disabled={isPending || text.trim() === '' || hasProblem || (preview !== undefined && !isReady)}
        >
          {isReady ? `Save ${counted(preview.recognised.length)}` : 'Read it'}
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
