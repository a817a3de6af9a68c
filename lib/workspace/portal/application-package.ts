import 'server-only'
import { openapiOperations } from '@/lib/catalogue/openapi'
import { wireMarkets } from '@/lib/catalogue/openapi/markets'
import { productNames } from '@/lib/systems/openapi/applications'
import { isSuccess } from '@/lib/wire/verdicts'
import { type SheetCell, writeWorkbook, xlsxType } from '@/lib/workbook/write'
import type { Actor, Deps } from '../deps'
import { fingerprintOf } from '../runs/application-key'
import { listRuns } from '../runs/list-runs'
import type { RunSummary } from '../views'
import { findApp } from './application-store'
import { getApplication } from './applications'
import type { PackageFile } from './call-report-files'
import type { ApplicationView } from './views'

/** What an organisation looks at before it accepts an application: configuration, scope, limits, and runs that show it. */
export type ReviewPackage = {
  format: 'jaribu.openapi-review'
  version: 1
  madeAt: string
  configuration: { name: string; value: string }[]
  scope: { product: string; isOn: boolean; limits: { name: string; value: string }[] }[]
  remarks: string[]
  runs: ReviewRun[]
  /** Products that are on and have no success among these runs. */
  withoutSuccess: string[]
}

type ReviewRun = {
  id: string
  at: string
  product: string
  environment: string
  isSimulated: boolean
  amount: string
  reference: string
  verdict: string
  code: string
  description: string
}

const mostRuns = 200

export const openapiReviewPackage = (deps: Deps, actor: Actor, id: string): ReviewPackage => {
  const application = getApplication(deps, actor, id)
  const { key } = findApp(deps, actor, id)
  const runs = listRuns(deps, actor, {
    system: 'openapi',
    appKey: fingerprintOf('openapi', key),
    limit: mostRuns,
  }).runs
  const scope = productNames.map((product) => scopeOf(application, product))
  const shown = new Set(
    runs.filter(({ verdict }) => isSuccess(verdict)).map(({ operationTitle }) => operationTitle),
  )
  return {
    format: 'jaribu.openapi-review',
    version: 1,
    madeAt: new Date(deps.clock()).toISOString(),
    configuration: configurationOf(application),
    scope,
    remarks: application.remarks,
    runs: runs.map(runOf),
    withoutSuccess: scope
      .filter(({ product, isOn }) => isOn && !shown.has(product))
      .map(({ product }) => product),
  }
}

const titleOf = (product: string): string =>
  openapiOperations.find(({ name }) => name === product)?.title ?? product

const configurationOf = (application: ApplicationView) => {
  const { markets, trustedSources, sessionMinutes, activationSeconds } = application
  const names = markets.map((id) => wireMarkets.find((market) => market.id === id)?.name ?? id)
  return [
    { name: 'Name', value: application.name },
    { name: 'Version', value: application.version },
    { name: 'Description', value: application.description || 'none' },
    { name: 'API key', value: application.shownKey },
    { name: 'State', value: application.state },
    { name: 'Session lifetime', value: `${sessionMinutes} minutes` },
    { name: 'A new session works after', value: `${activationSeconds} seconds` },
    { name: 'Trusted sources', value: trustedSources.join(', ') || 'any' },
    { name: 'Markets', value: names.join(', ') || 'all' },
    { name: 'Response URL', value: application.responseUrl || 'none: calls wait for their result' },
  ]
}

const scopeOf = (application: ApplicationView, name: string): ReviewPackage['scope'][number] => {
  const product = application.products[name] ?? { isOn: true }
  const money = (cents: number) => (cents / 100).toFixed(2)
  const limits: [string, string | undefined][] = [
    ['Hours', product.from && product.until ? `${product.from} to ${product.until}` : undefined],
    ['Single transaction value', product.singleCents === undefined ? undefined : money(product.singleCents)],
    ['Daily transaction value', product.dailyCents === undefined ? undefined : money(product.dailyCents)],
    ['Transactions a day', product.dailyCount?.toString()],
    [
      'Customer daily transaction value',
      product.customerDailyCents === undefined ? undefined : money(product.customerDailyCents),
    ],
    ['Customer transactions a day', product.customerDailyCount?.toString()],
  ]
  return {
    product: titleOf(name),
    isOn: product.isOn,
    limits: limits.flatMap(([limit, value]) => (value === undefined ? [] : [{ name: limit, value }])),
  }
}

const runOf = (run: RunSummary): ReviewRun => ({
  id: run.id,
  at: new Date(run.createdAt).toISOString(),
  product: run.operationTitle,
  environment: run.environment.name,
  isSimulated: run.environment.kind === 'local',
  amount:
    run.amountCents === null ? '' : `${(run.amountCents / 100).toFixed(2)} ${run.currency ?? ''}`.trim(),
  reference: run.reference ?? '',
  verdict: run.verdict,
  code: run.code ?? '',
  description: run.description ?? '',
})

/** The package as data, or as a workbook to read and to print. */
export const reviewPackageFile = async (
  review: ReviewPackage,
  format: 'json' | 'xlsx',
): Promise<PackageFile> => {
  const name = `review-${review.configuration[0]?.value.toLowerCase().replace(/[^a-z0-9]+/g, '-') ?? 'application'}`
  return format === 'json'
    ? { name: `${name}.json`, contentType: 'application/json', body: JSON.stringify(review, null, 2) }
    : { name: `${name}.xlsx`, contentType: xlsxType, body: await workbookOf(review) }
}

const header = (...names: string[]): SheetCell[] =>
  names.map((value) => ({ value, isBold: true, fill: '#C6E0B4', hasBorder: true, isWrapped: true }))
const title = (value: string): SheetCell[] => [{ value, isBold: true, size: 16, span: 2 }, null]
const text = (value: string): SheetCell => (value === '' ? null : { value, isWrapped: true })

const workbookOf = ({ madeAt, configuration, scope, remarks, runs, withoutSuccess }: ReviewPackage) =>
  writeWorkbook([
    {
      name: 'Configuration',
      widths: [30, 80],
      rows: [
        title('Application for review'),
        [],
        ...configuration.map(({ name, value }): SheetCell[] => [{ value: name, isBold: true }, text(value)]),
        [{ value: 'Made', isBold: true }, text(madeAt)],
        ...remarks.map((remark): SheetCell[] => [{ value: 'Look twice', isBold: true }, text(remark)]),
        ...(withoutSuccess.length > 0
          ? [
              [
                { value: 'On, without a success', isBold: true },
                text(withoutSuccess.join(', ')),
              ] as SheetCell[],
            ]
          : []),
      ],
    },
    {
      name: 'Scope and limits',
      widths: [40, 12, 70],
      rows: [
        header('Product', 'Switched on', 'Limits'),
        ...scope.map(({ product, isOn, limits }) => [
          text(product),
          text(isOn ? 'Yes' : 'No'),
          text(limits.map(({ name, value }) => `${name}: ${value}`).join('\n') || 'none'),
        ]),
      ],
    },
    {
      name: 'Runs',
      widths: [22, 34, 26, 16, 20, 12, 14, 50],
      frozen: 1,
      isLandscape: true,
      rows: [
        header(
          'Date (UTC)',
          'Product',
          'Environment',
          'Amount',
          'Reference',
          'Verdict',
          'Code',
          'Description',
        ),
        ...runs.map((run) => [
          text(run.at.slice(0, 19).replace('T', ' ')),
          text(run.product),
          text(run.isSimulated ? `${run.environment} (simulated)` : run.environment),
          text(run.amount),
          text(run.reference),
          text(run.verdict),
          text(run.code),
          text(run.description),
        ]),
      ],
    },
  ])
