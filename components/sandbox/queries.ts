'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { resultOf } from '@/components/forms/result-of'
import { fetchJson } from '@/components/live/fetch-json'
import type { ActionResult } from '@/lib/auth/action-result'
import type { SandboxSettingsInput } from '@/lib/workspace/world/input'
import type {
  OrganisationView,
  PhoneView,
  RegistrationView,
  SandboxSettingsView,
} from '@/lib/workspace/world/views'

// Everything below `sandbox` is read again when the live feed says that the world has changed.
const phonesKey = ['sandbox', 'phones'] as const
const organisationsKey = ['sandbox', 'organisations'] as const
const registrationsKey = ['sandbox', 'registrations'] as const
const settingsKey = ['sandbox', 'settings'] as const

export const usePhones = () =>
  useQuery({
    queryKey: phonesKey,
    queryFn: async ({ signal }) =>
      (await fetchJson<{ phones: PhoneView[] }>('/api/v1/sandbox/phones', { signal })).phones,
  })

export const useOrganisations = () =>
  useQuery({
    queryKey: organisationsKey,
    queryFn: async ({ signal }) =>
      (await fetchJson<{ organisations: OrganisationView[] }>('/api/v1/sandbox/organisations', { signal }))
        .organisations,
  })

export const useRegistrations = () =>
  useQuery({
    queryKey: registrationsKey,
    queryFn: async ({ signal }) =>
      (await fetchJson<{ registrations: RegistrationView[] }>('/api/v1/sandbox/registrations', { signal }))
        .registrations,
  })

export const useSettings = () =>
  useQuery({
    queryKey: settingsKey,
    queryFn: async ({ signal }) =>
      (await fetchJson<{ settings: SandboxSettingsView }>('/api/v1/sandbox/settings', { signal })).settings,
  })

/** Sends a change to the world, then reads again what it may have touched. */
export const useWorldChange = () => {
  const queries = useQueryClient()
  return async <Answer>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<ActionResult<Answer>> => {
    const result = await resultOf(fetchJson<Answer>(`/api/v1/sandbox/${path}`, { method, body }))
    if (result.ok) void queries.invalidateQueries({ queryKey: ['sandbox'] })
    return result
  }
}

export const useSettingsChange = () => {
  const change = useWorldChange()
  return (patch: SandboxSettingsInput) =>
    change<{ settings: SandboxSettingsView }>('PATCH', 'settings', patch)
}
