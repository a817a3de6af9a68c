import { z } from 'zod'
import { wireMarketOf } from '@/lib/catalogue/openapi/markets'

/** What people type about organisations of the portal: one rule for the browser and the server. */
export const organisationName = z
  .string()
  .trim()
  .min(1, 'Give it a name.')
  .max(60, 'Use 60 characters or fewer.')

export const newOrganisation = z.strictObject({
  name: organisationName,
  // The pattern of input_ServiceProviderCode: M-Pesa OpenAPI portal.
  shortcode: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{4,12}$/, 'A service provider code has 4 to 12 letters or digits.'),
  market: z.string().refine((id) => wireMarketOf(id) !== undefined, 'Choose a market.'),
})
export const organisationChange = z.strictObject({ name: organisationName })

export type NewOrganisation = z.infer<typeof newOrganisation>

export const newPortalInvitation = z.strictObject({
  side: z.enum(['organisation', 'developer'], 'Choose a side.'),
  label: z.string().trim().max(80, 'Use 80 characters or fewer.').default(''),
})
export type NewPortalInvitation = z.infer<typeof newPortalInvitation>
