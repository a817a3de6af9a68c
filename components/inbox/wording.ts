/** `2547••••0000`: enough to recognise a number, too little to call it. */
const maskedPhone = (msisdn: string): string =>
  msisdn.length < 9 ? msisdn : `${msisdn.slice(0, 4)}••••${msisdn.slice(-4)}`

/** A sentence for a list, where numbers are recognised rather than read. */
export const maskedSentence = (sentence: string, msisdn: string | null): string =>
  msisdn ? sentence.replaceAll(msisdn, maskedPhone(msisdn)) : sentence

export const byteText = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** `340 µs`, `2.1 ms`. */
export const microsText = (micros: number): string => {
  if (micros < 1000) return `${micros} µs`
  return micros < 10_000 ? `${(micros / 1000).toFixed(1)} ms` : `${Math.round(micros / 1000)} ms`
}
