import 'server-only'
import { logFault } from '@/lib/log'
import { systemAtHost } from '@/lib/systems/provider-hosts'
import type { Emulated, WireAnswer, WireMessage } from '@/lib/wire/types'
import { largestBody, tooLarge } from '@/lib/workspace/callbacks/capture-answers'
import { type CaptureAnswer, recordCallback } from '@/lib/workspace/callbacks/record-callback'
import type { Deps } from '@/lib/workspace/deps'
import { emulateAndWait } from '@/lib/workspace/world/emulate'
import { authorityCertificate } from './authority'

/** What a machine may ask for, with what it is answered. Knows neither `node:http` nor the framework. */
export type Machine = {
  /** Bytes of a body. */
  mostBytes: number
  tooLarge: WireAnswer
  /** Path of the message as the machine sees it, below its door or whole; raw. */
  path: string
  answer(deps: Deps, message: WireMessage, leaving: () => AbortSignal): Promise<Answered>
}

export type Answered = Pick<Emulated, 'answer' | 'delivery'>

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `/hook/<inbox>/…`, however many slashes stand between. */
export const hook = (path: string): Machine => ({
  mostBytes: largestBody,
  tooLarge,
  path,
  answer: (deps, message, leaving) => {
    const address = decoded(/^\/+hook\/+([^/]*)/.exec(path)?.[1] ?? '')
    return recordCallback(deps, address, message, { leaving }).then(uncached)
  },
})

const uncached = ({ isDropped, ...answer }: CaptureAnswer): Answered => ({
  answer: { ...answer, headers: [...answer.headers, ['Cache-Control', 'no-store']] },
  ...(isDropped && { delivery: { isDropped } }),
})

/** A provider's emulator at its own paths. */
export const emulated = (system: string, path: string): Machine => ({
  mostBytes: largestBody,
  tooLarge: {
    status: 413,
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: 'The body is longer than 1 MB.',
  },
  path: path === '' ? '/' : path,
  answer: (deps, message, leaving) => emulateAndWait(deps, system, message, leaving),
})

/** The public half of the authority that vouches for the providers' hosts on our TLS ports. */
const authority = (path: string): Machine => ({
  ...emulated('', path),
  answer: async (deps, { method }) => ({
    answer: /^(GET|HEAD)$/.test(method)
      ? {
          status: 200,
          headers: [
            ['Content-Type', 'application/x-pem-file'],
            ['Content-Disposition', 'attachment; filename="jaribu-authority.pem"'],
          ],
          body: await authorityCertificate(deps),
        }
      : { status: 405, headers: [['Allow', 'GET, HEAD']], body: '' },
  }),
})

const emulator = (path: string): Machine => {
  const [, system = '', rest = ''] = /^\/+emulator\/+([^/]*)(.*)$/s.exec(path) ?? []
  if (system === 'authority' && /^\/+certificate\/?$/.test(rest)) return authority(path)
  return emulated(decoded(system), rest)
}

export const isHook = (path: string): boolean => /^\/+hook(\/|$)/.test(path)

/** Who serves a raw path at a host; undefined when it is a page's. */
export const machineAt = (path: string, host: string): Machine | undefined => {
  if (isHook(path)) return hook(path)
  if (/^\/+emulator(\/|$)/.test(path)) return emulator(path)
  const system = systemAtHost(host)
  return system === undefined ? undefined : emulated(system, path)
}

/** An M-Pesa gateway reads no problem+json, and must not take this for an acknowledgement. */
export const faultAnswer = (thrown: unknown): WireAnswer => ({
  status: 500,
  headers: [['Content-Type', 'application/json; charset=utf-8']],
  body: JSON.stringify({
    error: `This is a fault of Jaribu and nothing was stored. The server's log has it under ${logFault(thrown)}.`,
  }),
})
