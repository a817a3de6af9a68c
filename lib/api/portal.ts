import 'server-only'
import { z } from 'zod'
import { download } from '@/lib/http/download'
import { xlsxType } from '@/lib/workbook/write'
import { maskFor } from '@/lib/workspace/mask'
import { openapiReviewPackage, reviewPackageFile } from '@/lib/workspace/portal/application-package'
import { reviewApplication, reviewStep } from '@/lib/workspace/portal/application-review'
import {
  applicationInput,
  copyApplication,
  createApplication,
  deleteApplication,
  editApplication,
  getApplication,
  listApplications,
  renewApplicationKey,
  revealApplicationKey,
} from '@/lib/workspace/portal/applications'
import { callReportFile } from '@/lib/workspace/portal/call-report-files'
import { newOrganisation, newPortalInvitation, organisationChange } from '@/lib/workspace/portal/fields'
import {
  inviteToOrganisation,
  joinOrganisation,
  listOrganisationInvitations,
  revokeOrganisationInvitation,
} from '@/lib/workspace/portal/invitations'
import {
  changeMozambiqueAccount,
  readMozambiqueAccount,
  renewMozambiqueKey,
  reportMozambique,
  revealMozambiqueKey,
} from '@/lib/workspace/portal/mozambique-account'
import { mozambiqueReport, mozambiqueReportInput } from '@/lib/workspace/portal/mozambique-report'
import {
  createPortalOrganisation,
  deleteOrganisation,
  getPortalOrganisation,
  listPortalOrganisations,
  removeFromOrganisation,
  renameOrganisation,
} from '@/lib/workspace/portal/organisations'
import {
  applicationView,
  mozambiqueAccountView,
  portalInvitationView,
  portalOrganisationView,
} from '@/lib/workspace/portal/views'
import { mozambiqueAccountInput } from '@/lib/workspace/world/input'
import { transactionView } from '@/lib/workspace/world/views'
import { endpoint, file, nothing } from './endpoint'

const application = { id: 'Id of an application.' }
const organisation = { id: 'Id of an organisation of the portal.' }
const oneApplication = z.object({ application: applicationView })
const oneOrganisation = z.object({ organisation: portalOrganisationView })
const account = z.object({ account: mozambiqueAccountView })
const apiKey = z.object({ apiKey: z.string() })

export const portal = [
  endpoint('GET /sandbox/openapi/applications', {
    about: 'Applications of the local M-Pesa OpenAPI.',
    role: 'viewer',
    answer: z.object({ applications: z.array(applicationView) }),
    run: ({ deps, actor }) => ({ applications: listApplications(deps, actor) }),
  }),
  endpoint('POST /sandbox/openapi/applications', {
    about: 'A new application; what is left out starts as usual.',
    role: 'member',
    body: applicationInput,
    answer: oneApplication,
    status: 201,
    refusals: ['limit'],
    run: ({ deps, actor, body }) => ({ application: createApplication(deps, actor, body) }),
  }),
  endpoint('GET /sandbox/openapi/applications/{id}', {
    about: 'One application.',
    role: 'viewer',
    path: application,
    answer: oneApplication,
    run: ({ deps, actor, path }) => ({ application: getApplication(deps, actor, path.id) }),
  }),
  endpoint('PATCH /sandbox/openapi/applications/{id}', {
    about: 'Change it; products that are not named stay.',
    role: 'member',
    path: application,
    body: applicationInput,
    answer: oneApplication,
    refusals: ['conflict'],
    run: ({ deps, actor, path, body }) => ({ application: editApplication(deps, actor, path.id, body) }),
  }),
  endpoint('DELETE /sandbox/openapi/applications/{id}', {
    about: 'Delete it with its sessions.',
    role: 'member',
    path: application,
    answer: nothing,
    refusals: ['conflict'],
    run: ({ deps, actor, path }) => deleteApplication(deps, actor, path.id),
  }),
  endpoint('POST /sandbox/openapi/applications/{id}/copy', {
    about: 'A draft with the same settings and a key of its own.',
    role: 'member',
    path: application,
    answer: oneApplication,
    status: 201,
    refusals: ['limit'],
    run: ({ deps, actor, path }) => ({ application: copyApplication(deps, actor, path.id) }),
  }),
  endpoint('POST /sandbox/openapi/applications/{id}/key', {
    about: 'Show or renew the API key.',
    role: 'member',
    path: application,
    body: z.strictObject({ do: z.enum(['reveal', 'renew']) }),
    answer: apiKey,
    run: ({ deps, actor, path, body }) =>
      body.do === 'renew'
        ? renewApplicationKey(deps, actor, path.id)
        : revealApplicationKey(deps, actor, path.id),
  }),
  endpoint('GET /sandbox/openapi/applications/{id}/package', {
    about: 'What an organisation reviews: configuration, scope, limits, and the runs made with its key.',
    role: 'viewer',
    path: application,
    query: z.object({ format: z.enum(['json', 'xlsx'], 'must be json or xlsx.').default('json') }),
    answer: file(['application/json', xlsxType]),
    run: async ({ deps, actor, path, query }) =>
      download(await reviewPackageFile(openapiReviewPackage(deps, actor, path.id), query.format)),
  }),
  endpoint('POST /sandbox/openapi/applications/{id}/review', {
    about:
      'Send it for review or take it back (the developer’s side), accept or reject it with a reason (the organisation’s side).',
    role: 'member',
    path: application,
    body: reviewStep,
    answer: oneApplication,
    refusals: ['conflict'],
    run: ({ deps, actor, path, body }) => ({
      application: reviewApplication(deps, actor, path.id, body),
    }),
  }),
  endpoint('GET /sandbox/openapi/organisations', {
    about: 'Organisations of the local M-Pesa OpenAPI, with their people and what was sent to them.',
    role: 'viewer',
    answer: z.object({ organisations: z.array(portalOrganisationView) }),
    run: ({ deps, actor }) => ({ organisations: listPortalOrganisations(deps, actor) }),
  }),
  endpoint('POST /sandbox/openapi/organisations', {
    about: 'A new organisation; whoever makes it stands on its side.',
    role: 'member',
    body: newOrganisation,
    answer: oneOrganisation,
    status: 201,
    refusals: ['limit'],
    run: ({ deps, actor, body }) => ({ organisation: createPortalOrganisation(deps, actor, body) }),
  }),
  endpoint('POST /sandbox/openapi/organisations/join', {
    about: 'Take the side that a link gives; a token acts for the person who made it.',
    role: 'member',
    body: z.strictObject({ token: z.string().min(1).max(200).describe('The last part of the link.') }),
    answer: oneOrganisation,
    refusals: ['conflict', 'precondition'],
    run: ({ deps, actor, body }) => ({ organisation: joinOrganisation(deps, actor, body) }),
  }),
  endpoint('GET /sandbox/openapi/organisations/{id}', {
    about: 'One organisation.',
    role: 'viewer',
    path: organisation,
    answer: oneOrganisation,
    run: ({ deps, actor, path }) => ({ organisation: getPortalOrganisation(deps, actor, path.id) }),
  }),
  endpoint('PATCH /sandbox/openapi/organisations/{id}', {
    about: 'Rename it.',
    role: 'member',
    path: organisation,
    body: organisationChange,
    answer: oneOrganisation,
    run: ({ deps, actor, path, body }) => ({
      organisation: renameOrganisation(deps, actor, path.id, body),
    }),
  }),
  endpoint('DELETE /sandbox/openapi/organisations/{id}', {
    about: 'Delete one that reviews nothing and accepted nothing.',
    role: 'member',
    path: organisation,
    answer: nothing,
    refusals: ['conflict'],
    run: ({ deps, actor, path }) => deleteOrganisation(deps, actor, path.id),
  }),
  endpoint('DELETE /sandbox/openapi/organisations/{id}/people/{memberId}', {
    about: 'Take a person off their side; everybody may leave by themselves.',
    role: 'member',
    path: { ...organisation, memberId: 'Id of a member.' },
    answer: nothing,
    refusals: ['conflict'],
    run: ({ deps, actor, path }) => removeFromOrganisation(deps, actor, path),
  }),
  endpoint('GET /sandbox/openapi/organisations/{id}/invitations', {
    about: 'Its invitations, for its own people.',
    role: 'member',
    path: organisation,
    answer: z.object({ invitations: z.array(portalInvitationView) }),
    run: ({ deps, actor, path }) => ({ invitations: listOrganisationInvitations(deps, actor, path.id) }),
  }),
  endpoint('POST /sandbox/openapi/organisations/{id}/invitations', {
    about: 'A one-time link onto a side; this answer is the only place that shows it.',
    role: 'member',
    path: organisation,
    body: newPortalInvitation,
    answer: z.object({ invitation: portalInvitationView, url: z.string() }),
    status: 201,
    run: ({ deps, actor, path, body }) => inviteToOrganisation(deps, actor, path.id, body),
  }),
  endpoint('DELETE /sandbox/openapi/organisations/{id}/invitations/{invitationId}', {
    about: 'Revoke one that nobody used yet.',
    role: 'member',
    path: { ...organisation, invitationId: 'Id of an invitation.' },
    answer: nothing,
    refusals: ['conflict'],
    run: ({ deps, actor, path }) => revokeOrganisationInvitation(deps, actor, path),
  }),
  endpoint('GET /sandbox/mozambique/account', {
    about: 'The account of the emulated Mozambique: masked key, public key, response URL, mode.',
    role: 'viewer',
    answer: account,
    refusals: ['not-found'],
    run: ({ deps, actor }) => ({ account: readMozambiqueAccount(deps, actor) }),
  }),
  endpoint('PATCH /sandbox/mozambique/account', {
    about: 'Set the response URL (asynchronous mode), empty it (synchronous mode), allow name queries.',
    role: 'member',
    body: mozambiqueAccountInput,
    answer: account,
    refusals: ['not-found'],
    run: ({ deps, actor, body }) => ({ account: changeMozambiqueAccount(deps, actor, body) }),
  }),
  endpoint('POST /sandbox/mozambique/account/reveal', {
    about: 'The API key in plain text.',
    role: 'member',
    answer: apiKey,
    refusals: ['not-found'],
    run: ({ deps, actor }) => ({ apiKey: revealMozambiqueKey(deps, actor) }),
  }),
  endpoint('POST /sandbox/mozambique/account/renew', {
    about: 'A new API key; the former one ends at once.',
    role: 'member',
    answer: apiKey,
    status: 201,
    refusals: ['not-found'],
    run: ({ deps, actor }) => renewMozambiqueKey(deps, actor),
  }),
  endpoint('GET /sandbox/mozambique/report', {
    about:
      'Transactions made with one API key; with format, the report as the portal’s Go Live button sends it: period, key, account, and each call with its response code.',
    role: 'viewer',
    query: mozambiqueReportInput,
    answer: file(
      ['application/json', 'text/csv; charset=utf-8', xlsxType],
      z.object({ transactions: z.array(transactionView) }),
    ),
    refusals: ['not-found'],
    run: async ({ deps, actor, query: { format, ...asked } }) =>
      format
        ? download(await callReportFile(mozambiqueReport(deps, actor, asked), format, 'mozambique-report'))
        : { transactions: maskFor(actor.role, reportMozambique(deps, actor, asked)) },
  }),
] as const
