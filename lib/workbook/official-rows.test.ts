import { describe, expect, test } from 'vitest'
import { systemOf } from '@/lib/systems'
import { type Candidate, matchRows, type Wording } from './match'

/** The cases that were made for the rows of the official workbook, tab by tab. */
const cases: Candidate[] = systemOf('daraja').goLive.cases.flatMap((one) =>
  one.sheet === undefined
    ? []
    : [
        {
          id: one.id,
          group: one.api,
          sheet: one.sheet,
          row: one.row,
          subject: one.subject,
          title: one.title,
          objective: one.steps.join(' '),
          expected: one.expected,
        },
      ],
)

const tokenCase = /^Token with (?:the right|a wrong) consumer key/
const isRight = ({ title }: Candidate) => title.includes('right')
const inOtherWords =
  (say: (isRight: boolean) => Pick<Wording, 'title' | 'objective' | 'expected'>) =>
  (one: Candidate): Wording =>
    tokenCase.test(one.title)
      ? { sheet: one.sheet, row: one.row, subject: 'Authentication', ...say(isRight(one)) }
      : one

describe('rows about authentication find the cases about the token', () => {
  test.each<[string, Parameters<typeof inOtherWords>[0]]>([
    [
      'of a partner who is let in by OAuth',
      (right) => ({
        title: 'Log on by Oauth',
        objective: `The partner hashes ${right ? 'its' : 'another'} consumerkey:consumersecret and is ${right ? '' : 'not '}let in`,
        expected: `Authentication is ${right ? '' : 'un'}successful`,
      }),
    ],
    [
      'of what is encoded',
      (right) => ({
        title: 'Authentication using OAuth',
        objective: `${right ? 'Correct' : 'Incorrect'} base64 of consumerkey:consumersecret`,
        expected: right ? 'Partner is authenticated' : 'Partner is not authenticated',
      }),
    ],
    [
      'of the outcome alone',
      (right) => ({
        title: 'OAuth',
        objective: 'Authenticate',
        expected: right ? 'Authenticated successfully' : 'Authentication fails',
      }),
    ],
    [
      'of a hash that matches or does not',
      (right) => ({
        title: 'Authentication',
        objective: `Oauth hash ${right ? 'matches' : 'does not match'}`,
        expected: right ? 'Pass' : 'Fail',
      }),
    ],
    [
      'of an access token',
      (right) => ({
        title: `Access token with ${right ? 'valid' : 'invalid'} credentials`,
        objective: '',
        expected: right ? 'Token returned' : 'Error',
      }),
    ],
  ])('in the words %s', (_, say) => {
    const found = matchRows(cases.map(inOtherWords(say)), cases)
    expect(found.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
  })
})

test('without their places, all cases are found by their own words', () => {
  const found = matchRows(
    cases.map((one) => ({ ...one, row: undefined })),
    cases,
  )
  expect(found.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
})
