import type { Application } from '@/lib/systems/openapi/applications'
/** What `/api/v1/sandbox` gives: JSON shapes. Types only, so browsers may import it. Prompts are `PromptView`. */
import type {
  AccountKind,
  Organisation,
  Subscriber,
  TransactionState,
  WorldSettings,
} from '@/lib/world/types'

/** `GET /sandbox/phones` -> `{ phones: PhoneView[] }` */
export type PhoneView = {
  msisdn: string
  market: string
  name: string
  /** Whose network it is in. */
  operator: string
  /** Whether some system of its market takes payments from the phone's own menu. */
  canPay: boolean
  pin: string
  balanceCents: number
  currency: string
  behaviour: Subscriber['behaviour']
  /** What the number does, in words: `Pays by itself`, `Ends with 1032: cancelled by the customer`. */
  doing: string
}

/** `GET /sandbox/organisations` -> `{ organisations: OrganisationView[] }` */
export type OrganisationView = {
  shortcode: string
  market: string
  name: string
  kind: Organisation['kind']
  validation: boolean
  /** Whether some system of its market asks before a customer's payment. */
  canValidate: boolean
  store: string | null
  accounts: { kind: AccountKind; balanceCents: number }[]
  currency: string
}

/** `GET /sandbox/transactions?party=&limit=` -> `{ transactions: TransactionView[] }`, newest first. */
export type TransactionView = {
  id: string
  receipt: string | null
  system: string
  kind: string
  state: TransactionState
  amountCents: number
  currency: string
  payer: string
  payerName: string
  payee: string
  payeeName: string
  reference: string | null
  description: string | null
  code: string | null
  createdAt: number
  finishedAt: number | null
}

/** `GET /sandbox/registrations` -> `{ registrations: RegistrationView[] }` */
export type RegistrationView = {
  shortcode: string
  validationUrl: string | null
  confirmationUrl: string
  /** What happens when the validation URL is silent. */
  responseType: string
  version: string
  updatedAt: number
}

/** `GET` and `PATCH /sandbox/settings` -> `{ settings: SandboxSettingsView }` */
export type SandboxSettingsView = WorldSettings

/** `GET` and `PATCH /sandbox/mozambique/account` -> `{ account: MozambiqueAccountView }` */
export type MozambiqueAccountView = {
  apiKey: { shown: string; fingerprint: string }
  /** Newest first; still there for reports. */
  formerKeys: { fingerprint: string; shown: string; endedAt: number }[]
  /** One line of Base64, as the portal prints it. */
  publicKey: string
  responseUrl: string | null
  /** Follows from the response URL, for all calls at once. */
  mode: 'synchronous' | 'asynchronous'
  mayQueryNames: boolean
  /** Whether the provider's own ports are listened on as well. */
  hasFixedPorts: boolean
}

export type PortalSide = 'organisation' | 'developer'

/** An application of the local M-Pesa OpenAPI, every product named. */
export type ApplicationView = Application & {
  id: string
  /** The end of the API key; the whole of it is revealed on purpose. */
  shownKey: string
  isLocked: boolean
  createdAt: number
  /** The organisation it was sent to last. */
  organisation: { id: string; name: string } | null
  /** What the reader may do with it now, and in words why. */
  may: { edit: boolean; holdKey: boolean; withdraw: boolean; decide: boolean; why: string }
  /** Where it leaves a door open, for the reviewer. */
  remarks: string[]
}

/** `GET /sandbox/openapi/organisations` -> `{ organisations: PortalOrganisationView[] }` */
export type PortalOrganisationView = {
  id: string
  name: string
  /** Its service provider code in the local world. */
  shortcode: string
  market: string
  createdAt: number
  people: { memberId: string; name: string; side: PortalSide; joinedAt: number; isYou: boolean }[]
  /** What was sent to it, the ones that wait for a decision first. */
  applications: Pick<ApplicationView, 'id' | 'name' | 'version' | 'state' | 'sent' | 'decided'>[]
  you: { side: PortalSide | null; isAlone: boolean; manage: boolean; develop: boolean; decide: boolean }
}

/** `GET /sandbox/openapi/organisations/:id/invitations` -> `{ invitations: PortalInvitationView[] }` */
export type PortalInvitationView = {
  id: string
  side: PortalSide
  label: string
  state: 'open' | 'used' | 'expired' | 'revoked' | 'unknown'
  invitedBy: string | null
  usedBy: string | null
  /** Whether it lets somebody in who has no account here: only an owner's links do. */
  admitsStrangers: boolean
  createdAt: number
  expiresAt: number
}
