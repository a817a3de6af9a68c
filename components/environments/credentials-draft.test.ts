import { describe, expect, test } from 'vitest'
import { type Credential, changeOf, draftOf } from './credentials-draft'

const credential = (change: Partial<Credential>): Credential => ({
  name: 'shortcode',
  label: 'Shortcode',
  help: '',
  kind: 'text',
  secret: false,
  set: true,
  choices: null,
  shown: '600000',
  updatedAt: null,
  ...change,
})

const environment = {
  credentials: [
    credential({}),
    credential({ name: 'passkey', secret: true, shown: '••••1f4a' }),
    credential({ name: 'initiatorName', set: false, shown: null }),
  ],
}

const changed = (credentials: Record<string, string>, clear: string[] = []) => {
  const draft = draftOf(environment)
  return changeOf(environment, { credentials: { ...draft.credentials, ...credentials }, clear })
}

describe('the form of credentials', () => {
  test('begins with plain values as they are and with empty fields for secrets', () => {
    expect(draftOf(environment)).toEqual({
      credentials: { shortcode: '600000', passkey: '', initiatorName: '' },
      clear: [],
    })
  })

  test.each([
    ['nothing of what nobody touched', changed({}), { credentials: {}, clear: [] }],
    [
      'a new plain value',
      changed({ shortcode: '600001' }),
      { credentials: { shortcode: '600001' }, clear: [] },
    ],
    ['a new secret', changed({ passkey: 'new' }), { credentials: { passkey: 'new' }, clear: [] }],
    [
      'a plain field that was emptied, to be forgotten',
      changed({ shortcode: ' ' }),
      { credentials: { shortcode: ' ' }, clear: ['shortcode'] },
    ],
    ['a secret that was cleared', changed({}, ['passkey']), { credentials: {}, clear: ['passkey'] }],
  ])('sends %s', (_, change, expected) => expect(change).toEqual(expected))
})
