import { describe, expect, test } from 'vitest'
import { checkCallbackUrl } from './callback-url'

const broken = (url: string, target?: 'sandbox' | 'production') =>
  checkCallbackUrl(url, target)
    .findings.filter((finding) => finding.result === 'refused')
    .map((finding) => finding.rule)

const risky = (url: string, target?: 'sandbox' | 'production') =>
  checkCallbackUrl(url, target)
    .findings.filter((finding) => finding.result === 'risky')
    .map((finding) => finding.rule)

describe('a callback URL is refused', () => {
  test.each([
    ['without a scheme', 'shop.co.ke/callback', ['readable']],
    ['with another scheme', 'ftp://shop.co.ke/callback', ['readable']],
    ['with a space in it', 'https://shop.co.ke/call back', ['readable']],
    ['when it is empty', '', ['readable']],
    ['without its two slashes', 'https:my-shop.example.com/api/payments/', ['readable']],
    ['with an underscore in its host', 'https://my_shop.example.com/api', ['readable']],
    ['with blanks around it', ' https://my-shop.example.com/api/payments ', ['readable']],
    ['with a line end behind it', 'https://my-shop.example.com/api\n', ['readable']],
    ['with an invisible character', 'https://my-shop.example.com/\u200Bapi', ['readable']],
    ['over http', 'http://shop.co.ke/callback', ['https']],
    ['on localhost', 'https://localhost/callback', ['loopback']],
    ['on a name below localhost', 'https://shop.localhost/callback', ['loopback']],
    ['on 127.0.0.1', 'https://127.0.0.1/callback', ['loopback']],
    ['on a loopback address written as one number', 'https://2130706433/callback', ['loopback']],
    ['on the IPv6 loopback', 'https://[::1]/callback', ['loopback']],
    ['on 0.0.0.0', 'https://0.0.0.0/callback', ['loopback']],
    ['on 10.x', 'https://10.0.0.8/callback', ['private-address']],
    ['on 172.16.x', 'https://172.16.4.4/callback', ['private-address']],
    ['on 192.168.x', 'https://192.168.1.20/callback', ['private-address']],
    ['on a link-local address', 'https://169.254.169.254/callback', ['private-address']],
    ['on carrier-grade NAT', 'https://100.64.0.1/callback', ['private-address']],
    ['on a unique local IPv6 address', 'https://[fd00::1]/callback', ['private-address']],
    ['on an IPv4-mapped private address', 'https://[::ffff:10.0.0.1]/callback', ['private-address']],
    ['on a bare machine name', 'https://devbox/callback', ['host']],
    ['on a .local name', 'https://printer.local/callback', ['host']],
    ['on an .internal name', 'https://api.shop.internal/callback', ['host']],
    ['with mpesa in the path', 'https://shop.co.ke/mpesa/callback', ['words']],
    ['with M-Pesa in capitals', 'https://shop.co.ke/M-PESA', ['words']],
    ['with safaricom in the host', 'https://safaricom.shop.co.ke/cb', ['words']],
    ['with exe inside a word', 'https://shop.co.ke/annexed', ['words']],
    ['with exec', 'https://shop.co.ke/executive', ['words']],
    ['with cmd', 'https://shop.co.ke/cb?cmd=1', ['words']],
    ['with sql', 'https://mysql.shop.co.ke/cb', ['words']],
    ['with Query', 'https://shop.co.ke/statusQuery', ['words']],
    ['with a percent-encoded word', 'https://shop.co.ke/%6dpesa', ['words']],
    ['on ngrok in production', 'https://ab12.ngrok-free.app/cb', ['tunnel']],
    ['on a Cloudflare quick tunnel in production', 'https://a-b.trycloudflare.com/cb', ['tunnel']],
    ['on a request catcher in production', 'https://webhook.site/1234', ['tunnel']],
    ['for several reasons at once', 'http://127.0.0.1/mpesa', ['https', 'loopback', 'words']],
  ])('%s', (_, url, rules) => {
    expect(broken(url)).toEqual(rules)
    expect(checkCallbackUrl(url).isAcceptable).toBe(false)
  })
})

describe('a callback URL is taken', () => {
  test.each([
    ['on a public host', 'https://shop.co.ke/payments/callback'],
    ['with a trailing dot on the host', 'https://shop.co.ke./cb'],
    ['with a trailing slash', 'https://shop.co.ke/cb/'],
    ['on a public address', 'https://41.90.1.2/cb'],
    ['on a host that only ends like a tunnel', 'https://notngrok.io/cb'],
    ['with an inbox and a run in its path', 'https://shop.co.ke/hook/local/r/01KAAAAAAAAAAAAAAAAAAAAAAA'],
  ])('%s', (_, url) => {
    expect(broken(url)).toEqual([])
    expect(checkCallbackUrl(url).isAcceptable).toBe(true)
  })
})

describe('the sandbox is more patient', () => {
  test.each([
    ['http', 'http://shop.co.ke/cb', 'https'],
    ['a tunnel', 'https://ab12.ngrok-free.app/cb', 'tunnel'],
  ])('with %s', (_, url, rule) => {
    expect(broken(url, 'sandbox')).toEqual([])
    expect(risky(url, 'sandbox')).toContain(rule)
  })
})

describe('a callback URL is risky', () => {
  test.each([
    ['with a password', 'https://me:pw@shop.co.ke/cb', 'credentials'],
    ['with a fragment', 'https://shop.co.ke/cb#top', 'fragment'],
    ['with a port', 'https://shop.co.ke:8443/cb', 'port'],
    ['with a double slash', 'https://shop.co.ke//cb', 'slashes'],
    ['on a bare address', 'https://41.90.1.2/cb', 'host'],
  ])('%s', (_, url, rule) => expect(risky(url)).toContain(rule))
})

test('the longest forbidden word is named, not the ones inside it', () => {
  const words = checkCallbackUrl('https://shop.co.ke/exec').findings.find((one) => one.rule === 'words')
  expect(words?.message).toContain('“exec”')
  expect(words?.message).not.toContain('“exe”')
})
