/** One setting as it stands in somebody's file. */
export type Setting = {
  /** Names from the outside in: `mpesa`, `sandbox`, `consumer_key`. */
  path: readonly string[]
  /** Where people find it: `services.shop.environment.MPESA_KEY`. */
  where: string
  line: number | null
  /** Absent where what stands there is no value; `not` then says why. */
  value?: string
  not?: string
  /** How the value came about, where it does not stand there as it is. */
  note?: string
  /** Names of what encloses it and is no part of the path: an environment, a profile, a manifest. */
  context?: readonly string[]
}

/** A request that the file keeps, as far as it can be read without sending it. */
export type KeptRequest = {
  name: string
  url: string
  /** Members of a JSON body, fields of a form, or a query, by their wire names. */
  fields: Setting[]
}

export type Unread = { key: string; line: number | null; reason: string }

/** What a file says, whatever it is written in. */
export type ConfigFile = {
  /** For people: `.env file`, `PHP`, `Postman collection`. */
  format: string
  settings: Setting[]
  requests: KeptRequest[]
  unread: Unread[]
}
