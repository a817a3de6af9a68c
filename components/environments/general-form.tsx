'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { CopyText } from '@/components/ui/copy'
import { Dialog, DialogBody, DialogContent, DialogFooter, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Notice, Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { EnvironmentView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { kindOptions } from './kind-options'
import { useAction } from './use-action'

export function GeneralForm({
  environment,
  inboxes,
  isLast,
  canChange,
  actions,
}: {
  environment: EnvironmentView
  inboxes: string[]
  isLast: boolean
  canChange: boolean
  actions: EnvironmentActions
}) {
  const say = useToast()
  const [name, setName] = useState(environment.name)
  const [kind, setKind] = useState(environment.kind)
  const [baseUrl, setBaseUrl] = useState(environment.baseUrl)
  const [inbox, setInbox] = useState(environment.inbox)
  const [seconds, setSeconds] = useState(String(environment.timeoutMs / 1000))
  const { run, isPending, errorsOf, isGeneral, message } = useAction(actions.save)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const timeoutMs = Math.round(Number(seconds) * 1000)
    run({ environment: environment.id, change: { name, kind, baseUrl, inbox, timeoutMs } }, () =>
      say('Saved'),
    )
  }
  return (
    <>
      <form onSubmit={submit} noValidate className="flex max-w-2xl flex-col gap-4 pb-5">
        <Field
          label="Name"
          errors={errorsOf('name')}
          hint={
            <>
              In URLs and scripts it stays <code>{environment.slug}</code>.
            </>
          }
        >
          {(slots) => (
            <Input
              {...slots}
              value={name}
              maxLength={60}
              readOnly={!canChange}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-col items-start gap-1">
          <span className="font-medium text-sm">Kind</span>
          {canChange ? (
            <Segmented aria-label="Kind" value={kind} onChange={setKind} options={kindOptions} />
          ) : (
            <span>{kindOptions.find((option) => option.value === kind)?.label}</span>
          )}
          <span className="text-ink-muted text-sm">
            Production is marked on every page and asks before money moves.
          </span>
        </div>
        <Field label="Base URL" errors={errorsOf('baseUrl')} hint="Calls add their own path.">
          {(slots) => (
            <Input
              {...slots}
              className="font-mono"
              inputMode="url"
              spellCheck={false}
              value={baseUrl}
              readOnly={!canChange}
              onChange={(event) => setBaseUrl(event.target.value)}
            />
          )}
        </Field>
        <Field
          label="Inbox for callbacks"
          errors={errorsOf('inbox')}
          hint={<CopyText value={environment.inboxUrl} max={64} label="Inbox URL" />}
        >
          {(slots) => (
            <Select
              {...slots}
              value={inbox}
              disabled={!canChange}
              onChange={(event) => setInbox(event.target.value)}
            >
              {inboxes.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label="Time-out in seconds"
          errors={errorsOf('timeoutMs')}
          hint="How long a request waits for its acknowledgement."
        >
          {(slots) => (
            <Input
              {...slots}
              type="number"
              min={1}
              max={120}
              value={seconds}
              readOnly={!canChange}
              className="w-28"
              onChange={(event) => setSeconds(event.target.value)}
            />
          )}
        </Field>
        {isGeneral && <Notice tone="bad">{message}</Notice>}
        {canChange && (
          <div>
            <Button type="submit" variant="primary" disabled={isPending}>
              {isPending ? 'Saving…' : 'Save'}
            </Button>
          </div>
        )}
      </form>
      {canChange && <DeleteSection environment={environment} isLast={isLast} remove={actions.remove} />}
    </>
  )
}

function DeleteSection({
  environment,
  isLast,
  remove,
}: {
  environment: EnvironmentView
  isLast: boolean
  remove: EnvironmentActions['remove']
}) {
  return (
    <Section
      title="Delete this environment"
      description={
        isLast
          ? 'It is the only one. Create another before deleting it.'
          : 'Its credentials and token are forgotten. Runs and callbacks stay in the history.'
      }
      actions={!isLast && <DeleteDialog environment={environment} remove={remove} />}
    >
      {null}
    </Section>
  )
}

function DeleteDialog({
  environment,
  remove,
}: {
  environment: EnvironmentView
  remove: EnvironmentActions['remove']
}) {
  const router = useRouter()
  const say = useToast()
  const [typed, setTyped] = useState('')
  const { run, isPending, message } = useAction(remove)
  return (
    <Dialog onOpenChange={() => setTyped('')}>
      <DialogTrigger asChild>
        <Button variant="danger">Delete…</Button>
      </DialogTrigger>
      <DialogContent
        title={`Delete ${environment.name}?`}
        description="Its credentials and token are forgotten for good."
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            run({ environment: environment.id }, () => {
              say(`${environment.name} is deleted`)
              router.push('/environments')
            })
          }}
        >
          <DialogBody className="flex flex-col gap-3">
            <Field label={`Type “${environment.name}” to confirm`}>
              {(slots) => (
                <Input
                  {...slots}
                  value={typed}
                  autoComplete="off"
                  onChange={(event) => setTyped(event.target.value)}
                />
              )}
            </Field>
            {message && <Notice tone="bad">{message}</Notice>}
          </DialogBody>
          <DialogFooter>
            <Button type="submit" variant="danger" disabled={isPending || typed.trim() !== environment.name}>
              Delete environment
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
