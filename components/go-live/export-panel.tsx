'use client'
import { Download, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { SheetView } from '@/lib/workspace/go-live/views'
import { type ExportFormat, sheetExportUrl } from './api'
import { TemplatePanel } from './template-panel'

const formats: { format: ExportFormat; title: string; what: string; action: string }[] = [
  {
    format: 'xlsx',
    title: 'Workbook',
    what: 'The provider’s layout: its sheets, its five columns, Success, Fail or an empty cell in Actual Results.',
    action: 'Download the workbook',
  },
  {
    format: 'annex',
    title: 'Evidence annex',
    what: 'Each case with its request, its answer and its callbacks. Secrets and personal data are masked.',
    action: 'Download the annex',
  },
  {
    format: 'json',
    title: 'JSON',
    what: 'Everything that this sheet holds, for scripts: the same as the API gives.',
    action: 'Download the JSON',
  },
]

/** What leaves the sheet, and the workbook of one's own that it can fill. */
export function ExportPanel({
  sheet,
  canChange,
  onChanged,
}: {
  sheet: SheetView
  canChange: boolean
  onChanged: () => void
}) {
  return (
    <div className="mx-auto max-w-5xl px-4 py-4">
      <section aria-labelledby="export-title">
        <h2 id="export-title" className="pb-1 font-semibold text-base">
          Export
        </h2>
        <ul className="border-t">
          {formats.map(({ format, title, what, action }) => (
            <ExportRow key={format} title={title} what={what}>
              <Button size="sm" asChild>
                <a href={sheetExportUrl(sheet.id, format)} download>
                  <Download aria-hidden /> {action}
                </a>
              </Button>
            </ExportRow>
          ))}
          <ExportRow
            title="Print or PDF"
            what="A page without the frame: print it, or save it as PDF from the print dialog."
          >
            <Button size="sm" asChild>
              <a href={`/go-live/${sheet.id}/print`}>
                <Printer aria-hidden /> Open the page for printing
              </a>
            </Button>
          </ExportRow>
        </ul>
      </section>
      <TemplatePanel sheet={sheet} canChange={canChange} onChanged={onChanged} />
    </div>
  )
}

function ExportRow({ title, what, children }: { title: string; what: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="font-medium">{title}</h3>
        <p className="text-ink-muted text-sm">{what}</p>
      </div>
      {children}
    </li>
  )
}
