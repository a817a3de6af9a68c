const bytesPerLine = 16

export const bytesOf = (body: string, encoding: 'utf8' | 'base64'): Uint8Array =>
  encoding === 'utf8'
    ? new TextEncoder().encode(body)
    : Uint8Array.from(atob(body), (character) => character.charCodeAt(0))

const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')

/** `00000010  7b 22 42 6f 64 79 22 3a  7b 7d 7d …  {"Body":{}}` */
export const hexLine = (bytes: Uint8Array, line: number): { offset: string; hex: string; text: string } => {
  const start = line * bytesPerLine
  const part = bytes.subarray(start, start + bytesPerLine)
  const pairs = Array.from({ length: bytesPerLine }, (_, i) => {
    const byte = part[i]
    return byte === undefined ? '  ' : hex(byte, 2)
  })
  return {
    offset: hex(start, 8),
    hex: `${pairs.slice(0, 8).join(' ')}  ${pairs.slice(8).join(' ')}`,
    text: Array.from(part, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(
      '',
    ),
  }
}

export const hexLines = (bytes: Uint8Array): number => Math.ceil(bytes.length / bytesPerLine)

/** The whole dump as text, for the clipboard. */
export const hexDump = (bytes: Uint8Array): string =>
  Array.from({ length: hexLines(bytes) }, (_, line) => {
    const { offset, hex: pairs, text } = hexLine(bytes, line)
    return `${offset}  ${pairs}  |${text}|`
  }).join('\n')
