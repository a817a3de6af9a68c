/** Base64 of text and bytes, the same in the browser and on the server. */
export const encodeBase64 = (plain: string | Uint8Array): string => {
  const bytes = typeof plain === 'string' ? new TextEncoder().encode(plain) : plain
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Undefined when the text is not Base64. Takes the URL-safe alphabet, missing padding and line breaks too. */
export const decodeBase64 = (encoded: string): Uint8Array<ArrayBuffer> | undefined => {
  const standard = encoded.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')
  if (!/^[A-Za-z0-9+/]*$/.test(standard) || standard.length % 4 === 1) return undefined
  const binary = atob(standard)
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** Undefined when the bytes are not UTF-8 text. */
export const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
