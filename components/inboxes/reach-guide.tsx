'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Input, Select } from '@/components/ui/input'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { useToast } from '@/components/ui/toast'
import type { Reach } from '@/lib/workspace/inboxes/reach-verdict'
import type { Way } from '@/lib/workspace/inboxes/ways'
import type { InboxActions } from './actions'
import { ReachAnswer } from './reach-check'

type Inbox = { name: string; url: string; publicUrl: string | null }

/** The ways to a public address, and the check that tells whether one works. */
export function ReachGuide({
  ways,
  inboxes,
  serverUrl,
  canCheck,
  actions,
}: {
  ways: Way[]
  inboxes: Inbox[]
  serverUrl: string
  canCheck: boolean
  actions: InboxActions
}) {
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h3 className="mb-2 font-medium">1. Choose a way</h3>
        <Tabs defaultValue={ways[0]?.id}>
          <TabsList aria-label="Ways">
            {ways.map(({ id, title }) => (
              <TabsTrigger key={id} value={id}>
                {title}
              </TabsTrigger>
            ))}
          </TabsList>
          {ways.map((way) => (
            <TabsContent key={way.id} value={way.id} className="pt-3">
              <WaySteps way={way} />
            </TabsContent>
          ))}
        </Tabs>
      </div>
      {canCheck && (
        <div>
          <h3 className="mb-2 font-medium">2. Check the address</h3>
          <AddressForm inboxes={inboxes} serverUrl={serverUrl} actions={actions} />
        </div>
      )}
    </div>
  )
}

function WaySteps({ way: { about, steps, files } }: { way: Way }) {
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <p>{about}</p>
      {steps.map(({ says, code }) => (
        <div key={says} className="flex flex-col gap-1">
          <p>{says}</p>
          {code && <Code text={code} language="text" label={says} />}
        </div>
      ))}
      {files && (
        <p className="text-ink-muted text-sm">
          The same samples lie beside the code, in <code>{files.join(' and ')}</code>.
        </p>
      )}
    </div>
  )
}

/** Tries an address that nobody stored yet; what works can be kept for the inbox. */
function AddressForm({
  inboxes,
  serverUrl,
  actions,
}: {
  inboxes: Inbox[]
  serverUrl: string
  actions: InboxActions
}) {
  const router = useRouter()
  const say = useToast()
  const [reach, setReach] = useState<Reach>()
  const keeping = useAction(actions.change)
  const form = useForm({
    values: { inbox: inboxes[0]?.name ?? '', publicUrl: inboxes[0]?.publicUrl ?? serverUrl },
    submit: (given) => {
      setReach(undefined)
      return actions.check(given)
    },
    onDone: setReach,
  })
  const [inbox, publicUrl] = form.watch(['inbox', 'publicUrl'])
  const chosen = inboxes.find(({ name }) => name === inbox)
  const canKeep = reach?.reached === true && publicUrl !== (chosen?.publicUrl ?? serverUrl)
  return (
    <form {...form.props} className="flex max-w-2xl flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <FormField
          form={form}
          name="publicUrl"
          label="Public address"
          hint="As a provider will see it: scheme and name, and a port where it is not the usual one."
        >
          {(slots) => (
            <Input
              {...slots}
              className="font-mono"
              inputMode="url"
              spellCheck={false}
              placeholder="https://hooks.example.com"
            />
          )}
        </FormField>
        <FormField form={form} name="inbox" label="Inbox">
          {(slots) => (
            <Select {...slots}>
              {inboxes.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          )}
        </FormField>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={form.isPending}>
          {form.isPending ? 'Checking…' : 'Check'}
        </Button>
        {canKeep && (
          <Button
            disabled={keeping.isPending}
            onClick={() =>
              keeping.run({ inbox, publicUrl }, () => {
                say(`${inbox} is reached at ${publicUrl}`)
                router.refresh()
              })
            }
          >
            Keep it for {inbox}
          </Button>
        )}
      </div>
      <FormMessage form={keeping} />
      <FormMessage form={form}>{reach && <ReachAnswer reach={reach} />}</FormMessage>
    </form>
  )
}
