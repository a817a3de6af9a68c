import { z } from 'zod'
import { environmentKinds } from '@/lib/wire/environment-kinds'
import { origins } from '@/lib/wire/origins'
import { blankless } from '../runs/list-runs'

/** The address of the page and the parameters of the API, one and the same. */
export const reportFields = z.strictObject({
  period: z
    .string()
    .optional()
    .describe('today, 7d (where nothing is said), 30d, month, or custom with from and to.'),
  from: z
    .string()
    .max(40)
    .optional()
    .describe(
      'A day such as 2026-11-20, an hour such as 2026-11-20T14:00, or epoch milliseconds on a whole hour.',
    ),
  to: z
    .string()
    .max(40)
    .optional()
    .describe('Likewise; a day counts whole, an hour is the first one after the period.'),
  zone: z
    .string()
    .optional()
    .describe(
      'IANA name of a market’s time zone, or UTC; that of the environment’s market where nothing is said.',
    ),
  interval: z.string().default('auto').describe('Steps of the series: auto, hour, day or week.'),
  compare: z
    .string()
    .max(90)
    .optional()
    .describe('previous, or another period such as 2026-10-01,2026-10-31.'),
  kind: z
    .enum(environmentKinds, 'must be local, sandbox or production.')
    .optional()
    .describe('Kind of the environment at the time.'),
  system: z.string().optional().describe('Id of an API system.'),
  environment: z.string().optional().describe('Id or short name; the id also of one that is gone.'),
  operation: z.string().optional().describe('Id of an operation.'),
  appKey: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'must be 16 hex digits: GET /api/v1/reports/choices lists them.')
    .optional()
    .describe('Fingerprint of an application’s key, former ones included.'),
  origin: z
    .enum(['all', ...origins], `must be all, ${origins.join(', ')}.`)
    .optional()
    .describe('Who started the runs; all but those of test cases where nothing is said.'),
})

export const reportInput = z.preprocess(blankless, reportFields)
export type ReportInput = Partial<z.output<typeof reportInput>>
