/** Mozambique portal, Introduction. */
export const mozambiqueEntrance = (): string =>
  'Send Authorization: Bearer and the API key, encrypted with the 4096-bit public key (RSA, PKCS#1 v1.5) and written as base64. The key of this sandbox is at /emulator/mozambique/public-key. There is no session to open.'
