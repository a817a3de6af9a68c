import { openapiOperations } from '@/lib/catalogue/openapi'
import { type Application, type Product, productNames, productOf } from './applications'

const hasLimit = ({ isOn: _, ...limits }: Product): boolean =>
  Object.values(limits).some((limit) => limit !== undefined)

const titleOf = (name: string): string =>
  openapiOperations.find((operation) => operation.name === name)?.title ?? name

const mostNamed = 3
const aDay = 24 * 60

const listed = (titles: string[]): string =>
  titles.length > mostNamed
    ? `${titles.slice(0, mostNamed).join(', ')} and ${titles.length - mostNamed} more`
    : titles.join(', ')

/** What a reviewer should look at twice: places where an application leaves a door wide open. */
export const remarksOf = (application: Application): string[] => {
  const on = productNames.filter((name) => productOf(application, name).isOn)
  const unlimited = on.filter((name) => !hasLimit(productOf(application, name)))
  return [
    ...(application.trustedSources.length === 0
      ? ['No trusted source is named: whoever has the API key may ask for a session from anywhere.']
      : []),
    ...(application.markets.length === 0 ? ['No market is named: it may be used in all of them.'] : []),
    ...(application.sessionMinutes > aDay ? ['A session key lives longer than a day.'] : []),
    ...(application.responseUrl.startsWith('http:')
      ? ['Results travel in the open: the response URL is not https.']
      : []),
    ...(unlimited.length > 0
      ? [
          `Without any limit: ${listed(unlimited.map(titleOf))} (${unlimited.length} of ${on.length} products).`,
        ]
      : []),
    ...(on.length === 0 ? ['No product is switched on: it can do nothing.'] : []),
  ]
}
