'use client'
import type { Form } from '@/components/forms/use-form'
import { Switch } from '@/components/ui/choice'
import { Input } from '@/components/ui/input'
import { Table, Td, Th } from '@/components/ui/table'
import { type ApplicationDraft, limits } from './application-draft'
import type { Choice } from './choices'

/** Which products an application has, and what binds each. */
export function ApplicationProducts({
  form,
  products,
  canChange,
}: {
  form: Form<ApplicationDraft>
  products: Choice[]
  canChange: boolean
}) {
  return (
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
          {products.map((product) => (
            <ProductRow key={product.name} form={form} product={product} canChange={canChange} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function ProductRow({
  form,
  product: { name, title },
  canChange,
}: {
  form: Form<ApplicationDraft>
  product: Choice
  canChange: boolean
}) {
  const wrong = form.errorsOf(`products.${name}`)
  return (
    <tr>
      <Td>
        {title}
        {wrong && <p className="text-failed text-sm">{wrong.join(' ')}</p>}
      </Td>
      <Td>
        <Switch
          aria-label={`${title} is on`}
          checked={form.watch(`products.${name}.isOn`) ?? true}
          disabled={!canChange}
          onCheckedChange={(isOn) => form.setValue(`products.${name}.isOn`, isOn)}
        />
      </Td>
      {limits.map((limit) => {
        const field = `products.${name}.${limit.name}` as const
        return (
          <Td key={limit.name}>
            <Input
              {...form.register(field)}
              defaultValue={String(form.beganWith(field) ?? '')}
              aria-label={`${title}: ${limit.label}`}
              aria-invalid={form.errorsOf(field) ? true : undefined}
              className="w-24"
              inputMode={limit.kind === 'clock' ? undefined : 'decimal'}
              placeholder={limit.kind === 'clock' ? 'HH:mm' : undefined}
              disabled={!canChange}
            />
          </Td>
        )
      })}
    </tr>
  )
}
