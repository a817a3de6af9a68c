import { CopyText } from '@/components/ui/copy'
import { Notice } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import type { CallbackContent } from '@/lib/workspace/views'
import { byteText } from './wording'

/** How a body was read, and where it could not be. */
export function ContentNotice({ content: { notes, problem, broken } }: { content: CallbackContent }) {
  return (
    <>
      {notes.length > 0 && <p className="text-ink-muted text-sm">{notes.join(' ')} Kept as it came.</p>}
      {problem !== null && (
        <Notice tone="warn" title="The body cannot be read">
          {problem} It is kept as it came.
        </Notice>
      )}
      {broken && (
        <Notice tone="warn" title={`This is no whole ${broken.language}`}>
          {`Line ${broken.line}, column ${broken.column}: ${broken.message.replace(/\.$/, '')}.`}
        </Notice>
      )}
    </>
  )
}

/** A form by its fields, in order; what was sent twice stands there twice. */
export function Parts({ parts }: { parts: NonNullable<CallbackContent['parts']> }) {
  if (parts.length === 0) return <p className="text-ink-muted">The form has no fields.</p>
  return (
    <Table>
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Value</Th>
          <Th>Size</Th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ name, value, fileName, contentType, bytes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the order stays
          <tr key={index}>
            <Td className="break-all font-mono text-sm">{name}</Td>
            <Td>
              {fileName !== null && (
                <span className="block text-ink-muted text-sm">
                  {fileName}
                  {contentType && ` · ${contentType}`}
                </span>
              )}
              {value === '' ? (
                <span className="text-ink-faint text-sm">
                  {bytes === 0 ? 'empty' : 'bytes that are no text'}
                </span>
              ) : (
                <CopyText value={value} max={400} label={name} className="text-left" />
              )}
            </Td>
            <Td className="whitespace-nowrap text-ink-muted text-sm">{byteText(bytes)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
