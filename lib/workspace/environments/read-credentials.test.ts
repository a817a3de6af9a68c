import { describe, expect, test } from 'vitest'
import { darajaCredentials } from '@/lib/systems/daraja/presets'
import { readCredentials } from './read-credentials'

const read = (text: string) => readCredentials(text, darajaCredentials)
const values = (text: string) =>
  Object.fromEntries(read(text).recognised.map(({ name, value }) => [name, value]))

describe('a .env line is understood', () => {
  test.each([
    ['plainly', 'CONSUMER_KEY=abc', 'abc'],
    ['with export before it', 'export CONSUMER_KEY=abc', 'abc'],
    ['with set before it', 'set CONSUMER_KEY=abc', 'abc'],
    ['with spaces around the sign', '  CONSUMER_KEY = abc  ', 'abc'],
    ['in double quotes', 'CONSUMER_KEY="a b#c"', 'a b#c'],
    ['in single quotes', "CONSUMER_KEY='a\\nb'", 'a\\nb'],
    ['in backquotes', 'CONSUMER_KEY=`abc`', 'abc'],
    ['with an escaped quote', 'CONSUMER_KEY="a\\"b"', 'a"b'],
    ['with a comment after it', 'CONSUMER_KEY=abc # mine', 'abc'],
    ['with a comment after the quotes', 'CONSUMER_KEY="abc" # mine', 'abc'],
    ['with a sharp inside', 'CONSUMER_KEY=a#c', 'a#c'],
    ['with an equals sign inside', 'CONSUMER_KEY=abc==', 'abc=='],
    ['after a byte order mark', '\uFEFFCONSUMER_KEY=abc', 'abc'],
    ['with a carriage return', 'CONSUMER_KEY=abc\r\nX=1\r\n', 'abc'],
    ['in quotes with a carriage return', 'CONSUMER_KEY="abc"\r\n', 'abc'],
    ['over several lines in quotes', 'CONSUMER_KEY="a\nb"', 'a\nb'],
    ['as YAML', 'consumer_key: abc', 'abc'],
    ['as a line of code', '  consumerKey: "abc",', 'abc'],
  ])('%s', (_, text, expected) => expect(values(text).consumerKey).toBe(expected))
})

describe('a name is recognised', () => {
  test.each([
    ['MPESA_CONSUMER_KEY', 'consumerKey'],
    ['DARAJA_CONSUMER_SECRET', 'consumerSecret'],
    ['consumerSecret', 'consumerSecret'],
    ['consumer-key', 'consumerKey'],
    ['SAFARICOM_SANDBOX_CONSUMER_KEY', 'consumerKey'],
    ['NEXT_PUBLIC_MPESA_SHORTCODE', 'shortcode'],
    ['MPESA_BUSINESS_SHORT_CODE', 'shortcode'],
    ['MPESA_C2B_SHORTCODE', 'shortcode'],
    ['LIPA_NA_MPESA_ONLINE_PASSKEY', 'lnmPasskey'],
    ['MPESA_PASSKEY', 'lnmPasskey'],
    ['LNM_SHORTCODE', 'lnmShortcode'],
    ['MPESA_TILL_NUMBER', 'tillNumber'],
    ['MPESA_INITIATOR_NAME', 'initiatorName'],
    ['B2C_INITIATOR_PASSWORD', 'initiatorPassword'],
    ['BILLMANAGER_APP_KEY', 'billManagerAppKey'],
    ['APP_KEY', 'consumerKey'],
  ])('%s is %s', (key, name) => {
    expect(read(`${key}=600000`).recognised.map((one) => one.name)).toEqual([name])
  })

  test.each(['DATABASE_URL', 'PORT', 'STRIPE_KEY', 'MPESA', 'CALLBACK_URL'])('%s is nobody', (key) => {
    expect(read(`${key}=x`)).toMatchObject({ recognised: [], unknown: [{ key, line: 1 }] })
  })
})

describe('JSON is understood', () => {
  test.each([
    ['flat', '{"consumerKey":"a","lnm_passkey":"b"}', { consumerKey: 'a', lnmPasskey: 'b' }],
    [
      'nested',
      '{"mpesa":{"sandbox":{"consumer_key":"a","initiator":{"name":"n","password":"p"}}}}',
      { consumerKey: 'a', initiatorName: 'n', initiatorPassword: 'p' },
    ],
    ['with numbers', '{"shortcode":600000}', { shortcode: '600000' }],
    ['after a byte order mark', '\uFEFF {"consumerKey":"a"}', { consumerKey: 'a' }],
  ])('%s', (_, text, expected) => expect(values(text)).toEqual(expected))

  test('broken is said without quoting what is in it', () => {
    const { unknown } = read('{"consumerSecret":"hidden-secret"')
    expect(unknown).toHaveLength(1)
    expect(JSON.stringify(unknown)).not.toContain('hidden-secret')
  })
})

describe('what says nothing is listed', () => {
  test.each([
    ['a line without a sign', 'hello world', 'This line is not NAME=value.'],
    ['an open quote', 'CONSUMER_KEY="abc', 'The quote " is not closed.'],
    ['an empty value', 'CONSUMER_KEY=', 'It is empty, so it changes nothing.'],
  ])('%s', (_, text, reason) => {
    expect(read(text)).toMatchObject({ recognised: [], unknown: [{ line: 1, reason }] })
  })

  test('comments and empty lines are passed over', () => {
    expect(read('# CONSUMER_KEY=abc\n\n   \n; x\n// y')).toEqual({ recognised: [], unknown: [] })
  })

  test('a name that comes twice counts once: the last wins and the first is listed', () => {
    const result = read('CONSUMER_KEY=one\nMPESA_CONSUMER_KEY=two')
    expect(result.recognised).toMatchObject([{ value: 'two', line: 2 }])
    expect(result.unknown).toMatchObject([{ key: 'CONSUMER_KEY', line: 1 }])
  })
})
