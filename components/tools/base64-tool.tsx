'use client'
import { useState } from 'react'
import { CodeTextarea } from '@/components/forms/code-textarea'
import { Segmented } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { decodeBase64, decodeUtf8, encodeBase64 } from '@/lib/crypto/base64'
import { Result } from './result'

type Direction = 'encode' | 'decode'

export function Base64Tool() {
  const [direction, setDirection] = useState<Direction>('encode')
  const [text, setText] = useState('')
  const bytes = direction === 'decode' && text.trim() !== '' ? decodeBase64(text) : undefined
  const decoded = bytes && decodeUtf8(bytes)
  const isWrong = direction === 'decode' && text.trim() !== '' && bytes === undefined
  return (
    <div className="flex flex-col items-stretch gap-4">
      <Segmented
        aria-label="Direction"
        className="self-start"
        value={direction}
        onChange={setDirection}
        options={[
          { value: 'encode', label: 'Text to Base64' },
          { value: 'decode', label: 'Base64 to text' },
        ]}
      />
      <Field
        label={direction === 'encode' ? 'Text' : 'Base64'}
        errors={
          isWrong ? ['This is not Base64: it holds other characters, or its length cannot be.'] : undefined
        }
        hint={
          direction === 'encode' && /\s$/.test(text)
            ? 'It ends in a space or a line break, which is encoded too.'
            : undefined
        }
      >
        {(slots) => (
          <CodeTextarea
            {...slots}
            rows={5}
            value={text}
            className="break-all"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {direction === 'encode' && text !== '' && <Result label="Base64" value={encodeBase64(text)} />}
      {decoded !== undefined && <Result label="Text" value={decoded} />}
      {bytes && decoded === undefined && (
        <Result label="Bytes in hex" value={hex(bytes)}>
          <p className="text-ink-muted text-sm">{bytes.length} bytes that are no UTF-8 text.</p>
        </Result>
      )}
    </div>
  )
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
