'use client'
import { useQuery } from '@/components/live/queries'
import { callApi } from '@/lib/api/client'

// Below `sandbox`, because the live feed has that read again when somebody else changes it.
export const keyOf = (inbox: string) => ['sandbox', 'inbox-answers', inbox] as const

/** `accept`, `silent`, or the code that validations are refused with; undefined until it is known. */
export const useValidationAnswer = (inbox: string): string | undefined =>
  useQuery({
    queryKey: keyOf(inbox),
    queryFn: ({ signal }) => callApi('GET /inboxes/{name}', { path: { name: inbox }, signal }),
  }).data?.inbox.validation
