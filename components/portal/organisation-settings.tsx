'use client'
import { useRouter } from 'next/navigation'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { useWorldChange } from '@/components/sandbox/queries'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { PortalOrganisationView } from '@/lib/workspace/portal/views'

/** Its name, and its end. */
export function OrganisationSettings({ organisation }: { organisation: PortalOrganisationView }) {
  const change = useWorldChange()
  const say = useToast()
  const router = useRouter()
  const path = { id: organisation.id }
  const form = useForm({
    values: { name: organisation.name },
    schema: async () => (await import('@/lib/workspace/portal/fields')).organisationChange,
    submit: (renamed) => change('PATCH /sandbox/openapi/organisations/{id}', { path, body: renamed }),
    onDone: () => {
      say('Renamed')
      router.refresh()
    },
  })
  return (
    <Section title="Organisation">
      <form {...form.props} className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <FormField form={form} name="name" label="Name" className="w-72 max-w-full">
          {(slots) => <Input {...slots} />}
        </FormField>
        <Button
          type="submit"
          className="sm:mt-[23px]"
          disabled={form.isPending || form.watch('name').trim() === organisation.name}
        >
          Rename
        </Button>
        <span className="flex h-8 items-center sm:mt-[23px] sm:ml-auto">
          <ConfirmButton
            label="Delete"
            accessibleLabel={`Delete ${organisation.name}`}
            title={`Delete ${organisation.name}?`}
            act={async () => {
              const result = await change('DELETE /sandbox/openapi/organisations/{id}', { path })
              if (result.ok) router.push('/sandbox/openapi/organisations')
              return result
            }}
            done={`${organisation.name} deleted`}
          >
            <p>
              Its people and invitations go with it. Applications that it rejected stay with their developers;
              its code stays in the sandbox.
            </p>
          </ConfirmButton>
        </span>
        <FormMessage form={form} />
      </form>
    </Section>
  )
}
