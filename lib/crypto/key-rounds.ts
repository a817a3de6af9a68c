import forge from 'node-forge'

/** OpenSSL writes 2,048 rounds, careful tools up to 600,000. More would hold everybody up. */
const mostRounds = 1_000_000
const deepest = 24

/**
 * Whether a key or a PKCS#12 file asks for a number of hash rounds that would keep the server busy: an uploaded file
 * names that number itself. Looks for a salt followed by a count, wherever it stands. What is no DER asks for nothing.
 */
export const hidesTooMuchWork = (der: Uint8Array): boolean => {
  try {
    return looksCostly(forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(der).toString('latin1'))), 0)
  } catch {
    return false
  }
}

const looksCostly = (node: forge.asn1.Asn1, depth: number): boolean => {
  if (depth > deepest) return true
  const { value } = node
  if (typeof value === 'string') return isWrapped(node) && looksCostlyInside(value, depth)
  return value.some(
    (part, index) =>
      (isInteger(part) && isOctets(value[index - 1]) && numberOf(part) > mostRounds) ||
      looksCostly(part, depth + 1),
  )
}

/** An octet string may hold another structure. */
const isWrapped = (node: forge.asn1.Asn1) =>
  isOctets(node) && typeof node.value === 'string' && node.value.charCodeAt(0) === 0x30

const looksCostlyInside = (bytes: string, depth: number): boolean => {
  try {
    return looksCostly(forge.asn1.fromDer(forge.util.createBuffer(bytes)), depth + 1)
  } catch {
    return false
  }
}

const isOctets = (node: forge.asn1.Asn1 | undefined) => node?.type === forge.asn1.Type.OCTETSTRING
const isInteger = (node: forge.asn1.Asn1) => node.type === forge.asn1.Type.INTEGER

const numberOf = ({ value }: forge.asn1.Asn1): number =>
  typeof value === 'string' ? Number.parseInt(Buffer.from(value, 'latin1').toString('hex') || '0', 16) : 0
