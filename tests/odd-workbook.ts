import { strToU8, zipSync } from 'fflate'

/**
 * A workbook as partners have them. Two blocks with columns in an order of their own, merged cells, shared
 * texts with runs, a formula, a list of choices, a chart sheet, a hidden sheet and parts that nobody here knows.
 */
export const oddParts = (): Record<string, string> => ({
  '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet3.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet3.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="Cover &amp; notes" sheetId="7" r:id="rId1"/><sheet name="STK Push request" sheetId="3" r:id="rId2"/><sheet name="Lists" sheetId="9" state="veryHidden" r:id="rId3"/></sheets><definedNames><definedName name="Choices">Lists!$A$1:$A$2</definedName></definedNames></workbook>',
  'xl/worksheets/sheet1.xml':
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:B2"/><sheetData><row r="1"><c r="A1" s="2" t="s"><v>0</v></c></row><row r="2"><c r="A2"><f>COUNTIF(\'STK Push request\'!B:B,"Success")</f><v>0</v></c></row></sheetData></worksheet>',
  'xl/worksheets/sheet2.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1:E12"/><x:cols><x:col min="2" max="2" width="12" style="5" customWidth="1"/></x:cols><x:sheetData>
<x:row r="1" spans="1:5"><x:c r="A1" s="1" t="s"><x:v>1</x:v></x:c></x:row>
<x:row r="3" spans="1:5" s="3" customFormat="1"><x:c r="A3" t="s"><x:v>2</x:v></x:c><x:c r="B3" t="s"><x:v>3</x:v></x:c><x:c r="C3" t="s"><x:v>4</x:v></x:c><x:c r="D3" t="s"><x:v>5</x:v></x:c></x:row>
<x:row r="4" spans="1:5"><x:c r="A4" t="s"><x:v>6</x:v></x:c></x:row>
<x:row r="5" spans="1:4" ht="30"><x:c r="A5" t="s"><x:v>7</x:v></x:c><x:c r="B5" s="4"/><x:c r="C5" t="inlineStr"><x:is><x:r><x:t>Change the short code, </x:t></x:r><x:r><x:t>keep the rest.</x:t></x:r></x:is></x:c><x:c r="D5" t="s"><x:v>8</x:v></x:c></x:row>
<x:row r="6" spans="3:4"><x:c r="C6" t="inlineStr"><x:is><x:t>Change the password only.</x:t></x:is></x:c><x:c r="D6" t="s"><x:v>9</x:v></x:c></x:row>
<x:row r="7"><x:c r="A7" t="inlineStr"><x:is><x:t>Push with every value right</x:t></x:is></x:c><x:c r="B7"><x:f>IF(1=1,"later","")</x:f><x:v>0</x:v></x:c><x:c r="D7" t="inlineStr"><x:is><x:t>Prompt on the phone &lt;soon&gt;</x:t></x:is></x:c></x:row>
<x:row r="8"><x:c r="A8" t="inlineStr"><x:is><x:t>Negative amount</x:t></x:is></x:c><x:c r="B8" s="4" t="inlineStr"><x:is><x:t>to do</x:t></x:is></x:c><x:c r="D8" t="inlineStr"><x:is><x:t>Refused: Amount</x:t></x:is></x:c></x:row>
</x:sheetData><x:mergeCells count="3"><x:mergeCell ref="A1:D1"/><x:mergeCell ref="A4:D4"/><x:mergeCell ref="A5:A6"/></x:mergeCells><x:dataValidations count="1"><x:dataValidation type="list" sqref="B5:B8"><x:formula1>"Passed,Failed"</x:formula1></x:dataValidation></x:dataValidations></x:worksheet>`,
  'xl/worksheets/sheet3.xml':
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr"><is><t>Test case</t></is></c><c t="inlineStr"><is><t>Actual Results</t></is></c></row><row><c t="inlineStr"><is><t>Negative amount</t></is></c></row></sheetData></worksheet>',
  'xl/sharedStrings.xml':
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="10" uniqueCount="10"><si><t>Acme Ltd</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Testing </t></r><r><t>gateway</t></r></si><si><t>Test Case</t></si><si><t>ACTUAL RESULTS:</t></si><si><t>Steps</t></si><si><t>Expected Result</t></si><si><t>Authentication</t></si><si><t>Incorrect shortcode or password</t><rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t>Error about BusinessShortCode</t></si><si><t>Error: wrong_x000A_credentials</t></si></sst>',
  'xl/styles.xml': '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
  'xl/media/unknown.bin': 'kept as it is',
  'customXml/item1.xml': '<?xml version="1.0" encoding="UTF-16"?><a/>',
})

export const oddWorkbook = (change: (parts: Record<string, string>) => void = () => {}): Uint8Array => {
  const parts = oddParts()
  change(parts)
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2026-11-20T09:00:00',
  })
}
