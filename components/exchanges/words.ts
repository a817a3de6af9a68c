import { moneyText } from '@/components/payments/money'
import type { ExchangeSummary } from '@/lib/workspace/exchanges/views'

/** `axios/1.7.2` of a user agent of any length; a browser is called by its own name. */
export const clientOf = (agent: string): string => {
  if (agent === '') return 'no user agent'
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\/[\d.]+/.exec(agent)
  if (agent.startsWith('Mozilla/') && browser) return browser[0].replace(/(\/\d+)[\d.]*/, '$1')
  return agent.split(/\s/)[0]?.slice(0, 32) ?? agent.slice(0, 32)
}

/** What an accepted call was about, one fact after the other. */
export const factsOf = (
  exchange: Pick<ExchangeSummary, 'amountCents' | 'currency' | 'msisdn' | 'reference'>,
): string =>
  [
    exchange.amountCents !== null && moneyText(exchange.amountCents, exchange.currency ?? '').trim(),
    exchange.msisdn,
    exchange.reference,
  ]
    .filter(Boolean)
    .join(' · ')
