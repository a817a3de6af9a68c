import { Table, Td, Th } from '@/components/ui/table'
import { formatMoney } from '@/lib/money'
import type { ApplicationView } from '@/lib/workspace/portal/views'
import type { Choice } from './choices'

type Product = ApplicationView['products'][string]

const hours = ({ from, until }: Product) =>
  from || until ? `${from ?? '00:00'} to ${until ?? '24:00'}` : undefined

/** Limits as a reviewer reads them. Money has no currency here: it is the market's. */
const limits: { label: string; read: (product: Product) => string | undefined }[] = [
  { label: 'Hours', read: hours },
  { label: 'Single value', read: ({ singleCents }) => money(singleCents) },
  { label: 'Daily value', read: ({ dailyCents }) => money(dailyCents) },
  { label: 'Daily number', read: ({ dailyCount }) => dailyCount?.toString() },
  { label: 'Customer’s daily value', read: ({ customerDailyCents }) => money(customerDailyCents) },
  { label: 'Customer’s daily number', read: ({ customerDailyCount }) => customerDailyCount?.toString() },
]

const money = (cents: number | undefined) => (cents === undefined ? undefined : formatMoney(cents, '').trim())

function NoLimit() {
  return (
    <>
      <span aria-hidden className="text-ink-faint">
        –
      </span>
      <span className="sr-only">no limit</span>
    </>
  )
}

/** The products that are on, with what binds each: a table, and on a phone a list. */
export function ProductLimits({
  application,
  products,
}: {
  application: ApplicationView
  products: Choice[]
}) {
  const on = products.flatMap(({ name, title }) => {
    const product = application.products[name]
    return product?.isOn ? [{ name, title, product }] : []
  })
  if (on.length === 0) return <p className="text-ink-muted">No product is switched on.</p>
  return (
    <>
      <div className="max-sm:hidden">
        <Table aria-label="Products and their limits">
          <thead>
            <tr>
              <Th>Product</Th>
              {limits.map(({ label }) => (
                <Th key={label} className="text-right">
                  {label}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {on.map(({ name, title, product }) => (
              <tr key={name}>
                <Td>{title}</Td>
                {limits.map(({ label, read }) => (
                  <Td key={label} className="whitespace-nowrap text-right tabular-nums">
                    {read(product) ?? <NoLimit />}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="sm:hidden">
        {on.map(({ name, title, product }) => {
          const set = limits.flatMap(({ label, read }) => {
            const value = read(product)
            return value === undefined ? [] : [`${label} ${value}`]
          })
          return (
            <li key={name} className="border-b py-1.5">
              {title}
              <span className="block text-ink-muted text-sm">{set.join('; ') || 'no limit'}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
