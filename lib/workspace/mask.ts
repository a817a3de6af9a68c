import { maskPhonesIn, maskPhonesInJson } from '@/lib/msisdn'
import type { Role } from './views'

/** Viewers see no whole phone number: not in fields, sentences, bodies or ids. Everybody else gets the value as it is. */
export const maskFor = <T>(role: Role, value: T): T => (role === 'viewer' ? (masked(value) as T) : value)

const masked = (value: unknown): unknown => {
  if (typeof value === 'string') return maskText(value)
  // A phone number may travel as a number. Masked, it can only be text.
  if (typeof value === 'number') {
    const text = String(value)
    const hidden = maskPhonesIn(text)
    return hidden === text ? value : hidden
  }
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner)]))
  }
  return value
}

export const maskText = (text: string): string =>
  /^\s*[[{]/.test(text) ? maskPhonesInJson(text) : maskPhonesIn(text)
