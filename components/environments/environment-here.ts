import type { EnvironmentBrief } from '@/lib/workspace/environments/brief'

/** Where a form of this system sends: the chosen environment if it is one of the system's, else the system's first. */
export const environmentOfSystem = <Brief extends Pick<EnvironmentBrief, 'system'>>(
  system: string,
  environments: readonly Brief[],
  chosen: Brief | null,
): Brief | null =>
  chosen?.system === system ? chosen : (environments.find((each) => each.system === system) ?? null)

/** The environment that a page works with: a form's own, the chosen one everywhere else. */
export const environmentHere = <Brief extends Pick<EnvironmentBrief, 'system'>>(
  pathname: string,
  environments: readonly Brief[],
  chosen: Brief | null,
): Brief | null => {
  const system = /^\/try\/([^/]+)\/[^/]/.exec(pathname)?.[1]
  return system === undefined ? chosen : (environmentOfSystem(system, environments, chosen) ?? chosen)
}
