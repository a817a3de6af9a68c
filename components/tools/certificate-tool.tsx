'use client'
import { useEffect, useState } from 'react'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { certificateFiles, FileField } from '@/components/forms/file-field'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { Facts } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { type BrowserCertificate, readCertificateHere } from '@/lib/crypto/browser-rsa'
import { readCertificateFile } from '@/lib/crypto/certificate-file'
import type { OfferedCertificate } from './certificate-choice'
import { Result } from './result'

type Reading = { text: string; certificate: BrowserCertificate | undefined; now: number }

export function CertificateTool({ certificates }: { certificates: OfferedCertificate[] }) {
  const [text, setText] = useState('')
  const [reading, setReading] = useState<Reading>()
  useEffect(() => {
    if (text.trim() === '') return
    let isCurrent = true
    void readCertificateHere(text).then((certificate) => {
      if (isCurrent) setReading({ text, certificate, now: Date.now() })
    })
    return () => {
      isCurrent = false
    }
  }, [text])
  const read = reading?.text === text ? reading : undefined
  const carried = certificates.find((one) => one.pem.trim() === text.trim())
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="One that Jaribu carries">
          {(slots) => (
            <Select
              {...slots}
              value={carried?.id ?? ''}
              onChange={(event) =>
                setText(certificates.find((one) => one.id === event.target.value)?.pem ?? '')
              }
            >
              <option value="">choose…</option>
              {certificates.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <FileField
          label="Or a file"
          accept={certificateFiles}
          read={readCertificateFile}
          onRead={(read) => read !== undefined && setText(read)}
        />
      </div>
      <Field
        label="Or its text"
        errors={read && !read.certificate ? ['This is no RSA certificate in PEM or DER form.'] : undefined}
      >
        {(slots) => (
          <CodeTextarea
            {...slots}
            rows={6}
            value={text}
            placeholder="-----BEGIN CERTIFICATE-----"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {read?.certificate && <ReadCertificate certificate={read.certificate} now={read.now} />}
    </div>
  )
}

function ReadCertificate({ certificate, now }: { certificate: BrowserCertificate; now: number }) {
  return (
    <div role="status" className="flex flex-col gap-4">
      <Facts
        rows={[
          { name: 'Subject', value: certificate.subject },
          { name: 'Issuer', value: certificate.issuer },
          {
            name: 'Valid',
            value: (
              <span className="inline-flex flex-wrap items-center gap-2">
                <span>
                  <Time at={certificate.validFrom} show="date" /> to{' '}
                  <Time at={certificate.validTo} show="date" />
                </span>
                {certificate.validTo < now && <Badge tone="pending">expired</Badge>}
                {certificate.validFrom > now && <Badge tone="pending">not yet valid</Badge>}
              </span>
            ),
          },
          { name: 'Key', value: `RSA, ${certificate.bits} bits` },
          { name: 'Serial', value: <CopyText value={certificate.serial} label="Serial" /> },
          {
            name: 'SHA-256',
            value: <CopyText value={certificate.fingerprint} max={40} label="Fingerprint" />,
          },
        ]}
      />
      <p className="text-ink-muted text-sm">
        For a security credential only the key counts: Safaricom's published certificates have all expired and
        are still used.
      </p>
      <Result label="PEM" value={certificate.pem} />
    </div>
  )
}
