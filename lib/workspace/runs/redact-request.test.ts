import { expect, test } from 'vitest'
import { g2 } from '@/lib/systems/g2'
import { goldenMessages } from '@/tests/golden-messages'
import { createRedactor } from './redact-request'

const secrets = ['spPassword', 'Caller.Password', 'Initiator.SecurityCredential']

test('elements of an XML body that hold secrets are emptied, also inside its document', () => {
  const body = goldenMessages('g2').text('01')
  const clean = createRedactor({ fields: secrets, headers: [] }, []).body(body)
  expect(clean).toContain('<tns:spPassword>[redacted]</tns:spPassword>')
  expect(clean).toContain('<Password>[redacted]</Password>')
  expect(clean).toContain('<SecurityCredential>[redacted]</SecurityCredential>')
  expect(clean).toContain('<ThirdPartyID>jaribu_1<')
  expect(clean.length).toBeLessThan(body.length - 600)
})

test('so are they where the document is escaped text, and the envelope still reads', () => {
  const escaped = '<m>&lt;SecurityCredential&gt;c2VjcmV0&lt;/SecurityCredential&gt;</m>'
  const clean = createRedactor({ fields: secrets, headers: [] }, []).body(escaped)
  expect(clean).toBe('<m>&lt;SecurityCredential&gt;[redacted]&lt;/SecurityCredential&gt;</m>')
  expect(g2.read(g2.operations[0] ?? never(), 200, clean).kind).toBe('unreadable')
})

const redactor = createRedactor({ fields: ['Password'], headers: ['X-Key'] }, [
  'p&ss "word"',
  'short',
  undefined,
])

test('headers that sign somebody in are hidden, whatever the system names and however they are written', () => {
  const names = ['Authorization', 'cookie', 'Set-Cookie', 'x-key']
  expect(
    redactor.headers([...names.map((name): [string, string] => [name, 'a=b']), ['Accept', 'a=b']]),
  ).toEqual([...names.map((name) => [name, '[redacted]']), ['Accept', 'a=b']])
})

test('a secret is found as text, in an address and inside JSON; one too short to tell is left', () => {
  expect(redactor.text('it is p&ss "word".')).toBe('it is [redacted].')
  expect(redactor.request({ method: 'GET', url: 'http://x/?k=p%26ss%20%22word%22', headers: [] }).url).toBe(
    'http://x/?k=[redacted]',
  )
  expect(redactor.body('{"note": "p&ss \\"word\\""}')).toBe('{"note": "[redacted]"}')
  expect(redactor.text('a short text')).toBe('a short text')
})

const never = (): never => {
  throw new Error('no operation')
}
