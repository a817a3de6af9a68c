'use client'
import { Facts, Notice, Section } from '@/components/ui/layout'
import type { ApplicationView } from '@/lib/workspace/portal/views'
import type { Choice, MarketChoice } from './choices'
import { ProductLimits } from './product-limits'
import { useApplication } from './queries'
import { ReviewDecision } from './review-decision'
import { ReviewPackage } from './review-package'

/** An application as its organisation looks at it: configuration, scope and limits, and the decision. */
export function ReviewSheet({
  application: given,
  products,
  markets,
  canChange,
}: {
  application: ApplicationView
  products: Choice[]
  markets: MarketChoice[]
  canChange: boolean
}) {
  const { data: application, error } = useApplication(given)
  if (error) {
    return (
      <Notice tone="bad" title="This application cannot be read any more">
        {error.message}
      </Notice>
    )
  }
  const off = products.filter(({ name }) => !application.products[name]?.isOn)
  return (
    <>
      <div className="mb-5">
        <ReviewDecision application={application} canChange={canChange} />
      </div>
      {application.remarks.length > 0 && (
        <Section title="Look twice">
          <ul className="max-w-3xl list-disc pl-5">
            {application.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Configuration">
        <Facts rows={configurationOf(application, markets)} />
      </Section>
      <Section
        title="Scope and limits"
        description="Values in the currency of the market. Limits of a day are counted per session key, a customer’s per day. A dash: no limit."
      >
        <ProductLimits application={application} products={products} />
        {off.length > 0 && (
          <p className="mt-3 max-w-3xl text-sm">
            <span className="text-ink-muted">Switched off: </span>
            {off.map(({ title }) => title).join(', ')}.
          </p>
        )}
      </Section>
      <ReviewPackage id={application.id} />
    </>
  )
}

const configurationOf = (application: ApplicationView, markets: MarketChoice[]) => [
  { name: 'Version', value: application.version },
  { name: 'Description', value: application.description || <None>none given</None> },
  { name: 'Session lifetime', value: `${application.sessionMinutes} minutes` },
  { name: 'A session key works after', value: `${application.activationSeconds} seconds` },
  {
    name: 'Trusted sources',
    value:
      application.trustedSources.length > 0 ? (
        <span className="font-mono text-sm">{application.trustedSources.join(', ')}</span>
      ) : (
        <None>any</None>
      ),
  },
  {
    name: 'Markets',
    value:
      application.markets.length > 0 ? (
        application.markets.map((id) => markets.find((market) => market.id === id)?.name ?? id).join(', ')
      ) : (
        <None>all</None>
      ),
  },
  {
    name: 'Results',
    value: application.responseUrl ? (
      <>
        asynchronous, to <span className="break-all font-mono text-sm">{application.responseUrl}</span>
      </>
    ) : (
      'synchronous: a call waits for its result'
    ),
  },
]

function None({ children }: { children: string }) {
  return <span className="text-ink-muted">{children}</span>
}
