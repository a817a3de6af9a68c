import type { EnvironmentBrief } from '@/lib/workspace/environments/brief'

/**
 * The environment that a page works with: the chosen one, but a form sends to an environment of its own system, the
 * first one where another system's is chosen.
 */
export const environmentHere = <Brief extends Pick<EnvironmentBrief, 'system'>>(
  pathname: string,
  environments: readonly Brief[],
  chosen: Brief | null,
): Brief | null => {
  const system = /^\/try\/([^/]+)\/[^/]/.exec(pathname)?.[1]
  if (system === undefined || chosen?.system === system) return chosen
  return environments.find((each) => each.system === system) ?? chosen
}
