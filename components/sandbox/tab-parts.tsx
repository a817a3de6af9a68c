'use client'
import { fetched } from '@/components/ui/fetched'

// Behind tabs that are closed at first.
export const Behaviour = fetched(() => import('./behaviour').then((module) => module.Behaviour))
export const OrganisationsTable = fetched(() =>
  import('./organisations-table').then((module) => module.OrganisationsTable),
)
