/** Settings of the process, read once. `lib/env` is the only importer of process.env. */
export type Config = {
  port: number
  host: string
  dataDir: string
  /** Without a trailing slash. */
  publicUrl: string
  /** 32 bytes, from JARIBU_SECRET or the data folder. */
  secret: Buffer
  /** Valid from the first start, for scripts. */
  apiToken?: string
  allowPrivateTargets: boolean
  /** The emulated Mozambique listens on the provider's own six ports as well. */
  mozambiquePorts?: true
  version: string
}
