import type { EnvironmentKind } from '@/lib/wire/environment-kinds'

export const kindOptions: { value: EnvironmentKind; label: string }[] = [
  { value: 'local', label: 'Local' },
  { value: 'sandbox', label: 'Sandbox' },
  { value: 'production', label: 'Production' },
]
