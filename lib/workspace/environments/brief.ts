import type { EnvironmentView } from '../views'

/** What the frame shows on every page: no credentials, not even masked. */
export type EnvironmentBrief = Pick<
  EnvironmentView,
  'id' | 'slug' | 'name' | 'system' | 'systemTitle' | 'kind' | 'token'
>
