'use client'
import { resultOf } from '@/components/forms/result-of'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { type ApiAnswer, type ApiArguments, type ApiRoute, callApi } from '@/lib/api/client'
import type { ActionResult } from '@/lib/auth/action-result'
import type { SandboxSettingsInput } from '@/lib/workspace/world/input'

// Everything below `sandbox` is read again when the live feed says that the world has changed.
const phonesKey = ['sandbox', 'phones'] as const
const organisationsKey = ['sandbox', 'organisations'] as const
const registrationsKey = ['sandbox', 'registrations'] as const
const settingsKey = ['sandbox', 'settings'] as const

export const usePhones = () =>
  useQuery({
    queryKey: phonesKey,
    queryFn: async ({ signal }) => (await callApi('GET /sandbox/phones', { signal })).phones,
  })

export const useOrganisations = () =>
  useQuery({
    queryKey: organisationsKey,
    queryFn: async ({ signal }) => (await callApi('GET /sandbox/organisations', { signal })).organisations,
  })

export const useRegistrations = () =>
  useQuery({
    queryKey: registrationsKey,
    queryFn: async ({ signal }) => (await callApi('GET /sandbox/registrations', { signal })).registrations,
  })

export const useSettings = () =>
  useQuery({
    queryKey: settingsKey,
    queryFn: async ({ signal }) => (await callApi('GET /sandbox/settings', { signal })).settings,
  })

/** Sends a change to the world, then reads again what it may have touched. */
export const useWorldChange = () => {
  const queries = useQueryClient()
  return async <R extends ApiRoute>(
    route: R,
    ...call: ApiArguments<R>
  ): Promise<ActionResult<ApiAnswer<R>>> => {
    const result = await resultOf(callApi(route, ...call))
    if (result.ok) void queries.invalidateQueries({ queryKey: ['sandbox'] })
    return result
  }
}

export const useSettingsChange = () => {
  const change = useWorldChange()
  return (patch: SandboxSettingsInput) => change('PATCH /sandbox/settings', { body: patch })
}
