/** The one way out. Implementations refuse metadata and private addresses, follow no redirect to another host. */
export type HttpClient = {
  /** Never throws for what the network or the other side does: that is data. */
  send(request: HttpRequest): Promise<HttpResult>
  /** What is on the way to the host of an address, by the same rules; nothing is asked of it. */
  inspect(url: string, timeoutMs: number): Promise<Inspection>
}

export type Inspection = {
  addresses: string[]
  dnsMs: number
  /** Why nothing can be sent there. */
  problem: string | null
  /** Null where the address is no https, or has no address at all. */
  tls: {
    protocol: string
    ms: number
    /** From the host's own certificate up, as far as it was shown. */
    chain: { subject: string; issuer: string; validTo: number }[]
    /** Why it is not trusted. */
    problem: string | null
  } | null
}

/** PEM, beside what this machine trusts and shows by itself. */
export type TlsMaterial = {
  /** The authorities that may have signed the host's certificate, in place of the public ones. */
  ca?: string
  /** Shown to a host that asks for it, with its chain. */
  cert?: string
  /** Private key of `cert`. */
  key?: string
}

export type HttpRequest = {
  method: string
  url: string
  headers: [name: string, value: string][]
  body?: string
  /** In place of `body`, where it need not be text. */
  bytes?: Uint8Array
  /** For the whole exchange, in milliseconds. */
  timeoutMs: number
  signal?: AbortSignal
  tls?: TlsMaterial
}

export type HttpResult =
  | {
      kind: 'answered'
      status: number
      headers: [name: string, value: string][]
      body: Uint8Array
      /** True when the answer was longer than what is kept. */
      truncated: boolean
      ms: number
    }
  | {
      kind: 'unreachable'
      cause: 'timeout' | 'dns' | 'tls' | 'refused' | 'reset' | 'blocked' | 'cancelled'
      /** For people: what failed and the next step. */
      detail: string
      ms: number
    }
