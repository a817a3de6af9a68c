import { create } from 'qrcode'
import { answerJson } from '@/lib/systems/kenya/json'
import { field, type Handler } from './call'
import { encodePng } from './png'

const quietModules = 4
const smallest = 100
const largest = 1000

/** Draws text as a square QR code of about the wanted side, with its quiet zone. */
const drawQr = (text: string, wantedSide: number): Buffer => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const across = modules.size + 2 * quietModules
  const side = Math.max(wantedSide, across)
  const scale = Math.floor(side / across)
  const margin = Math.floor((side - modules.size * scale) / 2)
  return encodePng(side, (x, y) => {
    const column = Math.floor((x - margin) / scale)
    const row = Math.floor((y - margin) / scale)
    if (column < 0 || row < 0 || column >= modules.size || row >= modules.size) return false
    return modules.data[row * modules.size + column] === 1
  })
}

/** What the image says. The provider's own payload is not documented; this one names everything a payer needs. */
export const generateQr: Handler = (call) => {
  const wanted = Number(field(call, 'Size'))
  const side = Math.min(largest, Math.max(smallest, Number.isFinite(wanted) ? Math.round(wanted) : 300))
  if (side !== wanted) call.notes.push(`Size ${field(call, 'Size')} was drawn as ${side}.`)
  const text = ['TrxCode', 'CPI', 'Amount', 'RefNo', 'MerchantName']
    .map((name) => field(call, name).slice(0, 100))
    .join('|')
  // Half of a surrogate pair cannot be drawn: bytes and back puts the replacement character there.
  const drawable = Buffer.from(text, 'utf8').toString('utf8')
  return answerJson(200, {
    ResponseCode: '00',
    ResponseDescription: 'The service request is processed successfully.',
    QRCode: drawQr(drawable, side).toString('base64'),
  })
}
