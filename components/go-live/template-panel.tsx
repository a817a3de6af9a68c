'use client'
import { Download, Upload } from 'lucide-react'
import { useId, useState } from 'react'
import { useEarlyFile } from '@/components/forms/use-early-file'
import { Button } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import type { SheetView } from '@/lib/workspace/go-live/views'
import { filledTemplateUrl, removeTemplate, uploadTemplate } from './api'
import { isUnsure } from './template'
import { TemplateRows } from './template-rows'
import { useTask } from './use-task'

/** As the server has it: a larger file is turned away here already. */
const mostBytes = 5 * 1024 * 1024

/** A workbook of one's own, such as a partner's: its rows matched to cases, and its cells filled. */
export function TemplatePanel({
  sheet,
  canChange,
  onChanged,
}: {
  sheet: SheetView
  canChange: boolean
  onChanged: () => void
}) {
  const { template } = sheet
  const id = useId()
  const [problem, setProblem] = useState<string>()
  const { run, isBusy } = useTask()
  const upload = async (file: File) => {
    setProblem(undefined)
    if (!/\.xlsx$/i.test(file.name)) {
      setProblem('Only .xlsx workbooks can be filled. Save an older .xls as .xlsx first.')
      return
    }
    if (file.size > mostBytes) {
      setProblem('The workbook is larger than 5 MB.')
      return
    }
    const isDone = await run(() =>
      uploadTemplate(sheet.id, file).catch((thrown: unknown) => {
        setProblem(thrown instanceof Error ? thrown.message : String(thrown))
        throw thrown
      }),
    )
    if (isDone) onChanged()
  }
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0]
    input.value = ''
    if (file) void upload(file)
  }
  const picker = useEarlyFile(take)
  const choose = (
    <>
      <input
        ref={picker}
        id={id}
        type="file"
        aria-label="Workbook of your own"
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => take(event.target)}
      />
      <Button size="sm" disabled={isBusy} onClick={() => picker.current?.click()}>
        <Upload aria-hidden /> {isBusy ? 'Reading…' : template ? 'Replace…' : 'Upload a workbook…'}
      </Button>
    </>
  )
  const unsure = template?.rows.filter(isUnsure).length ?? 0
  return (
    <section aria-labelledby="template-title" className="pt-6">
      <h2 id="template-title" className="pb-1 font-semibold text-base">
        Your own workbook
      </h2>
      {problem && (
        <Notice tone="bad" title="The workbook was not taken" className="mb-2">
          {problem}
        </Notice>
      )}
      {template === null ? (
        <EmptyState
          title="Fill a workbook that a partner sent: only its Actual Results cells are written, all else stays as it was."
          action={canChange ? choose : undefined}
        >
          For example testcases.xlsx with the columns Subject, Test Case, Objective, Expected Results and
          Actual Results. Its rows are matched to cases by their wording, and you can correct each match.
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-y py-2.5">
            <div className="min-w-0 flex-1 basis-72">
              <p className="break-words font-medium">{template.name}</p>
              <p className="text-ink-muted text-sm">
                {template.rows.filter(({ caseId }) => caseId !== null).length} of {template.rows.length} rows
                matched
                {unsure > 0 && `, ${unsure} to look at`}. Uploaded by {template.uploadedBy},{' '}
                <Time at={template.uploadedAt} show="date" className="font-mono" />
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <Button size="sm" variant="primary" asChild>
                <a href={filledTemplateUrl(sheet.id)} download>
                  <Download aria-hidden /> Download it filled
                </a>
              </Button>
              {canChange && (
                <>
                  {choose}
                  <Button
                    size="sm"
                    variant="ghost"
                    disabled={isBusy}
                    onClick={async () => {
                      if (await run(() => removeTemplate(sheet.id), 'Workbook removed')) onChanged()
                    }}
                  >
                    Remove
                  </Button>
                </>
              )}
            </div>
          </div>
          <TemplateRows sheet={sheet} template={template} canChange={canChange} onChanged={onChanged} />
        </>
      )}
    </section>
  )
}
