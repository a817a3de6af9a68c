import { z } from 'zod'
import { snippetLanguages } from '@/lib/derive/snippet'
import { tableNames } from '@/lib/reports/tables'
import { faultKinds } from '@/lib/world/faults'
import { longestPaste } from './codes/explain-pasted'
import { tlsInput } from './environments/tls-input'
import { caseChange } from './go-live/change-case'
import { newSheet, sheetChange } from './go-live/change-sheet'
import { checklistChange } from './go-live/checklist'
import { exportFormats } from './go-live/export-sheet'
import { jobAction, newJob } from './go-live/jobs'
import { templateMatch } from './go-live/template'
import { applicationInput } from './portal/applications'
import { newOrganisation, newPortalInvitation } from './portal/fields'

type Parameter = { name: string; where: 'path' | 'query'; about: string; schema?: object }
type Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  summary: string
  parameters?: Parameter[]
  body?: object
  /** HTTP status of success; 200 where absent. */
  status?: number
}

const text = { type: 'string' }
const whole = { type: 'integer' }
const values = {
  type: 'object',
  additionalProperties: true,
  description: 'By wire name; derived fields may be left out.',
}
const seconds = { type: 'integer', minimum: 0, maximum: 60 }
const object = (properties: Record<string, object>, required: string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
})
const path = (name: string, about: string, schema: object = text): Parameter => ({
  name,
  where: 'path',
  about,
  schema,
})
const query = (name: string, about: string, schema: object = text): Parameter => ({
  name,
  where: 'query',
  about,
  schema,
})

const operation = { ...text, description: 'Such as daraja.stk-push.' }
const environment = { ...text, description: 'Id or short name, such as local.' }
const format = query('format', 'json or har', { enum: ['json', 'har'] })
const runFilters = [
  query('q', 'Text in ids, receipt, phone, reference, words or bodies'),
  query('operation', 'Id of an operation'),
  query('environment', 'Id or name'),
  query('verdict', 'pending, paid, done, refused, failed, timed-out, unreachable or unknown'),
  query('from', 'Epoch milliseconds', whole),
  query('to', 'Epoch milliseconds', whole),
  query('system', 'Id of an API system'),
  query('code', 'Code that decided the verdict, exactly, such as 1032; - for none'),
  query('outcome', 'Verdicts together', { enum: ['succeeded', 'unsuccessful', 'final'] }),
  query('kind', 'Kind of the environment at the time', { enum: ['local', 'sandbox', 'production'] }),
  query('appKey', 'Fingerprint of an application’s key: GET /reports/choices lists them'),
]
const reportFilters = [
  query('period', 'today, 7d (where nothing is said), 30d, month, or custom with from and to'),
  query(
    'from',
    'A day such as 2026-11-20, an hour such as 2026-11-20T14:00, or epoch milliseconds on a whole hour',
  ),
  query('to', 'Likewise; a day counts whole, an hour is the first one after the period'),
  query(
    'zone',
    'IANA name of a market’s time zone, or UTC; that of the environment’s market where nothing is said',
  ),
  query('interval', 'Steps of the series', { enum: ['auto', 'hour', 'day', 'week'], default: 'auto' }),
  query('compare', 'previous, or another period such as 2026-10-01,2026-10-31'),
  query('kind', 'Kind of the environment at the time', { enum: ['local', 'sandbox', 'production'] }),
  query('system', 'Id of an API system'),
  query('environment', 'Id or short name'),
  query('operation', 'Id of an operation'),
  query('appKey', 'Fingerprint of an application’s key, former ones included'),
]
const environmentPath = path('idOrSlug', 'Id or short name of an environment')

const organisationPath = path('id', 'Id of an organisation of the portal')
const applicationPath = path('id', 'Id of an application')
const application = z.toJSONSchema(applicationInput, { io: 'input' })

const sheetPath = path('id', 'Id of a Go-Live sheet')

const goLiveRoutes: Route[] = [
  {
    method: 'get',
    path: '/runs/{id}/cases',
    summary: 'Cases of Go-Live sheets for which this run stands',
    parameters: [path('id', 'Id of a run')],
  },
  { method: 'get', path: '/go-live/sheets', summary: 'Go-Live sheets with their counts, newest first' },
  {
    method: 'post',
    path: '/go-live/sheets',
    summary: 'Make a sheet of an environment; runs that were recorded there before fill it too',
    body: z.toJSONSchema(newSheet, { io: 'input' }),
    status: 201,
  },
  {
    method: 'get',
    path: '/go-live/sheets/{id}',
    summary: 'A sheet with every case, its evidence and what is missing',
    parameters: [sheetPath],
  },
  {
    method: 'patch',
    path: '/go-live/sheets/{id}',
    summary: 'Rename a sheet or choose other groups of cases',
    parameters: [sheetPath],
    body: z.toJSONSchema(sheetChange, { io: 'input' }),
  },
  {
    method: 'delete',
    path: '/go-live/sheets/{id}',
    summary: 'Delete a sheet with its marks and notes; the runs stay',
    parameters: [sheetPath],
    status: 204,
  },
  {
    method: 'patch',
    path: '/go-live/sheets/{id}/cases/{caseId}',
    summary: 'Decide a case with a reason or, with null, undo that; note something; attach or detach a run',
    parameters: [sheetPath, path('caseId', 'Id of a case, such as daraja-b2c-r09')],
    body: z.toJSONSchema(caseChange, { io: 'input' }),
  },
  {
    method: 'get',
    path: '/go-live/sheets/{id}/export',
    summary:
      'The sheet as a file: the provider’s workbook; the evidence annex, people masked; or all of it as JSON (format jaribu.go-live-sheet, version 1)',
    parameters: [sheetPath, query('format', 'xlsx where nothing is said', { enum: [...exportFormats] })],
  },
  {
    method: 'get',
    path: '/go-live/sheets/{id}/template',
    summary: 'The uploaded workbook: its rows and the cases they were matched to',
    parameters: [sheetPath],
  },
  {
    method: 'put',
    path: '/go-live/sheets/{id}/template',
    summary:
      'Upload an .xlsx of your own, 5 MB at most, without macros: the body is the file. Its rows are matched by wording',
    parameters: [sheetPath, query('name', 'Name of the file')],
  },
  {
    method: 'patch',
    path: '/go-live/sheets/{id}/template',
    summary: 'Say which case a row of it is, or with null that it is none',
    parameters: [sheetPath],
    body: z.toJSONSchema(templateMatch, { io: 'input' }),
  },
  {
    method: 'delete',
    path: '/go-live/sheets/{id}/template',
    summary: 'Remove the uploaded workbook',
    parameters: [sheetPath],
    status: 204,
  },
  {
    method: 'get',
    path: '/go-live/sheets/{id}/template/filled',
    summary: 'The uploaded workbook with its Actual Results written, everything else as it came',
    parameters: [sheetPath],
  },
  {
    method: 'get',
    path: '/go-live/sheets/{id}/checklist',
    summary: 'What the portal wants beside the cases, with what Jaribu found itself',
    parameters: [sheetPath],
  },
  {
    method: 'patch',
    path: '/go-live/sheets/{id}/checklist/{itemId}',
    summary: 'Tick a thing of the checklist, or note something; notes on names and numbers are checked',
    parameters: [sheetPath, path('itemId', 'Id of a thing of the checklist')],
    body: z.toJSONSchema(checklistChange, { io: 'input' }),
  },
  {
    method: 'post',
    path: '/go-live/sheets/{id}/jobs',
    summary: 'Run cases, or all that are missing, one after the other; never against production',
    parameters: [sheetPath],
    body: z.toJSONSchema(newJob, { io: 'input' }),
    status: 201,
  },
  {
    method: 'get',
    path: '/go-live/sheets/{id}/jobs/{jobId}',
    summary: 'A job with its log; waits until it no longer runs',
    parameters: [sheetPath, path('jobId', 'Id of a job'), query('wait', 'Seconds', seconds)],
  },
  {
    method: 'patch',
    path: '/go-live/sheets/{id}/jobs/{jobId}',
    summary: 'Pause, resume or stop a job',
    parameters: [sheetPath, path('jobId', 'Id of a job')],
    body: z.toJSONSchema(jobAction, { io: 'input' }),
  },
]

const routes: Route[] = [
  ...goLiveRoutes,
  { method: 'get', path: '/me', summary: 'Who you are' },
  {
    method: 'get',
    path: '/reports',
    summary: 'Volume, success, reasons, amounts in cents and times of a period, over time and by operation',
    parameters: reportFilters,
  },
  {
    method: 'get',
    path: '/reports/calls',
    summary: 'The calls of an environment, each with reference, amount, number, response code and success',
    parameters: [
      query('environment', 'Id or short name'),
      query('from', 'Epoch milliseconds', whole),
      query('to', 'Epoch milliseconds', whole),
      query('key', 'Fingerprint of an application’s key, former ones included'),
      query('format', 'json, csv or xlsx', { enum: ['json', 'csv', 'xlsx'] }),
    ],
  },
  {
    method: 'get',
    path: '/reports/export',
    summary: 'The same as a file',
    parameters: [
      query('format', 'csv or xlsx', { enum: ['csv', 'xlsx'] }),
      query('table', 'Which table a CSV file holds; a workbook has them all', {
        enum: [...tableNames],
        default: 'series',
      }),
      ...reportFilters,
    ],
  },
  {
    method: 'get',
    path: '/reports/choices',
    summary: 'What a report can be narrowed to: environments, keys, operations, time zones',
  },
  {
    method: 'get',
    path: '/reports/check',
    summary: 'Adds all runs up again and counts where the sums behind reports differ',
  },
  { method: 'post', path: '/reports/recompute', summary: 'Compute the sums behind reports anew (owners)' },
  { method: 'get', path: '/environments', summary: 'Environments, credentials masked' },
  {
    method: 'post',
    path: '/environments',
    summary: 'Add an environment',
    body: { type: 'object' },
    status: 201,
  },
  {
    method: 'get',
    path: '/environments/{idOrSlug}',
    summary: 'One environment',
    parameters: [environmentPath],
  },
  {
    method: 'patch',
    path: '/environments/{idOrSlug}',
    summary: 'Change an environment',
    parameters: [environmentPath],
    body: { type: 'object' },
  },
  {
    method: 'delete',
    path: '/environments/{idOrSlug}',
    summary: 'Remove an environment',
    parameters: [environmentPath],
  },
  {
    method: 'get',
    path: '/environments/{idOrSlug}/tls',
    summary: 'The authority that signs the host and the client certificate shown to it, without the key',
    parameters: [environmentPath],
  },
  {
    method: 'patch',
    path: '/environments/{idOrSlug}/tls',
    summary: 'Set them or, with null, remove them; the private key is kept sealed and never shown',
    parameters: [environmentPath],
    body: z.toJSONSchema(tlsInput, { io: 'input' }),
  },
  {
    method: 'post',
    path: '/environments/{idOrSlug}/token',
    summary: 'Fetch the access token, from the cache while it is good',
    parameters: [environmentPath],
    body: object({ refresh: { type: 'boolean' } }, []),
  },
  {
    method: 'post',
    path: '/environments/{idOrSlug}/diagnose',
    summary: 'Find out why there is no token',
    parameters: [environmentPath],
  },
  {
    method: 'post',
    path: '/plan',
    summary: 'What would be sent, and what the provider is known to refuse; sends nothing',
    body: object({ operation, environment, values }),
  },
  {
    method: 'post',
    path: '/snippet',
    summary: 'Code that sends exactly this request',
    body: object(
      {
        operation,
        environment,
        values,
        language: { enum: snippetLanguages.map(({ id }) => id) },
        secrets: { enum: ['masked', 'real'], default: 'masked' },
      },
      ['operation', 'environment', 'values', 'language'],
    ),
  },
  {
    method: 'post',
    path: '/runs',
    summary: 'Send a request and keep all that comes of it. Ending the call cancels it.',
    body: object(
      {
        operation,
        environment,
        values,
        id: { ...text, description: 'A ULID of your own; made here when absent.' },
        sendAnyway: { type: 'boolean', description: 'Send although the checks object.' },
        confirm: { ...text, description: 'Name of the environment, where money moves in production.' },
      },
      ['operation', 'environment', 'values'],
    ),
    status: 201,
  },
  {
    method: 'get',
    path: '/runs',
    summary: 'Runs, newest first',
    parameters: [
      ...runFilters,
      query('before', 'Cursor of the page before'),
      query('limit', 'Up to 200', whole),
    ],
  },
  {
    method: 'get',
    path: '/runs/{id}',
    summary: 'One run with its timeline; waits for a final verdict',
    parameters: [path('id', 'Id of a run'), query('wait', 'Seconds', seconds)],
  },
  {
    method: 'delete',
    path: '/runs/{id}',
    summary: 'Delete a run',
    parameters: [path('id', 'Id of a run')],
    status: 204,
  },
  {
    method: 'get',
    path: '/runs/{id}/export',
    summary: 'One run as a file, without secrets',
    parameters: [path('id', 'Id of a run'), format],
  },
  {
    method: 'get',
    path: '/runs/export',
    summary: 'Runs as a file, without secrets',
    parameters: [...runFilters, format],
  },
  {
    method: 'get',
    path: '/callbacks',
    summary: 'Captured requests, oldest first after the cursor; without a cursor the newest 100',
    parameters: [
      query('inbox', 'Name of an inbox'),
      query('after', 'Cursor of the answer before', whole),
      query('wait', 'Seconds to wait for the first one', seconds),
      query('limit', 'Up to 500', whole),
      query('view', 'summary: newest first with filters q, kind, code, receipt, msisdn, from, to, before', {
        enum: ['summary'],
      }),
    ],
  },
  {
    method: 'get',
    path: '/callbacks/{id}',
    summary: 'One captured request',
    parameters: [path('id', 'Number', whole)],
  },
  {
    method: 'get',
    path: '/callbacks/{id}/body',
    summary: 'Its body, byte for byte',
    parameters: [path('id', 'Number', whole)],
  },
  {
    method: 'get',
    path: '/search',
    summary: 'Runs, callbacks, codes and guides for a text',
    parameters: [query('q', 'Text')],
  },
  {
    method: 'get',
    path: '/codes',
    summary: 'Codes and messages of every system, with cause and cure; the likeliest first',
    parameters: [
      query('q', 'Code, words, or a short message'),
      query('system', 'Id of a system'),
      query('where', 'api, result, stk-result, c2b-validation, …'),
      query('operation', 'Id of an operation'),
      query('evidence', 'confirmed or unconfirmed', { enum: ['confirmed', 'unconfirmed'] }),
    ],
  },
  {
    method: 'post',
    path: '/codes/explain',
    summary: 'What a pasted answer, callback, error page or log line says; nothing of it is kept',
    body: object({ text: { ...text, maxLength: longestPaste } }),
  },
  {
    method: 'get',
    path: '/codes/{system}/{id}',
    summary: 'One code: its other meanings, and the runs and callbacks that met it',
    parameters: [path('system', 'Id of a system'), path('id', 'Id of the row')],
  },
  {
    method: 'get',
    path: '/guides',
    summary: 'Guides and questions; with words, the places where they stand',
    parameters: [query('q', 'Words')],
  },
  {
    method: 'get',
    path: '/guides/{slug}',
    summary: 'A guide or a tree of questions as data; also limits and inconsistencies',
    parameters: [path('slug', 'Such as stk-push, callback-never-came or limits')],
  },
  { method: 'get', path: '/guides/checks', summary: 'What the questions can test' },
  {
    method: 'post',
    path: '/guides/checks',
    summary: 'Test one thing of a run or an environment; some tests ask the provider',
    body: object(
      {
        check: { ...text, description: 'A name of GET /guides/checks.' },
        run: { ...text, description: 'Id of a run.' },
        environment,
      },
      ['check'],
    ),
  },
  { method: 'get', path: '/sandbox/phones', summary: 'Phones of the local sandbox' },
  {
    method: 'get',
    path: '/sandbox/phones/{msisdn}/prompts',
    summary: 'Prompts on a phone',
    parameters: [path('msisdn', 'Such as 254700000000')],
  },
  {
    method: 'post',
    path: '/sandbox/phones/{msisdn}/prompts/{id}',
    summary: 'Answer a prompt',
    parameters: [path('msisdn', 'Such as 254700000000'), path('id', 'Id of the prompt')],
    body: object(
      {
        answer: { enum: ['pin', 'cancel', 'wrong-pin', 'no-money', 'expire', 'code'] },
        pin: text,
        code: text,
      },
      ['answer'],
    ),
  },
  { method: 'get', path: '/inboxes/{name}', summary: 'How an inbox answers validations' },
  {
    method: 'patch',
    path: '/inboxes/{name}',
    summary: 'Change how an inbox answers validations: `accept`, `silent`, or a code to refuse with',
    body: object({ validation: { ...text, examples: ['accept', 'silent', 'C2B00012'] } }),
  },
  {
    method: 'get',
    path: '/sandbox/openapi/applications',
    summary: 'Applications of the local M-Pesa OpenAPI',
  },
  {
    method: 'post',
    path: '/sandbox/openapi/applications',
    summary: 'A new application; what is left out starts as usual',
    body: application,
    status: 201,
  },
  {
    method: 'get',
    path: '/sandbox/openapi/applications/{id}',
    summary: 'One',
    parameters: [applicationPath],
  },
  {
    method: 'patch',
    path: '/sandbox/openapi/applications/{id}',
    summary: 'Change it; products that are not named stay',
    parameters: [applicationPath],
    body: application,
  },
  {
    method: 'delete',
    path: '/sandbox/openapi/applications/{id}',
    summary: 'Delete it with its sessions',
    parameters: [applicationPath],
    status: 204,
  },
  {
    method: 'post',
    path: '/sandbox/openapi/applications/{id}/copy',
    summary: 'A draft with the same settings and a key of its own',
    parameters: [applicationPath],
    status: 201,
  },
  {
    method: 'post',
    path: '/sandbox/openapi/applications/{id}/key',
    summary: 'Show or renew the API key',
    parameters: [applicationPath],
    body: object({ do: { enum: ['reveal', 'renew'] } }),
  },
  {
    method: 'post',
    path: '/sandbox/openapi/applications/{id}/review',
    summary:
      'Send it for review or take it back (the developer’s side), accept or reject it with a reason (the organisation’s side)',
    parameters: [applicationPath],
    body: object(
      {
        decision: { enum: ['send', 'withdraw', 'accept', 'reject'] },
        organisation: {
          ...text,
          description: 'Of a hand-in: who reviews it. May be left out by who develops for one only.',
        },
        reason: { ...text, description: 'Of a rejection.' },
      },
      ['decision'],
    ),
  },
  {
    method: 'get',
    path: '/sandbox/openapi/organisations',
    summary: 'Organisations of the local M-Pesa OpenAPI, with their people and what was sent to them',
  },
  {
    method: 'post',
    path: '/sandbox/openapi/organisations',
    summary: 'A new organisation; whoever makes it stands on its side',
    body: z.toJSONSchema(newOrganisation, { io: 'input' }),
    status: 201,
  },
  {
    method: 'get',
    path: '/sandbox/openapi/organisations/{id}',
    summary: 'One',
    parameters: [organisationPath],
  },
  {
    method: 'patch',
    path: '/sandbox/openapi/organisations/{id}',
    summary: 'Rename it',
    parameters: [organisationPath],
    body: object({ name: text }),
  },
  {
    method: 'delete',
    path: '/sandbox/openapi/organisations/{id}',
    summary: 'Delete one that reviews nothing and accepted nothing',
    parameters: [organisationPath],
    status: 204,
  },
  {
    method: 'delete',
    path: '/sandbox/openapi/organisations/{id}/people/{memberId}',
    summary: 'Take a person off their side; everybody may leave by themselves',
    parameters: [organisationPath, path('memberId', 'Id of a member')],
    status: 204,
  },
  {
    method: 'get',
    path: '/sandbox/openapi/organisations/{id}/invitations',
    summary: 'Its invitations, for its own people',
    parameters: [organisationPath],
  },
  {
    method: 'post',
    path: '/sandbox/openapi/organisations/{id}/invitations',
    summary: 'A one-time link onto a side; the answer is the only place that shows it',
    parameters: [organisationPath],
    body: z.toJSONSchema(newPortalInvitation, { io: 'input' }),
    status: 201,
  },
  {
    method: 'delete',
    path: '/sandbox/openapi/organisations/{id}/invitations/{invitationId}',
    summary: 'Revoke one that nobody used yet',
    parameters: [organisationPath, path('invitationId', 'Id of an invitation')],
    status: 204,
  },
  {
    method: 'post',
    path: '/sandbox/openapi/organisations/join',
    summary: 'Take the side that a link gives; a token acts for the person who made it',
    body: object({ token: { ...text, description: 'The last part of the link.' } }),
  },
  { method: 'get', path: '/sandbox/organisations', summary: 'Organisations of the local sandbox' },
  {
    method: 'post',
    path: '/sandbox/payments',
    summary: 'A customer pays from the phone',
    body: object({
      msisdn: text,
      shortcode: text,
      reference: text,
      amount: { type: ['string', 'number'] },
      pin: text,
    }),
    status: 201,
  },
  {
    method: 'get',
    path: '/sandbox/mozambique/account',
    summary: 'The account of the emulated Mozambique: masked key, public key, response URL, mode',
  },
  {
    method: 'patch',
    path: '/sandbox/mozambique/account',
    summary: 'Set the response URL (asynchronous mode), empty it (synchronous mode), allow name queries',
    body: object({ responseUrl: { type: ['string', 'null'] }, mayQueryNames: { type: 'boolean' } }, []),
  },
  { method: 'post', path: '/sandbox/mozambique/account/reveal', summary: 'The API key in plain text' },
  {
    method: 'post',
    path: '/sandbox/mozambique/account/renew',
    summary: 'A new API key; the former one ends at once',
    status: 201,
  },
  {
    method: 'get',
    path: '/sandbox/openapi/applications/{id}/package',
    summary: 'What an organisation reviews: configuration, scope, limits, and the runs made with its key',
    parameters: [applicationPath, query('format', 'json or xlsx', { enum: ['json', 'xlsx'] })],
  },
  {
    method: 'get',
    path: '/sandbox/mozambique/report',
    summary:
      'Transactions made with one API key; with format, the report as the portal’s Go Live button sends it: period, key, account, and each call with its response code',
    parameters: [
      query(
        'key',
        'Fingerprint of the key, from the account; with format also all, and the present one unless said',
      ),
      query('from', 'Epoch milliseconds', whole),
      query('to', 'Epoch milliseconds', whole),
      query('format', 'json, csv or xlsx: a file', { enum: ['json', 'csv', 'xlsx'] }),
    ],
  },
  {
    method: 'get',
    path: '/sandbox/settings',
    summary: 'Delays, strictness and faults of the local sandbox',
  },
  {
    method: 'patch',
    path: '/sandbox/settings',
    summary:
      'Change delays, strictness or faults; one call can ask for a fault by the header X-Jaribu-Fault too',
    body: object(
      {
        strictness: { enum: ['lenient', 'strict'] },
        resultDelayMs: whole,
        autoPayDelayMs: whole,
        promptLifetimeMs: whole,
        validationTimeoutMs: whole,
        faults: {
          type: 'array',
          items: object(
            {
              kind: { enum: faultKinds },
              operation: { ...operation, description: 'Every operation when absent.' },
              times: { ...whole, description: 'Until removed when absent.' },
              ms: { ...whole, description: 'How long, where the fault is a delay.' },
            },
            ['kind'],
          ),
        },
      },
      [],
    ),
  },
  { method: 'post', path: '/sandbox/reset', summary: 'Start the local sandbox anew' },
]

/** OpenAPI 3.1 of `/api/v1`. */
export const openApi = (publicUrl: string, version: string) => {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const entries = paths[route.path] ?? {}
    paths[route.path] = entries
    entries[route.method] = entryOf(route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jaribu',
      version,
      description: 'Send M-Pesa requests, read their callbacks and answer the phones of the local sandbox.',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: z.toJSONSchema(
          z.object({
            type: z.string(),
            title: z.string(),
            status: z.number(),
            detail: z.string(),
            fields: z.record(z.string(), z.array(z.string())).optional(),
          }),
        ),
      },
    },
  }
}

const problem = {
  description: 'A refusal, in words',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const entryOf = ({ summary, parameters = [], body, status = 200 }: Route) => ({
  summary,
  parameters: parameters.map(({ name, where, about, schema }) => ({
    name,
    in: where,
    required: where === 'path',
    description: about,
    schema,
  })),
  ...(body && { requestBody: { content: { 'application/json': { schema: body } } } }),
  responses: { [status]: { description: 'Done' }, default: problem },
})
