import { encodeBase64 } from './base64'

/** A chosen file as text: PEM as it is, DER as Base64. */
export const readCertificateFile = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return bytes[0] === 0x30 ? encodeBase64(bytes) : new TextDecoder().decode(bytes)
}
