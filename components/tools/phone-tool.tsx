'use client'
import { useState } from 'react'
import { CopyButton } from '@/components/ui/copy'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { Table, Td, Th } from '@/components/ui/table'
import { marketOf, readPhone } from '@/lib/msisdn'

const kenya = marketOf('kenya')
const mostLines = 500

const whole = (read: ReturnType<typeof readPhone>): { msisdn?: string; problem?: string } => read

/** One number a line, so that a column of a spreadsheet can be pasted. */
export function PhoneTool() {
  const [text, setText] = useState('')
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, mostLines)
  const read = lines.map((line) => ({ line, ...whole(readPhone(line, kenya)) }))
  const good = read.flatMap(({ msisdn }) => (msisdn ? [msisdn] : []))
  return (
    <div className="flex flex-col gap-4">
      <Field label="Phone numbers" hint="One a line: 0708 374 149, +254 708 374149, 708374149, 0110…">
        {(slots) => (
          <Textarea
            {...slots}
            rows={4}
            value={text}
            inputMode="tel"
            spellCheck={false}
            className="font-mono"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {read.length > 0 && (
        <div role="status" className="flex flex-col gap-2">
          <Table>
            <thead>
              <tr>
                <Th>Typed</Th>
                <Th>For M-Pesa</Th>
                <Th>International</Th>
              </tr>
            </thead>
            <tbody>
              {read.map(({ line, msisdn, problem }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
                <tr key={index}>
                  <Td className="font-mono text-sm">{line}</Td>
                  {msisdn ? (
                    <>
                      <Td className="font-mono text-sm">{msisdn}</Td>
                      <Td className="font-mono text-sm">{`+254 ${msisdn.slice(3, 6)} ${msisdn.slice(6)}`}</Td>
                    </>
                  ) : (
                    <Td colSpan={2} className="text-failed text-sm">
                      {problem}
                    </Td>
                  )}
                </tr>
              ))}
            </tbody>
          </Table>
          {good.length > 1 && (
            <CopyButton value={good.join('\n')} label="Copy numbers" className="self-start">
              Copy {good.length} numbers
            </CopyButton>
          )}
        </div>
      )}
    </div>
  )
}
