import type { ClipboardEvent } from 'react'

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')

/**
 * The number that was pasted, as the provider writes it, where the field now holds what was pasted and nothing else.
 * What is typed stays as it is typed: a wrong number is worth a try too.
 */
export const pastedPhone = async (
  { clipboardData, currentTarget }: ClipboardEvent<HTMLInputElement>,
  example: string,
): Promise<string | undefined> => {
  const pasted = clipboardData.getData('text')
  const { parseMsisdnLike } = await import('@/lib/msisdn')
  const whole = parseMsisdnLike(pasted, example)
  const isAll = digitsOf(currentTarget.value) === digitsOf(pasted)
  return isAll && whole !== currentTarget.value ? whole : undefined
}
