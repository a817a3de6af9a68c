import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { emulator } from '@/tests/emulator'

/** Reads a PNG of one bit a pixel without row filters, as RGBA. */
const decodePng = (png: Buffer) => {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const side = png.readUInt32BE(16)
  expect([png.readUInt32BE(20), png[24], png[25]]).toEqual([side, 1, 0])
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const rows = inflateSync(Buffer.concat(parts))
  const rowBytes = Math.ceil(side / 8) + 1
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y += 1) {
    expect(rows[y * rowBytes]).toBe(0)
    for (let x = 0; x < side; x += 1) {
      const isLight = ((rows[y * rowBytes + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
      if (!isLight) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  return { pixels, side }
}

const qr = (change: Record<string, string> = {}) => {
  const { json } = emulator().send('/mpesa/qrcode/v1/generate', {
    MerchantName: 'Duka la Asha',
    RefNo: 'INV-2041',
    Amount: '150',
    TrxCode: 'PB',
    CPI: '600000',
    Size: '300',
    ...change,
  })
  const { QRCode } = json as { QRCode: string }
  const { pixels, side } = decodePng(Buffer.from(QRCode, 'base64'))
  return { side, text: jsQR(pixels, side, side)?.data }
}

test.each([
  ['150', 150],
  ['300', 300],
  ['1000', 1000],
])('a scanner reads the code of size %s', (Size, side) => {
  expect(qr({ Size })).toEqual({ side, text: 'PB|600000|150|INV-2041|Duka la Asha' })
})

test('a scanner reads letters beyond ASCII', () => {
  expect(qr({ MerchantName: 'Café ya Ng’ombe' }).text).toContain('Café ya Ng’ombe')
})
