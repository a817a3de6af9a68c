'use client'
import { anyText } from '@/components/address/address'
import { changeAddress, useAddress } from '@/components/address/use-address'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { marketOf, markets } from '@/lib/msisdn/markets'

export const marketNames = { market: anyText }

type OfMarket = { market: string }

/** The country that a list shows: the address says which, else the first that has anything. */
export const useMarket = <Item extends OfMarket>(items: readonly Item[] | undefined) => {
  const wanted = useAddress(marketNames).values.market
  const present = Object.keys(markets).filter((id) => items?.some((item) => item.market === id))
  const market = present.find((id) => id === wanted) ?? present[0] ?? ''
  return { market, present, shown: (items ?? []).filter((item) => item.market === market) }
}

export function MarketFilter({ market, present }: { market: string; present: string[] }) {
  if (present.length < 2) return null
  return (
    <Field label="Country" className="max-w-56 pb-3">
      {(slots) => (
        <Select
          {...slots}
          value={market}
          onChange={(event) => changeAddress(marketNames, { market: event.target.value }, 'replace')}
        >
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
