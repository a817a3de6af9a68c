/** What the local portals of providers give, each described once. Browsers import the types only. */
import { z } from 'zod'
import { cents, epochMs } from '../views'

export const mozambiqueAccountView = z
  .object({
    apiKey: z.object({ shown: z.string(), fingerprint: z.string() }),
    formerKeys: z
      .array(z.object({ fingerprint: z.string(), shown: z.string(), endedAt: epochMs }))
      .describe('Newest first; still there for reports.'),
    publicKey: z.string().describe('One line of Base64, as the portal prints it.'),
    responseUrl: z.string().nullable(),
    mode: z
      .enum(['synchronous', 'asynchronous'])
      .describe('Follows from the response URL, for all calls at once.'),
    mayQueryNames: z.boolean(),
    hasFixedPorts: z.boolean().describe('Whether the provider’s own ports are listened on as well.'),
  })
  .meta({ id: 'MozambiqueAccount' })
export type MozambiqueAccountView = z.infer<typeof mozambiqueAccountView>

const portalSide = z.enum(['organisation', 'developer'])
export type PortalSide = z.infer<typeof portalSide>

const product = z
  .object({
    isOn: z.boolean(),
    from: z.string().optional().describe('Hours of the market’s day, `HH:mm`.'),
    until: z.string().optional().describe('The first minute that is out. May be past midnight.'),
    singleCents: cents.optional(),
    dailyCents: cents.optional(),
    dailyCount: z.int().optional(),
    customerDailyCents: cents.optional(),
    customerDailyCount: z.int().optional(),
  })
  .meta({ id: 'Product', description: 'What one product may do. A limit that is left out does not bind.' })

export const applicationView = z
  .object({
    id: z.string(),
    name: z.string(),
    version: z.string(),
    description: z.string(),
    sessionMinutes: z.number(),
    activationSeconds: z.number().describe('Seconds until a new session key works.'),
    trustedSources: z
      .array(z.string())
      .describe('Origins or addresses that may ask for a session; empty means any.'),
    markets: z.array(z.string()).describe('Ids of markets; empty means all.'),
    responseUrl: z.string().describe('Where results go. Empty: a call waits for its result.'),
    products: z.record(z.string(), product).describe('By operation name, every product named.'),
    state: z.enum(['draft', 'in-review', 'accepted', 'rejected']),
    reason: z.string().describe('Why it was rejected; empty otherwise.'),
    organisationId: z.string().describe('Who it was sent to last; empty until then.'),
    sent: z.object({ memberId: z.string().nullable(), by: z.string(), at: epochMs }).optional(),
    decided: z.object({ by: z.string(), at: epochMs }).optional(),
    shownKey: z.string().describe('The end of the API key; the whole of it is revealed on purpose.'),
    isLocked: z.boolean(),
    createdAt: epochMs,
    organisation: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe('The organisation it was sent to last.'),
    may: z
      .object({
        edit: z.boolean(),
        holdKey: z.boolean(),
        withdraw: z.boolean(),
        decide: z.boolean(),
        why: z.string(),
      })
      .describe('What the reader may do with it now, and in words why.'),
    remarks: z.array(z.string()).describe('Where it leaves a door open, for the reviewer.'),
  })
  .meta({ id: 'Application', description: 'An application of the local M-Pesa OpenAPI.' })
export type ApplicationView = z.infer<typeof applicationView>

export const portalOrganisationView = z
  .object({
    id: z.string(),
    name: z.string(),
    shortcode: z.string().describe('Its service provider code in the local world.'),
    market: z.string(),
    createdAt: epochMs,
    people: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        side: portalSide,
        joinedAt: epochMs,
        isYou: z.boolean(),
      }),
    ),
    applications: z
      .array(
        applicationView.pick({
          id: true,
          name: true,
          version: true,
          state: true,
          sent: true,
          decided: true,
        }),
      )
      .describe('What was sent to it, the ones that wait for a decision first.'),
    you: z.object({
      side: portalSide.nullable(),
      isAlone: z.boolean(),
      manage: z.boolean(),
      develop: z.boolean(),
      decide: z.boolean(),
    }),
  })
  .meta({ id: 'PortalOrganisation' })
export type PortalOrganisationView = z.infer<typeof portalOrganisationView>

export const portalInvitationView = z
  .object({
    id: z.string(),
    side: portalSide,
    label: z.string(),
    state: z.enum(['open', 'used', 'expired', 'revoked', 'unknown']),
    invitedBy: z.string().nullable(),
    usedBy: z.string().nullable(),
    admitsStrangers: z
      .boolean()
      .describe('Whether it lets somebody in who has no account here: only an owner’s links do.'),
    createdAt: epochMs,
    expiresAt: epochMs,
  })
  .meta({ id: 'PortalInvitation' })
export type PortalInvitationView = z.infer<typeof portalInvitationView>
