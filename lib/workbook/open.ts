import { type Grid, readGrid, readSharedStrings } from './grid'
import { attributesOf, tagsOf, UnfitXml } from './tags'
import { readZip, replaceParts, UnfitZip, unpack, type Zip } from './zip'

/** A workbook that somebody uploaded: hostile until it was read whole. */
export type Workbook = { zip: Zip; sheets: WorkbookSheet[] }

export type WorkbookSheet = { name: string; part: string; isHidden: boolean; xml: string; grid: Grid }

/** Why a file is not taken, in plain words with the next step. */
export class UnfitWorkbook extends Error {}

const mostSheets = 60

export const openWorkbook = (bytes: Uint8Array): Workbook => {
  try {
    return opened(bytes)
  } catch (thrown) {
    if (thrown instanceof UnfitZip || thrown instanceof UnfitXml) throw new UnfitWorkbook(thrown.message)
    throw thrown
  }
}

const opened = (bytes: Uint8Array): Workbook => {
  // The container of .xls, and of an .xlsx that has a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new UnfitWorkbook('It is an old .xls file or has a password. Save it as .xlsx without one.')
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw new UnfitWorkbook('It is no .xlsx workbook.')
  const zip = readZip(bytes)
  const read = reader(zip)
  const types = read('[Content_Types].xml')
  if (!types) throw new UnfitWorkbook('It is a zip archive, but no .xlsx workbook.')
  refuseOtherKinds(types, zip)
  const root = relations(read('_rels/.rels') ?? '', '')
  const main = root.find(({ type }) => type.endsWith('/officeDocument'))?.target
  const workbook = main ? read(main) : undefined
  if (!main || !workbook) throw new UnfitWorkbook('It is a zip archive, but no .xlsx workbook.')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const links = relations(read(`${folder}_rels/${main.slice(folder.length)}.rels`) ?? '', folder)
  const strings = links.find(({ type }) => type.endsWith('/sharedStrings'))?.target
  const shared = strings ? readSharedStrings(read(strings) ?? '') : []
  const sheets = [...tagsOf(workbook)]
    .filter((tag) => tag.local === 'sheet' && tag.kind !== 'close')
    .flatMap((tag) => {
      const attributes = attributesOf(workbook, tag)
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
      const link = links.find((one) => one.id === id)
      const xml = link?.type.endsWith('/worksheet') ? read(link.target) : undefined
      if (!link || xml === undefined) return []
      const isHidden = (attributes.state ?? 'visible') !== 'visible'
      return [{ name: attributes.name ?? '', part: link.target, isHidden, xml, grid: readGrid(xml, shared) }]
    })
  if (sheets.length > mostSheets) throw new UnfitWorkbook(`It has more than ${mostSheets} sheets.`)
  return { zip, sheets }
}

/** Macros are never run here, and a file that was changed behind their back would be a surprise: refused. */
const refuseOtherKinds = (types: string, zip: Zip): void => {
  if (/macroEnabled/i.test(types) || zip.entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) {
    throw new UnfitWorkbook('It holds macros (.xlsm). Save it as .xlsx, which holds none.')
  }
  if (/spreadsheetml\.template\.main/.test(types)) {
    throw new UnfitWorkbook('It is an Excel template (.xltx). Save it as .xlsx.')
  }
  if (zip.entries.some(({ name }) => /workbook\.bin$/i.test(name))) {
    throw new UnfitWorkbook('It is a binary workbook (.xlsb). Save it as .xlsx.')
  }
}

const startsWith = (bytes: Uint8Array, lead: readonly number[]) =>
  lead.every((byte, index) => bytes[index] === byte)

const reader = (zip: Zip) => {
  const entries = new Map(zip.entries.map((entry) => [entry.name, entry]))
  return (name: string): string | undefined => {
    const entry = entries.get(name)
    return entry && decoded(unpack(zip, entry), name)
  }
}

/** A byte order mark stays in the text, so that a part that is written again begins as it did. */
const decoded = (bytes: Uint8Array, name: string): string => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const encoding = /^\ufeff?<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1] ?? 'utf-8'
    if (/^(utf-?8|us-ascii)$/i.test(encoding)) return text
  } catch {
    // Told below, with the name of the part.
  }
  throw new UnfitWorkbook(`Its part ${name} is not written in UTF-8.`)
}

type Relation = { id: string; type: string; target: string }

const relations = (xml: string, folder: string): Relation[] =>
  [...tagsOf(xml)]
    .filter((tag) => tag.local === 'Relationship' && tag.kind !== 'close')
    .map((tag) => attributesOf(xml, tag))
    .filter(({ TargetMode }) => TargetMode !== 'External')
    .map(({ Id = '', Type = '', Target = '' }) => ({ id: Id, type: Type, target: resolved(folder, Target) }))

const resolved = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The workbook with these sheets' XML in place of the old; every other part keeps its bytes. */
export const withSheets = (
  { zip }: Workbook,
  changed: ReadonlyMap<string, string>,
): Uint8Array<ArrayBuffer> =>
  replaceParts(zip, new Map([...changed].map(([part, xml]) => [part, new TextEncoder().encode(xml)])))
