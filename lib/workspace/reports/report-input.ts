import { z } from 'zod'
import { environmentKinds } from '@/lib/wire/environment-kinds'
import { blankless } from '../runs/list-runs'

/** The address of the page and the parameters of the API, one and the same. */
export const reportInput = z.preprocess(
  blankless,
  z.strictObject({
    /** `today`, `7d`, `30d`, `month` or `custom`. */
    period: z.string().optional(),
    from: z.string().max(40).optional(),
    to: z.string().max(40).optional(),
    /** IANA name of a market's time zone, or UTC. */
    zone: z.string().optional(),
    interval: z.string().default('auto'),
    compare: z.string().max(90).optional(),
    kind: z.enum(environmentKinds, 'must be local, sandbox or production.').optional(),
    system: z.string().optional(),
    /** Id or short name; the id also of one that is gone. */
    environment: z.string().optional(),
    operation: z.string().optional(),
    appKey: z
      .string()
      .regex(/^[0-9a-f]{16}$/, 'must be 16 hex digits: GET /api/v1/reports/choices lists them.')
      .optional(),
  }),
)
