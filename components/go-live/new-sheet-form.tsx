'use client'
import { useRouter } from 'next/navigation'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { resultOf } from '@/components/forms/result-of'
import { useForm } from '@/components/forms/use-form'
import { useQueryClient } from '@/components/live/queries'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Input, Select } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { createSheet } from './api'
import { ApiChoices } from './api-choices'
import type { SheetChoices } from './new-sheet'
import { RequireSoftware } from './require-software'
import { sheetsKey } from './use-sheet'
import { casesWords } from './words'

export function NewSheetForm({ choices, close }: { choices: SheetChoices; close: () => void }) {
  const router = useRouter()
  const queries = useQueryClient()
  const { environments, apis, currentId } = choices
  const offeredFor = (id: string) => {
    const environment = environments.find((each) => each.id === id)
    const offered = apis[environment?.system ?? ''] ?? []
    return { environment, offered, suggestion: environment ? `${environment.name} go-live` : '' }
  }
  const form = useForm({
    values: {
      environment: (environments.find(({ id }) => id === currentId) ?? environments[0])?.id ?? '',
      name: '',
      apis: [] as string[],
      requiresSoftware: false,
    },
    input: (typed) => ({
      ...typed,
      name: typed.name.trim() || offeredFor(typed.environment).suggestion,
      // In the order of the provider, and only of the system that was chosen last.
      apis: offeredFor(typed.environment)
        .offered.map(({ id }) => id)
        .filter((id) => typed.apis.includes(id)),
    }),
    submit: (sheet) => resultOf(createSheet(sheet)),
    onDone: ({ id }) => {
      void queries.invalidateQueries({ queryKey: sheetsKey })
      router.push(`/go-live/${id}`)
    },
  })
  const [environmentId, chosen, requiresSoftware] = form.watch(['environment', 'apis', 'requiresSoftware'])
  const { environment, offered, suggestion } = offeredFor(environmentId)
  const asked = offered.filter(({ id }) => chosen.includes(id))
  return (
    <form {...form.props} className="flex min-h-0 flex-1 flex-col">
      <DialogBody className="flex flex-col gap-4">
        <FormField form={form} name="environment" label="Environment">
          {(slots) => (
            <Select {...slots}>
              {environments.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name} ({each.systemTitle}, {each.kind})
                </option>
              ))}
            </Select>
          )}
        </FormField>
        {environment?.kind === 'production' && (
          <Notice tone="warn">
            Nothing is run against production from a sheet. Runs that people send there fill it.
          </Notice>
        )}
        <FormField form={form} name="name" label="Name" optional>
          {(slots) => <Input {...slots} maxLength={80} placeholder={suggestion} />}
        </FormField>
        <ApiChoices
          offered={offered}
          chosen={chosen}
          onChange={(next) => form.setValue('apis', next)}
          errors={form.errorsOf('apis')}
        />
        <RequireSoftware
          checked={requiresSoftware}
          onChange={(next) => form.setValue('requiresSoftware', next)}
        />
        <FormMessage form={form} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={form.isPending || asked.length === 0}>
          {form.isPending
            ? 'Making…'
            : asked.length === 0
              ? 'Make sheet'
              : `Make sheet of ${casesWords(asked.reduce((sum, api) => sum + api.cases, 0))}`}
        </Button>
      </DialogFooter>
    </form>
  )
}
