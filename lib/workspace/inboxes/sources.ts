import 'server-only'
import { type Range, rangeOf } from '@/lib/http/ranges'
import { isSystem, systemOf, systems } from '@/lib/systems'

/** What a provider published of where its callbacks come from, as an entry of an inbox's list of sources. */
export type SourcePreset = { id: string; title: string; addresses: string[]; isConfirmed: boolean }

/** Systems whose provider is known to send from fixed addresses. */
export const sourcePresets: readonly SourcePreset[] = systems.flatMap(({ id, title, senders = [] }) =>
  senders.length === 0
    ? []
    : [
        {
          id,
          title,
          addresses: senders.map(({ address }) => address),
          isConfirmed: senders.some(({ confirmed }) => confirmed),
        },
      ],
)

/** Addresses and ranges of a list of sources; the id of a system stands for what its provider published. */
export const rangesOf = (sources: readonly string[]): Range[] =>
  sources.flatMap((source) => {
    const listed = isSystem(source)
      ? (systemOf(source).senders ?? []).map(({ address }) => address)
      : [source]
    return listed.map(rangeOf).filter((range) => range !== undefined)
  })

/** Those of a list that are neither an address, nor a range, nor a system with published addresses. */
export const unknownSources = (sources: readonly string[]): string[] =>
  sources.filter((source) => rangesOf([source]).length === 0)
