import type { EnvironmentKind } from '@/lib/workspace/views'

export const kindOptions: { value: EnvironmentKind; label: string }[] = [
  { value: 'local', label: 'Local' },
  { value: 'sandbox', label: 'Sandbox' },
  { value: 'production', label: 'Production' },
]
