import { list } from './list'

/** Which system lives at a host name of a real provider: those of the presets that are not local. */
const byHost = new Map(
  list.flatMap((system) =>
    system.presets.flatMap(({ kind, baseUrl }): [string, string][] =>
      kind === 'local' || !URL.canParse(baseUrl) ? [] : [[new URL(baseUrl).hostname, system.id]],
    ),
  ),
)

/** `host` as in a Host header, with or without a port. */
export const systemAtHost = (host: string): string | undefined =>
  byHost.get(host.toLowerCase().replace(/:\d+$/, ''))

/** Every host of a real provider. */
export const providerHosts: readonly string[] = [...byHost.keys()].sort()
