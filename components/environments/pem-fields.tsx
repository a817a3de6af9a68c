'use client'
import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { certificateFiles, FileField } from '@/components/forms/file-field'
import { FormField } from '@/components/forms/form-field'
import type { Form } from '@/components/forms/use-form'
import { readCertificateFile } from '@/lib/crypto/certificate-file'

/** A certificate or a key, from a file or as its text. */
export function PemFields<Values extends FieldValues>({
  form,
  name,
  file,
  accept = certificateFiles,
  label = 'Or its text',
  hint,
  begins = 'CERTIFICATE',
  rows = 4,
}: {
  form: Form<Values>
  name: FieldPath<Values>
  /** Label of the file. */
  file: string
  accept?: string
  /** Label of the text. */
  label?: string
  hint?: string
  /** What stands in the first line: `CERTIFICATE`. */
  begins?: string
  rows?: number
}) {
  return (
    <>
      <FileField
        label={file}
        accept={accept}
        read={readCertificateFile}
        onRead={(text) =>
          text !== undefined && form.setValue(name, text as FieldPathValue<Values, typeof name>)
        }
      />
      <FormField form={form} name={name} label={label} hint={hint}>
        {(slots) => <CodeTextarea {...slots} rows={rows} placeholder={`-----BEGIN ${begins}-----`} />}
      </FormField>
    </>
  )
}
