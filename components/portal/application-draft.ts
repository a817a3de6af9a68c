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

const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value))
const unitsOf = (cents: number | undefined): string => (cents === undefined ? '' : String(cents / 100))

/** Nothing for what is blank; NaN for what is no number: the server then says so. */
const clockOf = (text: string) => (text.trim() === '' ? undefined : text)
const countOf = (text: string) => (text.trim() === '' ? undefined : Number(text))
const centsOf = (text: string) => (text.trim() === '' ? undefined : Math.round(Number(text) * 100))

const productDraftOf = (product: Product): ProductDraft => ({
  isOn: product.isOn,
  from: product.from ?? '',
  until: product.until ?? '',
  singleCents: unitsOf(product.singleCents),
  dailyCents: unitsOf(product.dailyCents),
  dailyCount: textOf(product.dailyCount),
  customerDailyCents: unitsOf(product.customerDailyCents),
  customerDailyCount: textOf(product.customerDailyCount),
})

const productOf = (draft: ProductDraft): Product => ({
  isOn: draft.isOn,
  from: clockOf(draft.from),
  until: clockOf(draft.until),
  singleCents: centsOf(draft.singleCents),
  dailyCents: centsOf(draft.dailyCents),
  dailyCount: countOf(draft.dailyCount),
  customerDailyCents: centsOf(draft.customerDailyCents),
  customerDailyCount: countOf(draft.customerDailyCount),
})

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
  products: eachProduct(application.products, productDraftOf),
})

export const inputOf = (draft: ApplicationDraft) => ({
  ...draft,
  sessionMinutes: Number(draft.sessionMinutes),
  activationSeconds: Number(draft.activationSeconds),
  trustedSources: draft.trustedSources.split(/[\s,]+/).filter(Boolean),
  products: eachProduct(draft.products, productOf),
})
