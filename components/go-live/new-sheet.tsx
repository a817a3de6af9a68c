'use client'
import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import { createSheet } from './api'
import { type ApiChoice, ApiChoices } from './api-choices'
import { sheetsKey } from './use-sheet'
import { useTask } from './use-task'
import { casesWords } from './words'

export type SheetChoices = {
  environments: { id: string; name: string; kind: EnvironmentKind; system: string; systemTitle: string }[]
  /** What can be chosen, by system. */
  apis: Record<string, ApiChoice[]>
  /** The environment of the top bar. */
  currentId: string | null
}

/** Opened by `?new=1`. */
export function NewSheet({ open, choices }: { open: boolean; choices: SheetChoices }) {
  const router = useRouter()
  const close = () => router.replace('/go-live', { scroll: false })
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent
        title="New sheet"
        description="The provider's test cases of the APIs you use, filled by the runs of one environment."
      >
        {choices.environments.length === 0 ? (
          <DialogBody>
            A sheet belongs to an environment, and this workspace has none.{' '}
            <Link href="/environments?new=1" className="text-accent underline underline-offset-3">
              Make one first
            </Link>
            .
          </DialogBody>
        ) : (
          <NewSheetForm choices={choices} close={close} />
        )}
      </DialogContent>
    </Dialog>
  )
}

function NewSheetForm({ choices, close }: { choices: SheetChoices; close: () => void }) {
  const router = useRouter()
  const queries = useQueryClient()
  const { environments, apis, currentId } = choices
  const [environmentId, setEnvironmentId] = useState(
    (environments.find(({ id }) => id === currentId) ?? environments[0])?.id ?? '',
  )
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const { run, isBusy, errorsOf } = useTask(['environment', 'name', 'apis'])
  const environment = environments.find(({ id }) => id === environmentId)
  const offered = apis[environment?.system ?? ''] ?? []
  const asked = offered.filter(({ id }) => chosen.includes(id))
  const suggestion = environment ? `${environment.name} go-live` : ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    let id = ''
    const isDone = await run(async () => {
      const made = await createSheet({
        name: name.trim() || suggestion,
        environment: environmentId,
        apis: asked.map((api) => api.id),
      })
      id = made.id
    })
    if (!isDone) return
    void queries.invalidateQueries({ queryKey: sheetsKey })
    router.push(`/go-live/${id}`)
  }
  return (
    <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col" noValidate>
      <DialogBody className="flex flex-col gap-4">
        <Field label="Environment" errors={errorsOf('environment')}>
          {(slots) => (
            <Select
              {...slots}
              value={environmentId}
              onChange={(event) => {
                setEnvironmentId(event.target.value)
                setChosen([])
              }}
            >
              {environments.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name} ({each.systemTitle}, {each.kind})
                </option>
              ))}
            </Select>
          )}
        </Field>
        {environment?.kind === 'production' && (
          <Notice tone="warn">
            Nothing is run against production from a sheet. Runs that people send there fill it.
          </Notice>
        )}
        <Field label="Name" optional errors={errorsOf('name')}>
          {(slots) => (
            <Input
              {...slots}
              value={name}
              maxLength={80}
              placeholder={suggestion}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <ApiChoices offered={offered} chosen={chosen} onChange={setChosen} errors={errorsOf('apis')} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={isBusy || asked.length === 0}>
          {isBusy
            ? 'Making…'
            : asked.length === 0
              ? 'Make sheet'
              : `Make sheet of ${casesWords(asked.reduce((sum, api) => sum + api.cases, 0))}`}
        </Button>
      </DialogFooter>
    </form>
  )
}
