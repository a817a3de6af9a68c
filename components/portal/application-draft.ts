import type { ApplicationView } from '@/lib/workspace/portal/views'

type Product = ApplicationView['products'][string]
export type LimitName = Exclude<keyof Product, 'isOn'>
type LimitKind = 'clock' | 'money' | 'count'

export const limits: readonly { name: LimitName; label: string; kind: LimitKind }[] = [
  { name: 'from', label: 'From', kind: 'clock' },
  { name: 'until', label: 'Until', kind: 'clock' },
  { name: 'singleCents', label: 'Single value', kind: 'money' },
  { name: 'dailyCents', label: 'Daily value', kind: 'money' },
  { name: 'dailyCount', label: 'Daily number', kind: 'count' },
  { name: 'customerDailyCents', label: 'Customer’s daily value', kind: 'money' },
  { name: 'customerDailyCount', label: 'Customer’s daily number', kind: 'count' },
]

type ProductDraft = { isOn: boolean } & Record<LimitName, string>

/** An application as it is typed: numbers as text, money in whole units, sources one a line. */
export type ApplicationDraft = Pick<
  ApplicationView,
  'name' | 'version' | 'description' | 'markets' | 'responseUrl'
> & {
  sessionMinutes: string
  activationSeconds: string
  trustedSources: string
  products: Record<string, ProductDraft>
}

const shown = (value: string | number | undefined, kind: LimitKind): string =>
  value === undefined ? '' : kind === 'money' ? String(Number(value) / 100) : String(value)

/** NaN for what is no number: the server then says so. */
const typed = (text: string, kind: LimitKind): string | number | undefined => {
  if (text.trim() === '') return undefined
  if (kind === 'clock') return text
  return kind === 'money' ? Math.round(Number(text) * 100) : Number(text)
}

const eachLimit = <Value>(read: (name: LimitName, kind: LimitKind) => Value) =>
  Object.fromEntries(limits.map(({ name, kind }) => [name, read(name, kind)])) as Record<LimitName, Value>

const eachProduct = <From, To>(products: Record<string, From>, change: (product: From) => To) =>
  Object.fromEntries(Object.entries(products).map(([name, product]) => [name, change(product)]))

export const draftOf = (application: ApplicationView): ApplicationDraft => ({
  name: application.name,
  version: application.version,
  description: application.description,
  sessionMinutes: String(application.sessionMinutes),
  activationSeconds: String(application.activationSeconds),
  trustedSources: application.trustedSources.join('\n'),
  markets: application.markets,
  responseUrl: application.responseUrl,
  products: eachProduct(application.products, (product) => ({
    isOn: product.isOn,
    ...eachLimit((name, kind) => shown(product[name], kind)),
  })),
})

export const inputOf = (draft: ApplicationDraft) => ({
  ...draft,
  sessionMinutes: Number(draft.sessionMinutes),
  activationSeconds: Number(draft.activationSeconds),
  trustedSources: draft.trustedSources.split(/[\s,]+/).filter(Boolean),
  products: eachProduct(draft.products, (product) => ({
    isOn: product.isOn,
    ...(eachLimit((name, kind) => typed(product[name] ?? '', kind)) as Omit<Product, 'isOn'>),
  })),
})
