'use client'
import { useQuery } from '@tanstack/react-query'
import { fetchJson, isProblem } from '@/components/live/fetch-json'
import type { ActionResult } from '@/lib/auth/action-result'
import type {
  ApplicationView,
  PortalInvitationView,
  PortalOrganisationView,
} from '@/lib/workspace/world/views'

// Below `sandbox`, so that the live feed makes other browsers read again.
const portal = ['sandbox', 'openapi'] as const
const path = '/api/v1/sandbox/openapi'

export const useApplications = (initialData?: ApplicationView[]) =>
  useQuery({
    queryKey: [...portal, 'applications'],
    queryFn: async ({ signal }) =>
      (await fetchJson<{ applications: ApplicationView[] }>(`${path}/applications`, { signal })).applications,
    initialData,
  })

export const useApplication = (initialData: ApplicationView) =>
  useQuery({
    queryKey: [...portal, 'applications', initialData.id],
    queryFn: async ({ signal }) =>
      (
        await fetchJson<{ application: ApplicationView }>(`${path}/applications/${initialData.id}`, {
          signal,
        })
      ).application,
    initialData,
  })

export const useOrganisationsOfPortal = (initialData?: PortalOrganisationView[]) =>
  useQuery({
    queryKey: [...portal, 'organisations'],
    queryFn: async ({ signal }) =>
      (await fetchJson<{ organisations: PortalOrganisationView[] }>(`${path}/organisations`, { signal }))
        .organisations,
    initialData,
  })

export const useOrganisationOfPortal = (initialData: PortalOrganisationView) =>
  useQuery({
    queryKey: [...portal, 'organisations', initialData.id],
    queryFn: async ({ signal }) =>
      (
        await fetchJson<{ organisation: PortalOrganisationView }>(`${path}/organisations/${initialData.id}`, {
          signal,
        })
      ).organisation,
    initialData,
  })

export const useInvitationsOf = (organisationId: string) =>
  useQuery({
    queryKey: [...portal, 'organisations', organisationId, 'invitations'],
    queryFn: async ({ signal }) =>
      (
        await fetchJson<{ invitations: PortalInvitationView[] }>(
          `${path}/organisations/${organisationId}/invitations`,
          { signal },
        )
      ).invitations,
  })

/** A change, told as a server action tells it: for buttons that ask first. */
export const resultOf = async <Data>(change: Promise<Data>): Promise<ActionResult<Data>> => {
  try {
    return { ok: true, data: await change }
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown
    return { ok: false, message: thrown.message, fields: thrown.fields }
  }
}
