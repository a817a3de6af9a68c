import { describe, expect, test } from 'vitest'
import { readConfigFile } from '@/lib/config-files'
import { systemOf } from '@/lib/systems'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import { readerOf } from './import-credentials'
import { readCredentials } from './read-credentials'

type Asked = { system?: string; kind?: EnvironmentKind; name?: string }

const read = (text: string, { system = 'daraja', kind = 'sandbox', name }: Asked = {}) =>
  readCredentials(readConfigFile(text, name), readerOf(systemOf(system), kind))
const values = (text: string, asked?: Asked) =>
  Object.fromEntries(read(text, asked).recognised.map(({ name, value }) => [name, value]))
const reasons = (text: string, asked?: Asked) =>
  Object.fromEntries(read(text, asked).unknown.map(({ key, reason }) => [key, reason]))

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
    expect(read('# CONSUMER_KEY=abc\n\n   \n; x\n// y')).toMatchObject({ recognised: [], unknown: [] })
  })

  test('a name that comes twice counts once: the last wins and the first is listed', () => {
    const result = read('CONSUMER_KEY=one\nMPESA_CONSUMER_KEY=two')
    expect(result.recognised).toMatchObject([{ value: 'two', line: 2 }])
    expect(result.unknown).toMatchObject([{ key: 'CONSUMER_KEY', line: 1 }])
  })
})

const secrets = { consumerKey: 'key-1', consumerSecret: 'secret-1' }

describe('files that people have', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'an array of PHP',
      "<?php\nreturn [\n    'consumer_key' => 'aB3dE5gH7jK9mN1p',\n    'consumer_secret' => 'q2W4r6T8',\n    'passkey' => env('MPESA_PASSKEY', 'pk-0123456789abcdef'),\n];",
      { consumerKey: 'aB3dE5gH7jK9mN1p', consumerSecret: 'q2W4r6T8', lnmPasskey: 'pk-0123456789abcdef' },
    ],
    [
      'constants of PHP',
      "<?php\ndefine('MPESA_CONSUMER_KEY', 'key-1');\nconst MPESA_CONSUMER_SECRET = \"secret-1\";",
      secrets,
    ],
    [
      'assignments of PHP, without its tag',
      "$config['mpesa']['consumer_key'] = 'key-1';\n$config['mpesa']['consumer_secret'] = 'secret-1';",
      secrets,
    ],
    ['lines out of an array', "'consumer_key' => 'key-1',\n'consumer_secret' => 'secret-1',", secrets],
    [
      'a list of docker compose',
      'services:\n  shop:\n    environment:\n      - MPESA_CONSUMER_KEY=key-1\n      - "MPESA_CONSUMER_SECRET=secret-1"\n      - MPESA_PASSKEY=pk-1\n      - MPESA_SHORTCODE=174379',
      { ...secrets, lnmPasskey: 'pk-1', shortcode: '174379' },
    ],
    [
      'a mapping of docker compose, with an anchor',
      'x-env: &env\n  MPESA_CONSUMER_KEY: key-1\nservices:\n  shop:\n    environment:\n      <<: *env\n      MPESA_CONSUMER_SECRET: secret-1',
      secrets,
    ],
    [
      'docker run over lines',
      "docker run -d \\\n  -e MPESA_CONSUMER_KEY=key-1 \\\n  --env 'MPESA_CONSUMER_SECRET=secret-1' shop:1",
      secrets,
    ],
    ['docker run with signs', 'docker run --env=CONSUMER_KEY=key-1 -eCONSUMER_SECRET=secret-1 shop', secrets],
    [
      'a Secret and a ConfigMap of Kubernetes',
      'apiVersion: v1\nkind: Secret\ndata:\n  CONSUMER_KEY: a2V5LTE=\nstringData:\n  CONSUMER_SECRET: secret-1\n---\nkind: ConfigMap\napiVersion: v1\ndata:\n  SHORTCODE: "600000"',
      { ...secrets, shortcode: '600000' },
    ],
    [
      'an env list of a Deployment',
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: shop\n          env:\n            - {name: CONSUMER_KEY, value: key-1}\n            - {name: CONSUMER_SECRET, value: secret-1}\n            - name: PASSKEY\n              valueFrom: {secretKeyRef: {name: a, key: b}}',
      secrets,
    ],
    [
      'Python',
      "import os\n\nclass Settings:\n    CONSUMER_KEY = 'key-1'\n    CONSUMER_SECRET: str = \"secret-1\"\n    PASSKEY = os.environ['PASSKEY']",
      secrets,
    ],
    [
      'a dictionary of Python',
      "MPESA = {\n    'consumer_key': 'key-1',\n    'consumer_secret': r'secret-1',\n}",
      secrets,
    ],
    [
      'a call of Python',
      "client = Daraja(\n    consumer_key='key-1',\n    consumer_secret='secret-1',\n)",
      secrets,
    ],
    [
      'TypeScript',
      "export const mpesa: Config = {\n  consumerKey: 'key-1',\n  consumerSecret: `secret-1`,\n  passkey: process.env.PASSKEY!,\n} as const",
      secrets,
    ],
    [
      'a module of JavaScript',
      'module.exports = { mpesa: { consumerKey: \'key-1\', consumerSecret: "secret-1" } };',
      secrets,
    ],
    [
      'a client of JavaScript',
      "const mpesa = new Mpesa({ clientKey: 'key-1', clientSecret: 'secret-1' }, 'sandbox')",
      secrets,
    ],
    ['an object without quotes', "{ consumerKey: 'key-1', consumerSecret: 'secret-1' }", secrets],
    [
      'application.yml',
      'mpesa:\n  daraja:\n    consumer-key: key-1\n    consumer-secret: $' +
        '{MPESA_SECRET:secret-1}\n    shortcode: 000600',
      { ...secrets, shortcode: '000600' },
    ],
    ['properties', '! mine\nmpesa.consumer-key = key-1\nmpesa.consumer.secret=secret-1', secrets],
    [
      'appsettings.json',
      '{\n  // mine\n  "Mpesa": { "ConsumerKey": "key-1", },\n  "Daraja:ConsumerSecret": "secret-1",\n}',
      secrets,
    ],
    [
      'an environment of Postman',
      '{"name":"Daraja sandbox","values":[{"key":"consumer_key","value":"key-1","type":"secret","enabled":true},{"key":"consumer_secret","value":"secret-1","enabled":true},{"key":"passkey","value":"pk-1","enabled":true},{"key":"old_shortcode","value":"1","enabled":false}],"_postman_variable_scope":"environment"}',
      { ...secrets, lnmPasskey: 'pk-1' },
    ],
    ['PowerShell', '$env:MPESA_CONSUMER_KEY = "key-1"\n$env:MPESA_CONSUMER_SECRET = "secret-1"', secrets],
    ['a Dockerfile', 'ENV CONSUMER_KEY key-1\nENV CONSUMER_SECRET=secret-1', secrets],
    ['fish', 'set -gx CONSUMER_KEY key-1\nset -x CONSUMER_SECRET "secret-1"', secrets],
  ])('%s', (_, text, expected) => expect(values(text)).toEqual(expected))
})

describe('a collection of Postman', () => {
  const collection = (url: string) =>
    JSON.stringify({
      info: {
        name: 'M-Pesa',
        schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
      },
      variable: [{ key: 'passkey', value: 'pk-1' }],
      item: [
        {
          name: 'Token',
          request: {
            method: 'GET',
            url: { raw: `${url}/oauth/v1/generate?grant_type=client_credentials` },
            auth: {
              type: 'basic',
              basic: [
                { key: 'username', value: 'key-1' },
                { key: 'password', value: '{{secret}}' },
              ],
            },
          },
        },
        {
          name: 'Payments',
          item: [
            {
              name: 'STK push',
              request: {
                method: 'POST',
                url: `${url}/mpesa/stkpush/v1/processrequest`,
                body: {
                  mode: 'raw',
                  raw: '{"BusinessShortCode": 174379, "Amount": 1, "PartyA": "{{phone}}"}',
                },
              },
            },
          ],
        },
      ],
    })

  test('gives its variables, the key of its token call and what its requests say of the organisation', () => {
    const text = collection('https://sandbox.safaricom.co.ke')
    expect(values(text)).toEqual({ lnmPasskey: 'pk-1', consumerKey: 'key-1', lnmShortcode: '174379' })
    expect(read(text).format).toBe('Postman collection')
    expect(reasons(text)['Token / auth / password']).toBe('It is a reference to secret, not a value.')
  })

  test('whose requests go to production leaves a sandbox alone', () => {
    const text = collection('https://api.safaricom.co.ke')
    expect(values(text)).toEqual({ lnmPasskey: 'pk-1' })
    expect(values(text, { kind: 'production' })).toEqual({
      lnmPasskey: 'pk-1',
      consumerKey: 'key-1',
      lnmShortcode: '174379',
    })
  })
})

describe('sandbox and production stay apart', () => {
  const both = (one: string, other: string): Record<'sandbox' | 'production', string> => ({
    sandbox: one,
    production: other,
  })
  test.each<[string, string, string?]>([
    [
      'by names',
      'MPESA_ENVIRONMENT=sandbox\nMPESA_SANDBOX_CONSUMER_KEY=of-sandbox\nMPESA_PRODUCTION_CONSUMER_KEY=of-production',
    ],
    ['by names that end so', 'CONSUMER_KEY_TEST=of-sandbox\nCONSUMER_KEY_LIVE=of-production'],
    [
      'by the plain name and one of production',
      'CONSUMER_KEY=of-sandbox\nMPESA_PROD_CONSUMER_KEY=of-production',
    ],
    ['by nesting', '{"sandbox":{"consumerKey":"of-sandbox"},"live":{"consumerKey":"of-production"}}'],
    [
      'by classes',
      "class SandboxConfig:\n    CONSUMER_KEY = 'of-sandbox'\n\nclass ProductionConfig:\n    CONSUMER_KEY = 'of-production'",
    ],
    [
      'by a switch beside them',
      "<?php return ['accounts' => ['staging' => ['sandbox' => true, 'consumer_key' => 'of-sandbox'], 'paybill_1' => ['sandbox' => false, 'consumer_key' => 'of-production']]];",
    ],
    [
      'by profiles',
      'spring.config.activate.on-profile: dev\nmpesa.consumer-key: of-sandbox\n---\nspring.config.activate.on-profile: prod\nmpesa.consumer-key: of-production',
    ],
    ['by sections', '[sandbox]\nconsumer_key=of-sandbox\n[production]\nconsumer_key=of-production'],
    ['by remarks above', '# Sandbox\nCONSUMER_KEY=of-sandbox\n\n# --- Live ---\nCONSUMER_KEY=of-production'],
  ])('%s', (_, text) => {
    const expected = both('of-sandbox', 'of-production')
    expect(values(text).consumerKey).toBe(expected.sandbox)
    expect(values(text, { kind: 'local' }).consumerKey).toBe(expected.sandbox)
    expect(values(text, { kind: 'production' }).consumerKey).toBe(expected.production)
  })

  test('what is of the other one is listed, and never taken', () => {
    const text = 'MPESA_PRODUCTION_CONSUMER_KEY=of-production\nMPESA_SANDBOX_CONSUMER_SECRET=of-sandbox'
    expect(read(text)).toMatchObject({
      recognised: [{ name: 'consumerSecret' }],
      elsewhere: [{ name: 'consumerKey', kind: 'production', line: 1 }],
    })
  })

  test('a file whose name or setting says production gives a sandbox nothing', () => {
    expect(values('CONSUMER_KEY=a', { name: '.env.production' })).toEqual({})
    expect(values('MPESA_ENV=production\nCONSUMER_KEY=a')).toEqual({})
    expect(values('MPESA_BASE_URL=https://api.safaricom.co.ke\nCONSUMER_KEY=a')).toEqual({})
    expect(values('APP_ENV=production\nNODE_ENV=production\nCONSUMER_KEY=a')).toEqual({ consumerKey: 'a' })
  })
})

describe('code is no value', () => {
  test.each([
    ['<?php return ["consumer_key" => env("KEY_A")];', 'KEY_A'],
    ["<?php $config = ['consumer_key' => getenv('KEY_A')];", 'KEY_A'],
    ["import os\nCONSUMER_KEY = os.environ['KEY_A']", 'KEY_A'],
    ["from decouple import config\nCONSUMER_KEY = config('KEY_A')", 'KEY_A'],
    ['module.exports = { consumerKey: process.env.KEY_A }', 'KEY_A'],
    ['CONSUMER_KEY=$' + '{KEY_A}', 'KEY_A'],
    ['CONSUMER_KEY=$KEY_A', 'KEY_A'],
    ['consumer_key: "{{ KEY_A }}"', 'KEY_A'],
    ["CONSUMER_KEY=os.getenv('KEY_A')", 'KEY_A'],
    ['set CONSUMER_KEY=%KEY_A%', 'KEY_A'],
  ])('%s', (text, name) => {
    expect(values(text)).toEqual({})
    expect(Object.values(reasons(text))).toContain(`It is a reference to ${name}, not a value.`)
  })

  test.each([
    ["module.exports = { consumerKey: 'a' + suffix }", 'It is code, not a value.'],
    ['CONSUMER_KEY=<your consumer key>', 'It is a placeholder, not a value.'],
    ['CONSUMER_KEY=your_consumer_key_here', 'It is a placeholder, not a value.'],
    ['APP_KEY=base64:cHJpdmF0ZQ==', 'It is the key of a Laravel application.'],
    ['mpesa.consumer-key=ENC(abc)', 'It is kept elsewhere or encrypted: this is no value.'],
  ])('%s', (text, reason) => {
    expect(values(text)).toEqual({})
    expect(Object.values(reasons(text))).toContain(reason)
  })

  test('and one line of it makes no program of a file', () => {
    const text = "MPESA_CONSUMER_KEY=key-1\nMPESA_PASSKEY=pk-1\nINITIATOR_PASSWORD=os.environ['PW']"
    expect(values(text)).toEqual({ consumerKey: 'key-1', lnmPasskey: 'pk-1' })
    expect(read(text).format).toBe('.env file')
  })

  test('a default beside a reference is taken, and said to be one', () => {
    expect(read("module.exports = { consumerKey: process.env.KEY_A ?? 'key-1' }").recognised).toMatchObject([
      { value: 'key-1', note: 'The default of KEY_A, which may say something else.' },
    ])
  })
})

describe('what carries a meaning is no noise', () => {
  test.each(['openapi', 'mozambique', 'daraja'])('a public key is no API key of %s', (system) => {
    const text = 'MPESA_API_KEY=mine\nMPESA_PUBLIC_KEY=MIIC\npublicKey=MIIC\nPRIVATE_KEY=x\nMPESA_CERT_KEY=y'
    expect(Object.values(values(text, { system }))).toEqual(['mine'])
    expect(reasons(text, { system }).MPESA_PUBLIC_KEY).toContain('public key')
    expect(reasons(text, { system }).PRIVATE_KEY).toContain('private key')
  })

  test.each(['DATA_KEY', 'SERVICE_KEY', 'SETTINGS_SECRET', 'ACCOUNT_KEY'])('%s may be anybody’s', (key) => {
    expect(values(`${key}=x`)).toEqual({})
  })

  test('and what a framework puts before a name still is', () => {
    expect(values('NEXT_PUBLIC_MPESA_CONSUMER_KEY=a\nREACT_APP_CONSUMER_SECRET=b')).toEqual({
      consumerKey: 'a',
      consumerSecret: 'b',
    })
  })
})

describe('manifests and anchors', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', data: { CONSUMER_KEY: 'a2V5LTE=' } }

  test.each([
    ['a Secret as JSON', JSON.stringify(secret)],
    ['a List as JSON', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [secret] })],
    [
      'a List as YAML',
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Secret\n    data:\n      CONSUMER_KEY: a2V5LTE=',
    ],
    ['a binary', 'CONSUMER_KEY: !!binary a2V5LTE='],
  ])('%s is decoded', (_, text) => expect(values(text)).toEqual({ consumerKey: 'key-1' }))

  test('a List parts sandbox and production by the names of its objects', () => {
    const of = (name: string, key: string) => ({
      ...secret,
      metadata: { name },
      data: { CONSUMER_KEY: Buffer.from(key).toString('base64') },
    })
    const text = JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: [of('mpesa-live', 'l'), of('mpesa-sandbox', 's')],
    })
    expect(values(text)).toEqual({ consumerKey: 's' })
    expect(values(text, { kind: 'production' })).toEqual({ consumerKey: 'l' })
  })

  test('a value beside a merge key counts before what it brings', () => {
    expect(
      values(
        'base: &b\n  consumer_key: base\n  consumer_secret: secret-1\nsandbox:\n  <<: *b\n  consumer_key: key-1',
      ),
    ).toEqual(secrets)
    expect(
      values(
        'x-a: &a {MPESA_CONSUMER_KEY: other}\nx-b: &b {MPESA_CONSUMER_SECRET: secret-1}\nservices:\n  shop:\n    environment:\n      <<: [*a, *b]\n      MPESA_CONSUMER_KEY: key-1',
      ),
    ).toEqual(secrets)
  })
})

describe('a value is as it is written', () => {
  test.each([
    ['{"passkey": 123456789012345678901234}', '123456789012345678901234'],
    ['{"passkey": 1e5}', '1e5'],
    ['passkey: 0123456', '0123456'],
    ["module.exports = { passkey: '\\u0062c' }", 'bc'],
    ["PASSKEY = '\\x62c'\nimport os", 'bc'],
  ])('%s', (text, value) => expect(values(text).lnmPasskey).toBe(value))

  test('an open quote takes its own line, and not those below it', () => {
    const text = 'PASSKEY="open\nCONSUMER_KEY=key-1\nCONSUMER_SECRET=secret-1'
    expect(values(text)).toEqual(secrets)
    expect(reasons(text).PASSKEY).toBe('The quote " is not closed.')
  })
})

describe('names of published clients', () => {
  test.each<[string, string, string, string?]>([
    ['LIPA_NA_MPESA_SHORTPASS', 'lnmPasskey', 'pk-1'],
    ['lipaNaMpesaShortPass', 'lnmPasskey', 'pk-1'],
    ['SAFARICOM_PASSKEY', 'lnmPasskey', 'pk-1'],
    ['business_pass_key', 'lnmPasskey', 'pk-1'],
    ['MPESA_EXPRESS_SHORTCODE', 'lnmShortcode', '174379'],
    ['MPESA_INITIATOR_SECURITY_CREDENTIAL', 'initiatorPassword', 'Secret111!'],
    ['SECURITY_CREDENTIAL', 'initiatorPassword', 'Secret111!'],
    ['MPESA_CLIENT_KEY', 'consumerKey', 'k'],
    ['M-PESA_CONSUMER_KEY', 'consumerKey', 'k'],
    ['MPESACONSUMERKEY', 'consumerKey', 'k'],
    ['auth_key', 'apiKey', 'k', 'openapi'],
    ['MPESA_SERVICE_PROVIDER_CODE', 'serviceProviderCode', '171717', 'mozambique'],
  ])('%s is %s', (key, name, value, system = 'daraja') => {
    expect(values(`${key}=${value}`, { system })).toEqual({ [name]: value })
  })

  test('what is encrypted already is said to be, and not taken for the password', () => {
    const text = `SECURITY_CREDENTIAL=${Buffer.alloc(256, 7).toString('base64')}`
    expect(values(text)).toEqual({})
    expect(reasons(text).SECURITY_CREDENTIAL).toContain('encrypted SecurityCredential')
  })
})

describe('one credential has one value', () => {
  test('the plain name counts before one of a product, whichever stands last', () => {
    expect(values('CONSUMER_KEY=all\nB2C_CONSUMER_KEY=b2c')).toEqual({ consumerKey: 'all' })
    expect(reasons('CONSUMER_KEY=all\nB2C_CONSUMER_KEY=b2c').B2C_CONSUMER_KEY).toContain('B2C only')
    expect(values('B2C_CONSUMER_KEY=b2c')).toEqual({ consumerKey: 'b2c' })
  })

  test('two products with different ones leave the choice to a person', () => {
    const text = 'B2C_SHORTCODE=600001\nC2B_SHORTCODE=600002'
    expect(values(text)).toEqual({})
    expect(reasons(text).B2C_SHORTCODE).toContain('B2C_SHORTCODE and C2B_SHORTCODE say different things')
  })

  test('two accounts of one file are not mixed', () => {
    expect(values('{"a":{"consumerKey":"1"},"b":{"consumerKey":"2"}}')).toEqual({})
  })

  test('a name of its own counts before one that all software uses', () => {
    expect(values('APP_KEY=other\nMPESA_CONSUMER_KEY=mine\nSECRET_KEY=other')).toMatchObject({
      consumerKey: 'mine',
    })
    expect(values('{"stripe":{"secret_key":"other"},"google":{"client_id":"x"}}')).toEqual({})
  })
})
