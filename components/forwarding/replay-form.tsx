'use client'
import { useState } from 'react'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Input, Select } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import type { CallbackDetail } from '@/lib/workspace/views'
import { lastUrl, rememberUrl } from './last-url'
import { useForwardingChange, useTargets } from './queries'
import { noRewrite, type RewriteDraft, RewriteFields, rewriteOf } from './rewrite-fields'
import { endWords } from './words'

type Draft = { url: string; target: string; body: string; headers: string; rewrite: RewriteDraft }

const headersOf = (text: string): [string, string][] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf(':')
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    })

/** Sends a callback again: where to, as it came or edited. */
export function ReplayForm({
  callback,
  onClose,
}: {
  callback: Pick<CallbackDetail, 'id' | 'inbox' | 'body' | 'bodyEncoding' | 'content' | 'headers'>
  onClose: () => void
}) {
  const say = useToast()
  const change = useForwardingChange()
  const targets = useTargets(callback.inbox).data ?? []
  const [isEdited, setEdited] = useState(false)
  const text = callback.content.text ?? callback.body
  const mayEdit = callback.bodyEncoding === 'utf8' || callback.content.text !== null
  const form = useForm({
    values: {
      url: lastUrl(),
      target: '',
      body: mayEdit ? text : '',
      headers: callback.headers
        .filter(([name]) => /^(content-type|user-agent|accept|x-(?!jaribu|forwarded))/i.test(name))
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
      rewrite: noRewrite,
    } as Draft,
    schema: async () => (await import('@/lib/workspace/replay/fields')).replayInput,
    input: ({ url, target, body, headers, rewrite }) => ({
      ...(target === '' ? { url } : { target }),
      rewrite: rewriteOf(rewrite),
      ...(isEdited && { body, headers: headersOf(headers) }),
    }),
    submit: (body) => change('POST /callbacks/{id}/replay', { path: { id: callback.id }, body }),
    onDone: (attempt, { getValues }) => {
      rememberUrl(getValues('url'))
      say(endWords(attempt), attempt.state === 'taken' ? undefined : 'bad')
      onClose()
    },
  })
  const target = form.watch('target')
  return (
    <form {...form.props} className="flex min-h-0 flex-col">
      <DialogBody className="flex flex-col gap-3">
        {targets.length > 0 && (
          <FormField form={form} name="target" label="To">
            {(slots) => (
              <Select {...slots}>
                <option value="">An address</option>
                {targets.map(({ id, name, url }) => (
                  <option key={id} value={id}>
                    {name}: {url}
                  </option>
                ))}
              </Select>
            )}
          </FormField>
        )}
        {target === '' && (
          <FormField
            form={form}
            name="url"
            label="Address of your software"
            hint="Such as http://localhost:8080/mpesa/callback."
          >
            {(slots) => <Input {...slots} inputMode="url" className="font-mono" autoFocus />}
          </FormField>
        )}
        <RewriteFields
          value={form.watch('rewrite')}
          errorsOf={form.errorsOf}
          onChange={(next) => form.setValue('rewrite', next)}
        />
        {mayEdit && !isEdited && (
          <Button className="self-start" onClick={() => setEdited(true)}>
            Edit before it leaves
          </Button>
        )}
        {isEdited && (
          <>
            <FormField form={form} name="headers" label="Headers" optional>
              {(slots) => <CodeTextarea {...slots} rows={4} />}
            </FormField>
            <FormField form={form} name="body" label="Body" optional>
              {(slots) => <CodeTextarea {...slots} rows={12} />}
            </FormField>
          </>
        )}
        <FormMessage form={form} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={form.isPending}>
          {form.isPending ? 'Waiting for the answer…' : 'Send it again'}
        </Button>
      </DialogFooter>
    </form>
  )
}
