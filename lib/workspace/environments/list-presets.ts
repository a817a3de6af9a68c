import 'server-only'
import { systems } from '@/lib/systems'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'

export type PresetView = {
  id: string
  name: string
  system: string
  systemTitle: string
  kind: EnvironmentKind
  baseUrl: string
  help: string
  /** Labels of the credentials that it brings along. */
  brings: string[]
}

/** What a new environment can start from. Values are not shown: they come with the environment. */
export const listPresets = (): PresetView[] =>
  systems.flatMap((system) =>
    system.presets.map((preset) => ({
      id: preset.id,
      name: preset.name,
      system: preset.system,
      systemTitle: system.title,
      kind: preset.kind,
      baseUrl: preset.baseUrl,
      help: preset.help,
      brings: system.credentials
        .filter((spec) => preset.credentials[spec.name] !== undefined)
        .map((spec) => spec.label),
    })),
  )
