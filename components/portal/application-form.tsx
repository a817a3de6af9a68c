'use client'
import { type FormEvent, useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { useWorldChange } from '@/components/sandbox/queries'
import { Button } from '@/components/ui/button'
import { Checkbox, Switch } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { useToast } from '@/components/ui/toast'
import type { ApplicationView } from '@/lib/workspace/world/views'
import type { Choice, MarketChoice } from './choices'

type Product = ApplicationView['products'][string]
type Limit = Exclude<keyof Product, 'isOn'>

const limits: { name: Limit; label: string; kind: 'clock' | 'money' | 'count' }[] = [
  { name: 'from', label: 'From', kind: 'clock' },
  { name: 'until', label: 'Until', kind: 'clock' },
  { name: 'singleCents', label: 'Single value', kind: 'money' },
  { name: 'dailyCents', label: 'Daily value', kind: 'money' },
  { name: 'dailyCount', label: 'Daily number', kind: 'count' },
  { name: 'customerDailyCents', label: 'Customer’s daily value', kind: 'money' },
  { name: 'customerDailyCount', label: 'Customer’s daily number', kind: 'count' },
]

const shown = (value: string | number | undefined, kind: string): string =>
  value === undefined ? '' : kind === 'money' ? String(Number(value) / 100) : String(value)

/** NaN for what is no number: the server then says so. */
const typed = (text: string, kind: string): string | number | undefined => {
  if (text.trim() === '') return undefined
  if (kind === 'clock') return text
  return kind === 'money' ? Math.round(Number(text) * 100) : Number(text)
}

type Draft = {
  name: string
  version: string
  description: string
  sessionMinutes: string
  activationSeconds: string
  trustedSources: string
  markets: string[]
  responseUrl: string
  products: Record<string, { isOn: boolean } & Partial<Record<Limit, string>>>
}

const draftOf = (application: ApplicationView): Draft => ({
  name: application.name,
  version: application.version,
  description: application.description,
  sessionMinutes: String(application.sessionMinutes),
  activationSeconds: String(application.activationSeconds),
  trustedSources: application.trustedSources.join('\n'),
  markets: application.markets,
  responseUrl: application.responseUrl,
  products: Object.fromEntries(
    Object.entries(application.products).map(([name, product]) => [
      name,
      {
        isOn: product.isOn,
        ...Object.fromEntries(limits.map((limit) => [limit.name, shown(product[limit.name], limit.kind)])),
      },
    ]),
  ),
})

const inputOf = (draft: Draft) => ({
  ...draft,
  sessionMinutes: Number(draft.sessionMinutes),
  activationSeconds: Number(draft.activationSeconds),
  trustedSources: draft.trustedSources.split(/[\s,]+/).filter(Boolean),
  products: Object.fromEntries(
    Object.entries(draft.products).map(([name, product]) => [
      name,
      {
        isOn: product.isOn,
        ...Object.fromEntries(
          limits.map((limit) => [limit.name, typed(product[limit.name] ?? '', limit.kind)]),
        ),
      },
    ]),
  ),
})

/** Configuration, scope and limits of one application. */
export function OpenapiApplicationForm({
  application,
  canChange,
  products,
  markets,
}: {
  application: ApplicationView
  canChange: boolean
  products: Choice[]
  markets: MarketChoice[]
}) {
  const [draft, setDraft] = useState(() => draftOf(application))
  const [errors, setErrors] = useState<Record<string, string[]>>({})
  const [busy, setBusy] = useState(false)
  const change = useWorldChange()
  const say = useToast()
  const set = (part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part }))
  const setProduct = (name: string, part: Partial<Draft['products'][string]>) =>
    setDraft((current) => ({
      ...current,
      products: { ...current.products, [name]: { ...(current.products[name] ?? { isOn: true }), ...part } },
    }))

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    try {
      await change('PATCH', `openapi/applications/${application.id}`, inputOf(draft))
      say('Saved')
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setErrors(thrown.fields)
      say(thrown.message, 'bad')
    } finally {
      setBusy(false)
    }
  }
  const text = (
    name: 'name' | 'version' | 'sessionMinutes' | 'activationSeconds',
    label: string,
    hint?: string,
  ) => (
    <Field label={label} hint={hint} errors={errors[name]}>
      {(slots) => (
        <Input
          {...slots}
          value={draft[name]}
          disabled={!canChange}
          inputMode={name.startsWith('se') || name.startsWith('act') ? 'numeric' : undefined}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  const wrongOf = (product: string) =>
    Object.entries(errors).flatMap(([name, words]) => (name.startsWith(`products.${product}`) ? words : []))

  return (
    <form onSubmit={save} noValidate>
      <Section title="Configuration">
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          {text('name', 'Name')}
          {text('version', 'Version')}
          {text('sessionMinutes', 'Session lifetime in minutes', 'A session key ends after this.')}
          {text(
            'activationSeconds',
            'Seconds until a session key works',
            'Up to 30 on the real platform; 0 here unless you want to try the wait.',
          )}
          <Field label="Description" optional errors={errors.description}>
            {(slots) => (
              <Textarea
                {...slots}
                value={draft.description}
                disabled={!canChange}
                onChange={(event) => set({ description: event.target.value })}
              />
            )}
          </Field>
          <Field
            label="Trusted sources"
            optional
            hint="Hosts or addresses that may ask for a session, one a line. Empty: everybody."
            errors={Object.entries(errors).flatMap(([name, words]) =>
              name.startsWith('trustedSources') ? words : [],
            )}
          >
            {(slots) => (
              <Textarea
                {...slots}
                value={draft.trustedSources}
                disabled={!canChange}
                onChange={(event) => set({ trustedSources: event.target.value })}
              />
            )}
          </Field>
          <Field
            label="Response URL"
            optional
            hint="Set: every call answers at once and its result is sent there. Empty: a call waits for its result."
            errors={errors.responseUrl}
          >
            {(slots) => (
              <Input
                {...slots}
                type="url"
                inputMode="url"
                value={draft.responseUrl}
                disabled={!canChange}
                onChange={(event) => set({ responseUrl: event.target.value })}
              />
            )}
          </Field>
          <fieldset>
            <legend className="font-medium text-sm">Markets</legend>
            <p className="text-ink-muted text-sm">None chosen: all of them.</p>
            <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
              {markets.map(({ id, name, currency }) => (
                <label key={id} htmlFor={`market-${id}`} className="flex items-center gap-2 text-sm">
                  <Checkbox
                    id={`market-${id}`}
                    checked={draft.markets.includes(id)}
                    disabled={!canChange}
                    onCheckedChange={(isOn) =>
                      set({
                        markets:
                          isOn === true ? [...draft.markets, id] : draft.markets.filter((one) => one !== id),
                      })
                    }
                  />
                  {name} ({currency})
                </label>
              ))}
            </div>
          </fieldset>
        </div>
      </Section>
      <Section
        title="Products, scope and limits"
        description="Values in the currency of the market. Limits of a day are counted per session key, a customer’s per day. An empty field does not bind."
      >
        <div className="overflow-x-auto">
          <Table aria-label="Products, scope and limits">
            <thead>
              <tr>
                <Th>Product</Th>
                <Th>On</Th>
                {limits.map(({ name, label }) => (
                  <Th key={name}>{label}</Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {products.map(({ name, title }) => (
                <tr key={name}>
                  <Td>
                    {title}
                    {wrongOf(name).length > 0 && (
                      <p className="text-failed text-sm">{wrongOf(name).join(' ')}</p>
                    )}
                  </Td>
                  <Td>
                    <Switch
                      aria-label={`${title} is on`}
                      checked={draft.products[name]?.isOn ?? true}
                      disabled={!canChange}
                      onCheckedChange={(isOn) => setProduct(name, { isOn })}
                    />
                  </Td>
                  {limits.map((limit) => (
                    <Td key={limit.name}>
                      <Input
                        aria-label={`${title}: ${limit.label}`}
                        className="w-24"
                        inputMode={limit.kind === 'clock' ? undefined : 'decimal'}
                        placeholder={limit.kind === 'clock' ? 'HH:mm' : undefined}
                        value={draft.products[name]?.[limit.name] ?? ''}
                        disabled={!canChange}
                        onChange={(event) => setProduct(name, { [limit.name]: event.target.value })}
                      />
                    </Td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
        {canChange && (
          <Button type="submit" variant="primary" className="mt-4" disabled={busy}>
            Save
          </Button>
        )}
      </Section>
    </form>
  )
}
