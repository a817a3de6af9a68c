import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * The outer shell of a workbook, read with suspicion and written with restraint: an entry that is not replaced keeps its
 * very bytes, compressed as they came.
 */
export type Zip = { bytes: Uint8Array; entries: readonly ZipEntry[]; comment: Uint8Array }

export type ZipEntry = {
  name: string
  /** Its record in the central directory, offset and sizes as read. */
  directory: Uint8Array
  /** Local header, data and what may follow it, as they came. */
  local: { start: number; end: number }
  data: { start: number; end: number }
  method: 'stored' | 'deflated'
  size: number
  crc: number
}

export type ZipLimits = { entries: number; entryBytes: number; totalBytes: number }

/** A workbook of test cases has a dozen parts and a few hundred kilobytes; these are generous. */
const usualLimits: ZipLimits = { entries: 500, entryBytes: 16_000_000, totalBytes: 48_000_000 }

const endMark = 0x06054b50
const directoryMark = 0x02014b50
const localMark = 0x04034b50

/** Why it was refused, in plain words. */
export class UnfitZip extends Error {}

const unfit = (why: string): never => {
  throw new UnfitZip(why)
}

export const readZip = (bytes: Uint8Array, limits: ZipLimits = usualLimits): Zip => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  const directorySize = view.getUint32(end + 12, true)
  const directoryStart = view.getUint32(end + 16, true)
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    unfit('It is one part of a split archive.')
  }
  if (count > limits.entries) unfit(`It has more than ${limits.entries} parts.`)
  if (directoryStart + directorySize !== end) unfit('Its directory is not where it should be.')
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let total = 0
  let at = directoryStart
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(view, bytes, at, end)
    if (names.has(entry.name)) unfit(`It has two parts called ${entry.name}.`)
    if (entry.size > limits.entryBytes) unfit(`Its part ${entry.name} is too large.`)
    total += entry.size
    if (total > limits.totalBytes) unfit('Unpacked, it is too large.')
    names.add(entry.name)
    entries.push(entry)
    at += entry.directory.length
  }
  if (at !== end) unfit('Its directory holds more than it says.')
  return { bytes, entries: bounded(entries, directoryStart), comment: bytes.slice(end + 22) }
}

const endOf = (view: DataView): number => {
  if (view.byteLength < 22) return unfit('It is no zip archive.')
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endMark && at + 22 + view.getUint16(at + 20, true) === view.byteLength) {
      return at
    }
  }
  return unfit('It is no zip archive, or not a whole one.')
}

const entryAt = (view: DataView, bytes: Uint8Array, at: number, limit: number): ZipEntry => {
  if (at + 46 > limit || view.getUint32(at, true) !== directoryMark) unfit('Its directory is damaged.')
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const nameLength = view.getUint16(at + 28, true)
  const length = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const start = view.getUint32(at + 42, true)
  if (at + length > limit) unfit('Its directory is damaged.')
  const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength))
  if ((flags & 0x41) !== 0) unfit('It is encrypted. Save it without a password.')
  if (method !== 0 && method !== 8) unfit(`Its part ${name} is packed in a way that workbooks do not use.`)
  if (packed === 0xffffffff || size === 0xffffffff || start === 0xffffffff) unfit('It is a Zip64 archive.')
  if (start + 30 > view.byteLength || view.getUint32(start, true) !== localMark) {
    unfit(`Its part ${name} is not where the directory says.`)
  }
  const dataStart = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  const ownName = nameOf(bytes.subarray(start + 30, start + 30 + view.getUint16(start + 26, true)))
  if (ownName !== name) unfit(`Its part ${name} has two names.`)
  if (method === 0 && packed !== size) unfit(`Its part ${name} has two sizes.`)
  return {
    name,
    directory: bytes.slice(at, at + length),
    local: { start, end: dataStart + packed },
    data: { start: dataStart, end: dataStart + packed },
    method: method === 0 ? 'stored' : 'deflated',
    size,
    crc: view.getUint32(at + 16, true),
  }
}

/** Parts lie one after the other and share no bytes; what stands between two belongs to the first. */
const bounded = (entries: readonly ZipEntry[], directoryStart: number): ZipEntry[] => {
  const starts = entries.map(({ local }) => local.start).sort((a, b) => a - b)
  const nextOf = new Map(starts.map((start, index) => [start, starts[index + 1] ?? directoryStart]))
  return entries.map((entry) => {
    const { start } = entry.local
    const end = nextOf.get(start) ?? directoryStart
    if (entry.data.end > end) unfit('Its parts overlap.')
    return { ...entry, local: { start, end } }
  })
}

const nameOf = (bytes: Uint8Array): string => {
  const name = Buffer.from(bytes).toString('utf8')
  const isOdd = name === '' || /^\/|^[A-Za-z]:|\\|[^\P{Cc}]|(^|\/)\.\.(\/|$)/u.test(name)
  return isOdd ? unfit('A part of it has a name that no workbook has.') : name
}

/** The bytes of a part: no more of them than the directory announced, and the ones that it announced. */
export const unpack = (zip: Zip, entry: ZipEntry): Uint8Array => {
  const packed = zip.bytes.subarray(entry.data.start, entry.data.end)
  const bytes = entry.method === 'stored' ? packed : inflated(packed, entry)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) unfit(`Its part ${entry.name} is damaged.`)
  return bytes
}

const inflated = (packed: Uint8Array, { size, name }: ZipEntry): Uint8Array => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch {
    return unfit(`Its part ${name} is damaged.`)
  }
}

/** The archive with some parts replaced, everything else as it came and where it came. */
export const replaceParts = (zip: Zip, parts: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> => {
  const placed = [...zip.entries].sort((a, b) => a.local.start - b.local.start)
  // What may stand before the first part stays there.
  const lead = zip.bytes.subarray(0, placed[0]?.local.start ?? 0)
  const pieces: Uint8Array[] = [lead]
  const records = new Map<string, Uint8Array>()
  let offset = lead.length
  for (const entry of placed) {
    const part = parts.get(entry.name)
    const changed = part && packedAnew(entry, part)
    const bytes = changed?.bytes ?? zip.bytes.subarray(entry.local.start, entry.local.end)
    records.set(entry.name, directoryOf(entry, offset, changed))
    pieces.push(bytes)
    offset += bytes.length
  }
  const directory = zip.entries.flatMap(({ name }) => records.get(name) ?? [])
  const end = new Uint8Array(22 + zip.comment.length)
  const view = new DataView(end.buffer)
  view.setUint32(0, endMark, true)
  view.setUint16(8, zip.entries.length, true)
  view.setUint16(10, zip.entries.length, true)
  view.setUint32(
    12,
    directory.reduce((sum, record) => sum + record.length, 0),
    true,
  )
  view.setUint32(16, offset, true)
  view.setUint16(20, zip.comment.length, true)
  end.set(zip.comment, 22)
  return joined([...pieces, ...directory, end])
}

type Packed = { bytes: Uint8Array; size: number; packed: number; crc: number }

/** Name and time are the old ones; extras speak of the old data and go. */
const packedAnew = (entry: ZipEntry, part: Uint8Array): Packed => {
  const data = deflateRawSync(part)
  const name = entry.directory.subarray(46, 46 + recordOf(entry.directory).getUint16(28, true))
  const crc = crc32(part)
  const header = new Uint8Array(30 + name.length)
  const view = recordOf(header)
  view.setUint32(0, localMark, true)
  // Version, flags, method, time and date lie in the same order in both records.
  header.set(entry.directory.subarray(6, 16), 4)
  view.setUint16(6, view.getUint16(6, true) & ~8, true)
  view.setUint16(8, 8, true)
  view.setUint32(14, crc, true)
  view.setUint32(18, data.length, true)
  view.setUint32(22, part.length, true)
  view.setUint16(26, name.length, true)
  header.set(name, 30)
  return { bytes: joined([header, data]), size: part.length, packed: data.length, crc }
}

const recordOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const directoryOf = ({ directory }: ZipEntry, offset: number, changed: Packed | undefined): Uint8Array => {
  const old = recordOf(directory)
  const nameEnd = 46 + old.getUint16(28, true)
  const commentStart = nameEnd + old.getUint16(30, true)
  const record = changed
    ? joined([directory.subarray(0, nameEnd), directory.subarray(commentStart)])
    : directory.slice()
  const view = recordOf(record)
  view.setUint32(42, offset, true)
  if (changed) {
    view.setUint16(8, view.getUint16(8, true) & ~8, true)
    view.setUint16(10, 8, true)
    view.setUint32(16, changed.crc, true)
    view.setUint32(20, changed.packed, true)
    view.setUint32(24, changed.size, true)
    view.setUint16(30, 0, true)
  }
  return record
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
