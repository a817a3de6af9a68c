'use client'
import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { useWorldChange } from '@/components/sandbox/queries'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter, DialogTrigger } from '@/components/ui/dialog'
import { Input, Select } from '@/components/ui/input'
import type { MarketChoice } from './choices'

export function NewOrganisation({ markets }: { markets: MarketChoice[] }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button className="mt-3">
          <Plus aria-hidden /> New organisation
        </Button>
      </DialogTrigger>
      <DialogContent
        title="New organisation"
        description="You stand on its side: you invite its developers and decide on what they send."
      >
        <CreateForm markets={markets} close={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

function CreateForm({ markets, close }: { markets: MarketChoice[]; close: () => void }) {
  const change = useWorldChange()
  const router = useRouter()
  const form = useForm({
    values: { name: '', shortcode: '', market: markets[0]?.id ?? '' },
    schema: async () => (await import('@/lib/workspace/portal/fields')).newOrganisation,
    submit: (organisation) => change('POST /sandbox/openapi/organisations', { body: organisation }),
    onDone: ({ organisation }) => {
      close()
      router.push(`/sandbox/openapi/organisations/${organisation.id}`)
    },
  })
  return (
    <form {...form.props} className="contents">
      <DialogBody className="flex flex-col gap-4">
        <FormField form={form} name="name" label="Name">
          {(slots) => <Input {...slots} autoComplete="off" placeholder="Duka la Mama" />}
        </FormField>
        <FormField
          form={form}
          name="shortcode"
          label="Service provider code"
          hint="4 to 12 letters or digits. In the sandbox it takes payments at once."
        >
          {(slots) => (
            <Input
              {...slots}
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
              placeholder="654321"
            />
          )}
        </FormField>
        <FormField form={form} name="market" label="Market">
          {(slots) => (
            <Select {...slots}>
              {markets.map(({ id, name, currency }) => (
                <option key={id} value={id}>
                  {name} ({currency})
                </option>
              ))}
            </Select>
          )}
        </FormField>
        <FormMessage form={form} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={form.isPending}>
          Create organisation
        </Button>
      </DialogFooter>
    </form>
  )
}
