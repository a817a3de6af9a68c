import { describe, expect, test } from 'vitest'
import { makeLog } from '.'
import { redact } from './redact'
import { withRequestId } from './request-id'

const kept = ({ isWatched }: { isWatched: boolean }) => {
  const lines: string[] = []
  const log = makeLog((line) => lines.push(line), { isWatched })
  return { log, lines }
}

const entryOf = (...args: [fields: object, text: string]) => {
  const { log, lines } = kept({ isWatched: false })
  log.error(...args)
  expect(lines).toHaveLength(1)
  return JSON.parse(lines[0] ?? '')
}

describe('an entry', () => {
  test('is one object on one line, with its time and the word for its level', () => {
    const { log, lines } = kept({ isWatched: false })
    log.warn({ port: 80 }, 'Two\nlines')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.trimEnd()).not.toContain('\n')
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      port: 80,
      msg: 'Two\nlines',
    })
  })

  test('carries the id of the request that it belongs to, also past an await', async () => {
    const { log, lines } = kept({ isWatched: false })
    await Promise.all([
      withRequestId('one', async () => {
        await Promise.resolve()
        log.info('first')
      }),
      withRequestId('two', async () => log.info('second')),
    ])
    log.info('by itself')
    const entries = lines.map((line) => JSON.parse(line))
    expect(Object.fromEntries(entries.map(({ msg, request }) => [msg, request]))).toEqual({
      first: 'one',
      second: 'two',
      'by itself': undefined,
    })
  })

  test('says what an error was and where it came from, not what others hung on it', () => {
    const error = Object.assign(new Error('outer', { cause: new Error('inner') }), {
      code: 'EOUT',
      request: { body: 'whole' },
    })
    const { err } = entryOf({ err: error }, 'It failed')
    expect(err).toEqual({ type: 'Error', message: 'outer', code: 'EOUT', stack: expect.any(String) })
    expect(err.stack).toMatch(/outer[\s\S]+caused by Error: inner/)
    expect(entryOf({ err: 'a text' }, 'It failed').err).toEqual({ message: 'a text' })
  })

  test('below the level is not written', () => {
    const { log, lines } = kept({ isWatched: false })
    log.level = 'warn'
    log.info('quiet')
    log.warn('heard')
    expect(lines).toHaveLength(1)
  })
})

describe('at a terminal', () => {
  test('an entry is a line of plain words, with the stack below it', () => {
    const { log, lines } = kept({ isWatched: true })
    log.error({ callback: 7, err: new Error('broken') }, 'A callback could not be linked')
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d error A callback could not be linked callback=7\nError: broken\n {4}at /,
    )
  })
})

describe('secrets', () => {
  test.each([
    ['Authorization: Bearer abc.def-ghi', 'abc.def-ghi'],
    ['Basic amFyaWJ1OnNlY3JldA==', 'amFyaWJ1'],
    ['{"password":"hunter2","x":1}', 'hunter2'],
    ['SecurityCredential=hunter2&x=1', 'hunter2'],
    ['pin: 1234', '1234'],
  ])('%s is logged without its secret', (text, secret) => {
    expect(redact(text)).not.toContain(secret)
  })

  test('leave by no field: text, error, nested or under their own name', () => {
    const { log, lines } = kept({ isWatched: false })
    log.error(
      { err: new Error('Bearer s3cr3t-1'), password: 's3cr3t-2', sent: { header: 'Basic s3cr3t-3' } },
      'passkey=s3cr3t-4',
    )
    expect(lines.join('')).not.toContain('s3cr3t')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ password: '[redacted]', msg: 'passkey=[redacted]' })
  })
})
