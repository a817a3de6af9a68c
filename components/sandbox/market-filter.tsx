'use client'
import { useSearchParams } from 'next/navigation'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { marketOf, markets } from '@/lib/msisdn/markets'

type OfMarket = { market: string }

/** The country that a list shows: the address says which, else the first that has anything. */
export const useMarket = <Item extends OfMarket>(items: readonly Item[] | undefined) => {
  const wanted = useSearchParams().get('market')
  const present = Object.keys(markets).filter((id) => items?.some((item) => item.market === id))
  const market = present.find((id) => id === wanted) ?? present[0] ?? ''
  return { market, present, shown: (items ?? []).filter((item) => item.market === market) }
}

export function MarketFilter({ market, present }: { market: string; present: string[] }) {
  if (present.length < 2) return null
  const choose = (id: string) => {
    const url = new URL(window.location.href)
    url.searchParams.set('market', id)
    window.history.replaceState(null, '', url)
  }
  return (
    <Field label="Country" className="max-w-56 pb-3">
      {(slots) => (
        <Select {...slots} value={market} onChange={(event) => choose(event.target.value)}>
          {present.map((id) => (
            <option key={id} value={id}>
              {marketOf(id).name} ({marketOf(id).currency})
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
