'use client'
import { useState } from 'react'
import { certificateFiles, FileField } from '@/components/forms/file-field'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { readCertificateHere } from '@/lib/crypto/browser-rsa'
import { readCertificateFile } from '@/lib/crypto/certificate-file'

const own = 'own'

/** A certificate or public key that the tools offer to encrypt with. */
export type OfferedCertificate = { id: string; title: string; pem: string }

export const useCertificate = (certificates: OfferedCertificate[], first: string | undefined) => {
  const [id, setId] = useState(first ?? certificates[0]?.id ?? own)
  const [uploaded, setUploaded] = useState<string>()
  const [error, setError] = useState<string>()
  const upload = async (text: string) => {
    const certificate = await readCertificateHere(text)
    setUploaded(certificate?.pem)
    setError(certificate ? undefined : 'This file is no RSA certificate in PEM or DER form.')
  }
  return {
    id,
    setId,
    upload,
    error,
    pem: id === own ? uploaded : certificates.find((one) => one.id === id)?.pem,
  }
}

/** One of the carried certificates, or a file that stays in the browser. */
export function CertificateChoice({
  certificates,
  choice,
}: {
  certificates: OfferedCertificate[]
  choice: ReturnType<typeof useCertificate>
}) {
  return (
    <>
      <Field label="Certificate">
        {(slots) => (
          <Select {...slots} value={choice.id} onChange={(event) => choice.setId(event.target.value)}>
            {certificates.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
            <option value={own}>A file of mine</option>
          </Select>
        )}
      </Field>
      {choice.id === own && (
        <FileField
          label="Certificate file"
          errors={choice.error ? [choice.error] : undefined}
          hint="PEM or DER. It is read here and not uploaded."
          accept={certificateFiles}
          read={readCertificateFile}
          onRead={(text) => text !== undefined && void choice.upload(text)}
        />
      )}
    </>
  )
}
