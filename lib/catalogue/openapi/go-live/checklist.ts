import type { ChecklistItem } from '@/lib/catalogue/go-live'
import { itemsOf } from '@/lib/catalogue/go-live-words'
import { pages } from '../sources'

const portal = 'M-Pesa OpenAPI portal'

const item = itemsOf(pages)

export const openapiChecklist: readonly ChecklistItem[] = [
  item('invitation', 'Link to the organisation', {
    title: 'The organisation invited the developer, who accepted',
    todo: 'A user of the organisation sends an invitation by e-mail. Accept it with the developer’s account: the two are linked from then on.',
    where: `${portal}, organisation’s account`,
  }),
  item(
    'application-complete',
    'Application',
    {
      title: 'Name, version and description say what the application is',
      todo: 'The reviewer sees these first. Give the version that will go live.',
      where: 'Sandbox, OpenAPI applications',
    },
    { href: '/sandbox/openapi' },
  ),
  item(
    'application-sources',
    'Application',
    {
      title: 'Trusted sources are the addresses of your servers',
      todo: 'Only addresses named there may call. Write those of production, not of your desk.',
      where: 'Sandbox, OpenAPI applications',
    },
    { href: '/sandbox/openapi' },
  ),
  item(
    'application-scope',
    'Application',
    {
      title: 'Only the products in use are on',
      todo: 'Switch off what you do not call: the organisation reviews the scope. In production each product must also be on for its M-Pesa account.',
      where: 'Sandbox, OpenAPI applications',
    },
    { href: '/sandbox/openapi' },
  ),
  item(
    'application-limits',
    'Application',
    {
      title: 'Limits and hours fit the business',
      todo: 'Hours, largest transaction, value and number per day, and the same per customer. A session that reached its limit needs a new session key.',
      where: 'Sandbox, OpenAPI applications',
    },
    { href: '/sandbox/openapi' },
  ),
  item('session-lifetime', 'Application', {
    title: 'Your software renews its session',
    todo: 'A fresh session key may need up to 30 seconds before it works. Renew before its lifetime ends and after a limit.',
    where: 'Your own service',
  }),
  item('handsets', 'Tests', {
    title: 'Own handsets are registered for tests',
    todo: 'Registered test numbers get a true USSD push, so a person can answer the prompt.',
    where: `${portal}, test numbers`,
  }),
  item(
    'scenarios',
    'Tests',
    {
      title: 'Every product in use has a recorded success',
      todo: 'Run the pre-built scenario success of each product of this sheet.',
      where: 'Cases of this sheet',
    },
    { check: 'every-api-succeeds' },
  ),
  item(
    'scenarios-failed',
    'Tests',
    {
      title: 'The other scenarios were tried',
      todo: 'Rejected, timeout, insufficient balance and failed: your software meets them on its first day.',
      where: 'Cases of this sheet',
    },
    { check: 'refusals-tried' },
  ),
  item(
    'review-package',
    'Review',
    {
      title: 'The review package is at hand',
      todo: 'Download it from the application’s page: configuration, scope, limits and the runs that show it working.',
      where: 'Sandbox, OpenAPI applications',
    },
    { href: '/sandbox/openapi' },
  ),
  item('send-for-review', 'Review', {
    title: 'The application was sent for review',
    todo: 'Send for review, and pick the linked organisation. It looks at configuration, scope and limits, and accepts or rejects with a reason.',
    where: `${portal}, applications`,
  }),
  item('locked', 'Review', {
    title: 'An accepted application is locked',
    todo: 'Changes need a copy and a new review. Copy it before you go on building.',
    where: `${portal}, applications`,
  }),
  item('contract', 'Production', {
    title: 'The organisation has its commercial agreement with the operator',
    todo: 'Without it nothing can be promoted. It is the organisation’s business, not the developer’s.',
    where: 'The operator of the market',
  }),
  item(
    'promotion',
    'Production',
    {
      title: 'The organisation promoted the application',
      todo: 'Production has its own API key and public key. Make a production environment with them.',
      where: `${portal}, organisation’s account`,
    },
    { href: '/environments' },
  ),
  item(
    'live-key',
    'Production',
    {
      title: 'The live public key was compared with the portal',
      todo: 'Keys can be changed there. Paste the portal’s own into the environment.',
      where: 'Environment, public key',
    },
    { href: '/environments', check: 'certificate-in-force' },
  ),
  item(
    'market-forms',
    'Production',
    {
      title: 'A form of the market’s own, if there is one',
      todo: 'No acceptance form of a market was found. Ask the operator whether it has one.',
      where: 'The operator of the market',
    },
    { confirmed: false },
  ),
]
