'use client'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { Form } from '@/components/forms/use-form'
import { Switch } from '@/components/ui/choice'
import { Input } from '@/components/ui/input'
import { cn } from '@/lib/classes'
import { type ApplicationDraft, limits } from './application-draft'
import type { Choice } from './choices'

/** Which products an application has: each a row that says what binds it, and opens to change that. */
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
    <ul aria-label="Products, scope and limits" className="border-t">
      {products.map((product) => (
        <ProductRow key={product.name} form={form} product={product} canChange={canChange} />
      ))}
    </ul>
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
  const base = useId()
  const [isOpened, setOpened] = useState(false)
  const fieldOf = (limit: (typeof limits)[number]) => `products.${name}.${limit.name}` as const
  const wrong = form.errorsOf(`products.${name}`)
  // What is wrong is never hidden.
  const isOpen = isOpened || wrong !== undefined || limits.some((limit) => form.errorsOf(fieldOf(limit)))
  const set = limits.flatMap((limit) => {
    const value = String(form.watch(fieldOf(limit)) ?? form.beganWith(fieldOf(limit)) ?? '').trim()
    return value === '' ? [] : [`${limit.label} ${value}`]
  })
  return (
    <li className="border-b">
      <div className="flex items-center gap-3 py-1.5">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpened(!isOpen)}
          className="flex min-w-0 flex-1 items-center gap-2 rounded-sm py-1 text-left hover:bg-hover"
        >
          <ChevronRight
            aria-hidden
            className={cn('size-4 shrink-0 text-ink-faint transition-transform', isOpen && 'rotate-90')}
          />
          <span className="min-w-0">
            <span className="font-medium">{title}</span>
            <span className="block break-words text-ink-muted text-sm">
              {set.length > 0 ? set.join(', ') : 'Nothing binds it'}
            </span>
          </span>
        </button>
        <Switch
          aria-label={`${title} is on`}
          checked={form.watch(`products.${name}.isOn`) ?? true}
          disabled={!canChange}
          onCheckedChange={(isOn) => form.setValue(`products.${name}.isOn`, isOn)}
        />
      </div>
      {wrong && <p className="pb-2 pl-6 text-failed text-sm">{wrong.join(' ')}</p>}
      {/* Kept while it is folded, so that what was typed is sent. */}
      <div
        hidden={!isOpen}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(208px,100%),1fr))] gap-x-4 gap-y-2 pb-3 pl-6 [&[hidden]]:hidden"
      >
        {limits.map((limit) => {
          const field = fieldOf(limit)
          return (
            <div key={limit.name} className="flex flex-col gap-1">
              <label htmlFor={`${base}-${limit.name}`} className="text-ink-muted text-sm">
                {limit.label}
              </label>
              <Input
                id={`${base}-${limit.name}`}
                {...form.register(field)}
                defaultValue={String(form.beganWith(field) ?? '')}
                aria-label={`${title}: ${limit.label}`}
                aria-invalid={form.errorsOf(field) ? true : undefined}
                inputMode={limit.kind === 'clock' ? undefined : 'decimal'}
                placeholder={limit.kind === 'clock' ? 'HH:mm' : 'no limit'}
                disabled={!canChange}
              />
            </div>
          )
        })}
      </div>
    </li>
  )
}
