'use client'
import { useState } from 'react'
import type { KindChoice } from '@/components/answers/condition-fields'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import type { ReplayView } from '@/lib/workspace/replay/fields'
import { lastUrl, rememberUrl } from './last-url'
import { useForwardingChange, useReplays } from './queries'
import { noRewrite, type RewriteDraft, RewriteFields, rewriteOf } from './rewrite-fields'

type Draft = {
  url: string
  filter: { kind: string; code: string; receipt: string; msisdn: string; q: string; from: string; to: string }
  rewrite: RewriteDraft
}

const timeOf = (typed: string): number | undefined => {
  const at = new Date(typed).getTime()
  return typed === '' || Number.isNaN(at) ? undefined : at
}

const filterOf = (inbox: string, { from, to, ...words }: Draft['filter']) => {
  const said = Object.entries(words).filter(([, value]) => value.trim() !== '')
  const [begin, end] = [timeOf(from), timeOf(to)]
  return {
    inbox,
    ...Object.fromEntries(said.map(([name, value]) => [name, value.trim()])),
    ...(begin !== undefined && { from: begin }),
    ...(end !== undefined && { to: end }),
  }
}

/** Sends every callback that fits again, and shows how far each such replay is. */
export function ReplayMany({
  inbox,
  canChange,
  kinds,
}: {
  inbox: string
  canChange: boolean
  kinds: KindChoice[]
}) {
  const replays = useReplays().data ?? []
  return (
    <Section
      title="Send many again"
      description="Stored callbacks that fit, oldest first; of one payment one after the other. None of them becomes a new callback here."
    >
      {canChange && <ReplayManyForm inbox={inbox} kinds={kinds} />}
      {replays.length > 0 && (
        <ul className="mt-4 border-t" aria-label="Newest replays">
          {replays.map((replay) => (
            <ReplayRow key={replay.id} replay={replay} canChange={canChange} />
          ))}
        </ul>
      )}
    </Section>
  )
}

const texts = [
  ['code', 'Result code'],
  ['receipt', 'Receipt'],
  ['msisdn', 'Phone number'],
  ['q', 'Text in the body'],
] as const

function ReplayManyForm({ inbox, kinds }: { inbox: string; kinds: KindChoice[] }) {
  const change = useForwardingChange()
  const [begin] = useState(lastUrl)
  const form = useForm({
    values: {
      url: begin,
      filter: { kind: '', code: '', receipt: '', msisdn: '', q: '', from: '', to: '' },
      rewrite: noRewrite,
    } as Draft,
    schema: async () => (await import('@/lib/workspace/replay/fields')).replayManyInput,
    input: ({ url, filter, rewrite }) => ({
      url,
      filter: filterOf(inbox, filter),
      rewrite: rewriteOf(rewrite),
    }),
    submit: (body) => change('POST /replays', { body }),
    onDone: (_, { getValues }) => rememberUrl(getValues('url')),
  })
  return (
    <form {...form.props} className="flex flex-col gap-3">
      <FormField
        form={form}
        name="url"
        label="Address of your software"
        hint="http://localhost:8080/mpesa"
        className="max-w-xl"
      >
        {(slots) => <Input {...slots} inputMode="url" className="font-mono" />}
      </FormField>
      <div className="grid items-start gap-3 grid-cols-[repeat(auto-fill,minmax(min(13.5rem,100%),1fr))]">
        <FormField form={form} name="filter.kind" label="Kind" optional>
          {(slots) => (
            <Select {...slots}>
              <option value="">Any</option>
              {kinds.map(({ kind, title }) => (
                <option key={kind} value={kind}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </FormField>
        {texts.map(([name, label]) => (
          <FormField key={name} form={form} name={`filter.${name}`} label={label} optional>
            {(slots) => <Input {...slots} />}
          </FormField>
        ))}
        <FormField form={form} name="filter.from" label="From" optional>
          {(slots) => <Input {...slots} type="datetime-local" />}
        </FormField>
        <FormField form={form} name="filter.to" label="To" optional>
          {(slots) => <Input {...slots} type="datetime-local" />}
        </FormField>
      </div>
      <RewriteFields
        value={form.watch('rewrite')}
        errorsOf={form.errorsOf}
        onChange={(next) => form.setValue('rewrite', next)}
      />
      <FormMessage form={form} />
      <Button type="submit" disabled={form.isPending} className="self-start">
        Send those that fit again
      </Button>
    </form>
  )
}

function ReplayRow({ replay, canChange }: { replay: ReplayView; canChange: boolean }) {
  const { id, url, total, taken, failed, cancelled, left, startedAt, startedBy, filter } = replay
  const change = useForwardingChange()
  const cancelling = useAction(
    () => change('PATCH /replays/{id}', { path: { id }, body: { action: 'cancel' } }),
    { saysWhyIn: 'toast' },
  )
  const done = total - left
  const figures = [
    `${taken} taken`,
    failed > 0 && `${failed} failed`,
    cancelled > 0 && `${cancelled} cancelled`,
    left > 0 && `${left} to go`,
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2 text-sm">
      <Time at={startedAt} className="font-mono" />
      <progress
        className="h-1.5 w-24 accent-accent"
        value={done}
        max={total}
        aria-label={`${done} of ${total} callbacks sent`}
      />
      <span className="min-w-0 flex-1 basis-64 break-words">
        {done} of {total} to {url}: {figures.join(', ')}.{' '}
        <span className="text-ink-muted">
          By {startedBy}
          {Object.entries(filter).map(([name, value]) => (
            <span key={name}>
              , {name} {value}
            </span>
          ))}
        </span>
      </span>
      {canChange && left > 0 && (
        <Button size="sm" disabled={cancelling.isPending} onClick={() => cancelling.run(undefined)}>
          Cancel
        </Button>
      )}
    </li>
  )
}
