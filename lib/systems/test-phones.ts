import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import { systemOf } from '.'

/** Phones whose outcome is known, of an environment's own kind and market. */
export const testPhonesOf = ({
  system,
  kind,
  market,
}: {
  system: string
  kind: EnvironmentKind
  market: string
}): { msisdn: string; what: string }[] =>
  systemOf(system)
    .testPhones.filter((phone) => phone.kinds.includes(kind) && (phone.market ?? market) === market)
    .map(({ msisdn, what }) => ({ msisdn, what }))
