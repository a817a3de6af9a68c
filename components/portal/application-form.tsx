'use client'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { type Form, useForm } from '@/components/forms/use-form'
import { useWorldChange } from '@/components/sandbox/queries'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { Input, Textarea } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { ApplicationView } from '@/lib/workspace/portal/views'
import { type ApplicationDraft, draftOf, inputOf } from './application-draft'
import { ApplicationProducts } from './application-products'
import type { Choice, MarketChoice } from './choices'

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
  const change = useWorldChange()
  const say = useToast()
  const form = useForm({
    values: draftOf(application),
    input: inputOf,
    submit: (input) =>
      change('PATCH /sandbox/openapi/applications/{id}', { path: { id: application.id }, body: input }),
    onDone: () => say('Saved'),
  })
  return (
    <form {...form.props}>
      <Section title="Configuration">
        <Configuration form={form} markets={markets} canChange={canChange} />
      </Section>
      <Section
        title="Products, scope and limits"
        description="Values in the currency of the market. Limits of a day are counted per session key, a customer’s per day. An empty field does not bind."
      >
        <ApplicationProducts form={form} products={products} canChange={canChange} />
        {canChange && (
          <div className="mt-4 flex flex-col items-start gap-3">
            <FormMessage form={form} />
            <Button type="submit" variant="primary" disabled={form.isPending}>
              Save
            </Button>
          </div>
        )}
      </Section>
    </form>
  )
}

function Configuration({
  form,
  markets,
  canChange,
}: {
  form: Form<ApplicationDraft>
  markets: MarketChoice[]
  canChange: boolean
}) {
  return (
    <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <FormField form={form} name="name" label="Name">
        {(slots) => <Input {...slots} disabled={!canChange} />}
      </FormField>
      <FormField form={form} name="version" label="Version">
        {(slots) => <Input {...slots} disabled={!canChange} />}
      </FormField>
      <FormField
        form={form}
        name="sessionMinutes"
        label="Session lifetime in minutes"
        hint="A session key ends after this."
      >
        {(slots) => <Input {...slots} inputMode="numeric" disabled={!canChange} />}
      </FormField>
      <FormField
        form={form}
        name="activationSeconds"
        label="Seconds until a session key works"
        hint="Up to 30 on the real platform; 0 here unless you want to try the wait."
      >
        {(slots) => <Input {...slots} inputMode="numeric" disabled={!canChange} />}
      </FormField>
      <FormField form={form} name="description" label="Description" optional>
        {(slots) => <Textarea {...slots} disabled={!canChange} />}
      </FormField>
      <FormField
        form={form}
        name="trustedSources"
        label="Trusted sources"
        optional
        hint="Hosts or addresses that may ask for a session, one a line. Empty: everybody."
      >
        {(slots) => <Textarea {...slots} disabled={!canChange} />}
      </FormField>
      <FormField
        form={form}
        name="responseUrl"
        label="Response URL"
        optional
        hint="Set: every call answers at once and its result is sent there. Empty: a call waits for its result."
      >
        {(slots) => <Input {...slots} type="url" inputMode="url" disabled={!canChange} />}
      </FormField>
      <Markets form={form} markets={markets} canChange={canChange} />
    </div>
  )
}

function Markets({
  form,
  markets,
  canChange,
}: {
  form: Form<ApplicationDraft>
  markets: MarketChoice[]
  canChange: boolean
}) {
  const chosen = form.watch('markets')
  const toggle = (id: string, isOn: boolean) =>
    form.setValue('markets', isOn ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <fieldset>
      <legend className="font-medium text-sm">Markets</legend>
      <p className="text-ink-muted text-sm">None chosen: all of them.</p>
      <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {markets.map(({ id, name, currency }) => (
          <label key={id} htmlFor={`market-${id}`} className="flex items-center gap-2 text-sm">
            <Checkbox
              id={`market-${id}`}
              checked={chosen.includes(id)}
              disabled={!canChange}
              onCheckedChange={(isOn) => toggle(id, isOn === true)}
            />
            {name} ({currency})
          </label>
        ))}
      </div>
    </fieldset>
  )
}
