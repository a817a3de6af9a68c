import { list } from './list'

/** Which system lives at a host name of a real provider: those of the presets that are not local. */
const byHost = new Map(
  list.flatMap((system) =>
    system.presets.flatMap(({ kind, baseUrl }): [string, string][] =>
      kind === 'local' || !URL.canParse(baseUrl) ? [] : [[new URL(baseUrl).hostname, system.id]],
    ),
  ),
)

/** `host` as in a Host header, with or without a port; the dot at the end of a full name counts for nothing. */
export const systemAtHost = (host: string): string | undefined =>
  byHost.get(host.toLowerCase().replace(/\.?(:\d+)?$/, ''))

/** Every host of a real provider. */
export const providerHosts: readonly string[] = [...byHost.keys()].sort()

/** Those of them that a hosts file can lead elsewhere. */
export const providerNames: readonly string[] = providerHosts.filter((host) => !/^[\d.]+$/.test(host))

/** Where the certificate of the authority for these hosts is downloaded. */
export const authorityPath = '/emulator/authority/certificate'
