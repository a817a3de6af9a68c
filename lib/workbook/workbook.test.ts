import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { oddParts, oddWorkbook } from '@/tests/odd-workbook'
import { writeCsv } from './csv'
import { findCaseRows } from './find-rows'
import { openWorkbook, UnfitWorkbook, withSheets } from './open'
import { patchSheet } from './patch'
import { cellText, longestCell, tabNames } from './text'
import { writeWorkbook } from './write'
import { readZip } from './zip'

describe('a new workbook', () => {
  test('reads back as it was written', async () => {
    const bytes = await writeWorkbook([
      {
        name: 'B2C/one',
        widths: [10, 20],
        rows: [
          [{ value: 'Title', isBold: true, size: 16, span: 2 }, null],
          [],
          ['Text & <more>', 12.5],
          [{ value: '=1+1', isWrapped: true }, null],
        ],
      },
      { name: 'b2c one', widths: [], rows: [['second']] },
    ])
    const sheet = openWorkbook(bytes).sheets.map(({ name }) => name)
    expect(sheet).toEqual(['B2C one', 'b2c one (2)'])
    expect(await readSheet(Buffer.from(bytes), 1)).toEqual([
      ['Title', null],
      [null, null],
      ['Text & <more>', 12.5],
      ['=1+1', null],
    ])
  })

  test('no text becomes a formula, not even after an edit', async () => {
    const bytes = await writeWorkbook([
      { name: 'A', widths: [], rows: [['=HYPERLINK("http://x")', '+1', '-1', '@x', ' =1']] },
    ])
    const parts = unzipSync(bytes)
    const xml = Object.entries(parts)
      .filter(([name]) => name.includes('worksheets/sheet'))
      .map(([, part]) => strFromU8(part))
      .join('')
    expect(xml).not.toContain('<f>')
    expect(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())).toMatch(/numFmtId="49"|formatCode="@"/)
  })

  test('a text longer than a cell is cut and says so', () => {
    const cut = cellText(`${'x'.repeat(longestCell - 48)}${'😀'.repeat(100)}`)
    expect(cut.length).toBeLessThanOrEqual(longestCell)
    expect(cut).toMatch(/JSON export\]$/)
    expect(cut).not.toMatch(/\p{Surrogate}/u)
    expect(cellText('a\u0000b\ud800c')).toBe('a�b�c')
  })

  test('tabs have names that Excel takes', () => {
    expect(tabNames(['a'.repeat(40), `${'a'.repeat(31)}b`, "[x]:*?/\\'", ''])).toEqual([
      'a'.repeat(31),
      `${'a'.repeat(27)} (2)`,
      'x',
      'Sheet',
    ])
  })
})

test('CSV guards what looks like a formula and quotes what it must', () => {
  expect(
    writeCsv([
      ['a', 1, null, true],
      ['=1+1', '-2', 'x,"y"', 'two\nlines'],
    ]),
  ).toBe('\ufeffa,1,,true\r\n\'=1+1,\'-2,"x,""y""","two\nlines"\r\n')
})

describe('rows that look like cases', () => {
  const rows = () => findCaseRows(openWorkbook(oddWorkbook()))

  test('are found under a header in any order, with merged and shared texts, in visible sheets', () => {
    expect(
      rows().map(({ sheet, row, subject, title, objective, expected, address }) => ({
        sheet,
        row,
        subject,
        title,
        objective,
        expected,
        address,
      })),
    ).toEqual([
      {
        sheet: 'STK Push request',
        row: 5,
        subject: 'Authentication',
        title: 'Incorrect shortcode or password',
        objective: 'Change the short code, keep the rest.',
        expected: 'Error about BusinessShortCode',
        address: 'B5',
      },
      {
        sheet: 'STK Push request',
        row: 6,
        subject: 'Authentication',
        title: 'Incorrect shortcode or password',
        objective: 'Change the password only.',
        expected: 'Error: wrong credentials',
        address: 'B6',
      },
      {
        sheet: 'STK Push request',
        row: 7,
        subject: 'Authentication',
        title: 'Push with every value right',
        objective: '',
        expected: 'Prompt on the phone <soon>',
        address: 'B7',
      },
      {
        sheet: 'STK Push request',
        row: 8,
        subject: 'Authentication',
        title: 'Negative amount',
        objective: '',
        expected: 'Refused: Amount',
        address: 'B8',
      },
    ])
  })

  test('say what stands in their cell, what it offers and why it cannot be written', () => {
    expect(rows().map(({ present, blocked, choices }) => ({ present, blocked, choices }))).toEqual([
      { present: '', blocked: undefined, choices: ['Passed', 'Failed'] },
      { present: '', blocked: undefined, choices: ['Passed', 'Failed'] },
      { present: '0', blocked: 'A formula stands in its cell.', choices: ['Passed', 'Failed'] },
      { present: 'to do', blocked: undefined, choices: ['Passed', 'Failed'] },
    ])
  })

  test('a sheet without a column for outcomes gets one beside its last heading; a shifted row keeps its texts', async () => {
    const header = ['Subject', 'Test case', 'Objective', 'Expected Results']
    const bytes = await writeWorkbook([
      { name: 'B2B', widths: [], rows: [header, ['Authentication', 'Token', 'Get one', '200']] },
      {
        name: 'C2B',
        widths: [],
        rows: [
          [...header, 'Actual Results'],
          ['Authentication', null, 'Token', 'Get one', '200'],
        ],
      },
    ])
    expect(findCaseRows(openWorkbook(bytes))).toMatchObject([
      { title: 'Token', address: 'E2', header: { row: 1, column: 5 } },
      { title: 'Token', objective: 'Get one', expected: '200', address: 'F2', present: '' },
    ])
  })
})

describe('filling a workbook', () => {
  const filled = () => {
    const original = oddWorkbook()
    const workbook = openWorkbook(original)
    const sheet = workbook.sheets[1]
    if (!sheet) throw new Error('no second sheet')
    const xml = patchSheet(sheet.xml, sheet.grid, [
      { row: 5, column: 2, text: 'Passed' },
      { row: 6, column: 2, text: 'Failed & "why" <x>', likeColumn: 4 },
      { row: 8, column: 2, text: 'Passed' },
      { row: 8, column: 7, text: ' new ' },
    ])
    return { original, bytes: withSheets(workbook, new Map([[sheet.part, xml]])), xml }
  }

  test('changes the cells and nothing else, part by part and byte by byte', () => {
    const { original, bytes } = filled()
    const before = unzipSync(original)
    const after = unzipSync(bytes)
    expect(Object.keys(after)).toEqual(Object.keys(before))
    for (const [name, part] of Object.entries(before)) {
      if (name !== 'xl/worksheets/sheet2.xml') expect(after[name], name).toEqual(part)
    }
    // Entries that were not touched keep their packed bytes and their headers.
    const [old, now] = [readZip(original), readZip(bytes)]
    for (const [index, entry] of old.entries.entries()) {
      if (entry.name === 'xl/worksheets/sheet2.xml') continue
      const same = now.entries[index]
      expect(same && now.bytes.subarray(same.local.start, same.local.end)).toEqual(
        old.bytes.subarray(entry.local.start, entry.local.end),
      )
    }
  })

  test('the patched sheet differs in those cells only', () => {
    const cell = (address: string, style: string, text: string) =>
      `<x:c r="${address}"${style} t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`
    expect(filled().xml).toBe(
      (oddParts()['xl/worksheets/sheet2.xml'] ?? '')
        .replace('<x:c r="B5" s="4"/>', cell('B5', ' s="4"', 'Passed'))
        .replace(
          '<x:row r="6" spans="3:4">',
          `<x:row r="6" spans="2:4">${cell('B6', ' s="5"', 'Failed &amp; "why" &lt;x&gt;')}`,
        )
        .replace(
          '<x:c r="B8" s="4" t="inlineStr"><x:is><x:t>to do</x:t></x:is></x:c>',
          cell('B8', ' s="4"', 'Passed'),
        )
        .replace(
          'Refused: Amount</x:t></x:is></x:c>',
          'Refused: Amount</x:t></x:is></x:c><x:c r="G8" t="inlineStr"><x:is><x:t xml:space="preserve"> new </x:t></x:is></x:c>',
        )
        .replace('ref="A1:E12"', 'ref="A1:G12"'),
    )
  })

  test('reads back', async () => {
    const rows = await readSheet(Buffer.from(filled().bytes), 'STK Push request')
    expect(rows[4]?.[1]).toBe('Passed')
    expect(rows[5]?.[1]).toBe('Failed & "why" <x>')
    expect(rows[7]?.[1]).toBe('Passed')
  })
})

describe('what is no workbook to fill', () => {
  /** A part whose directory entry announces this size. */
  const announcing = (size: number) => () => {
    const bytes = zipSync({ '[Content_Types].xml': new Uint8Array(100_000) })
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
    }
    return bytes
  }
  const twice = () => {
    const bytes = zipSync({ aaaa: strToU8('1'), aaab: strToU8('2') })
    return bytes.map((byte) => (byte === 'b'.charCodeAt(0) ? 'a'.charCodeAt(0) : byte))
  }
  const encrypted = () => {
    const bytes = oddWorkbook()
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
    }
    return bytes
  }

  test.each([
    ['text', () => strToU8('Subject,Test case'), /no \.xlsx workbook/],
    ['nothing', () => new Uint8Array(), /no \.xlsx workbook/],
    [
      'an old or protected file',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0),
      /\.xls file or has a password/,
    ],
    ['half a file', () => oddWorkbook().slice(0, 900), /not a whole one/],
    ['another archive', () => zipSync({ 'a.txt': strToU8('a') }), /no \.xlsx workbook/],
    ['a bomb', announcing(20_000_000), /too large/],
    ['a bomb that lies about its size', announcing(10), /damaged/],
    ['two parts of one name', twice, /two parts called/],
    ['an encrypted archive', encrypted, /encrypted/],
    ['a way out of the folder', () => zipSync({ '../x': strToU8('a') }), /a name that no workbook has/],
    ['macros', () => oddWorkbook((parts) => Object.assign(parts, { 'xl/vbaProject.bin': 'x' })), /macros/],
    [
      'macros by type',
      () =>
        oddWorkbook((parts) => {
          parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] ?? '').replace(
            'openxmlformats-officedocument.spreadsheetml.sheet.main',
            'ms-excel.sheet.macroEnabled.main',
          )
        }),
      /macros/,
    ],
    [
      'entities',
      () =>
        oddWorkbook((parts) => {
          parts['xl/sharedStrings.xml'] = `<!DOCTYPE a [<!ENTITY x "y">]>${parts['xl/sharedStrings.xml']}`
        }),
      /declares XML types or entities/,
    ],
    [
      'another encoding',
      () =>
        oddWorkbook((parts) => {
          parts['xl/workbook.xml'] = `<?xml version="1.0" encoding="UTF-7"?>${parts['xl/workbook.xml']}`
        }),
      /not written in UTF-8/,
    ],
    [
      'XML that breaks off',
      () =>
        oddWorkbook((parts) => {
          parts['xl/worksheets/sheet2.xml'] = (parts['xl/worksheets/sheet2.xml'] ?? '').slice(0, 700)
        }),
      /well-formed|not finished|broken off/,
    ],
  ])('%s is refused with its reason', (_, make, reason) => {
    expect(() => openWorkbook(make())).toThrow(UnfitWorkbook)
    expect(() => openWorkbook(make())).toThrow(reason)
  })
})
