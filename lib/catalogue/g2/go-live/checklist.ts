import type { ChecklistItem } from '@/lib/catalogue/go-live'
import { itemsOf } from '@/lib/catalogue/go-live-words'
import { c2bGuide, checkoutGuide, specification } from '../sources'

const guide = 'B2C guide of the SOAP interface and a post on its certificates'

const item = itemsOf(guide)

export const g2Checklist: readonly ChecklistItem[] = [
  item('business-account', 'Account', {
    title: 'There is a business account with a short code',
    todo: 'Pay-outs need a B2C short code of its own. Whether the SOAP interface still takes newcomers is not confirmed: ask first.',
    where: 'M-PESA business support',
  }),
  item(
    'no-sheet',
    'Account',
    {
      title: 'No sheet of test cases is known',
      todo: 'The workbook of 2017 still speaks of Broker, Core API and SPID, so an earlier one is likely; none was found. Ask whether one is wanted.',
      where: 'M-PESA integration team',
    },
    { confirmed: false, source: 'Wording of the Daraja workbook of 2017' },
  ),
  item('network', 'Network', {
    title: 'The private line stands',
    todo: 'A VPN or a leased line to the broker. The checkout alone is reached over the internet.',
    where: 'Your network and Safaricom’s',
  }),
  item(
    'firewall',
    'Network',
    {
      title: 'Both directions are open',
      todo: 'Requests leave to the broker’s port, results come back to yours: 8310 for HTTP and 18423 for HTTPS in old papers.',
      where: 'Firewalls on both sides',
    },
    { confirmed: false },
  ),
  item(
    'credentials',
    'Credentials',
    {
      title: 'SP id, service id and password are stored',
      todo: 'The header’s password is a digest of SP id, password and timestamp. An empty or wrong one is refused by the broker before the core sees it.',
      where: 'Environment, credentials',
    },
    { href: '/environments', check: 'own:spId', source: specification },
  ),
  item(
    'initiator',
    'Credentials',
    {
      title: 'The initiator is an API operator with its role',
      todo: 'Name it in Identity, and encrypt its password with the certificate that was handed out for this purpose (RSA, PKCS#1 v1.5).',
      where: 'M-PESA organisation portal, Operators',
    },
    { href: '/environments', check: 'certificate-in-force', source: specification },
  ),
  item(
    'http-tests',
    'Tests without TLS',
    {
      title: 'Requests and results pass over plain HTTP',
      todo: 'On the private line, against the test broker: one accepted request and its result for each command in use.',
      where: 'Cases of this sheet',
    },
    { check: 'every-api-succeeds' },
  ),
  item(
    'http-failures',
    'Tests without TLS',
    {
      title: 'Refusals, failures and queue time-outs were tried',
      todo: 'A wrong initiator, too little money, an unknown party, and a request that the broker gives up on.',
      where: 'Cases of this sheet',
    },
    { check: 'refusals-tried' },
  ),
  item('certificate-request', 'TLS', {
    title: 'Certificates were exchanged',
    todo: 'Make a key and a signing request, and send the request. The answer is a .p7b chain: split it into your certificate and the authorities above it.',
    where: 'Safaricom’s certificate authority',
  }),
  item(
    'client-certificate',
    'TLS',
    {
      title: 'Your certificate is shown to the broker',
      todo: 'TLS is two-way: store your certificate with its chain and its key in the environment.',
      where: 'Environment, client certificate',
    },
    { href: '/environments', check: 'client-certificate' },
  ),
  item(
    'server-authority',
    'TLS',
    {
      title: 'The broker’s authority is trusted, and checks stay on',
      todo: 'Store the authority that signs the broker’s certificate in the environment. Never switch the check off.',
      where: 'Environment, authority',
    },
    { href: '/environments', check: 'own-authority' },
  ),
  item(
    'https-tests',
    'TLS',
    {
      title: 'The same tests pass over HTTPS',
      todo: 'Change the base URL to https and run the cases again; your result listener speaks TLS as well.',
      where: 'Cases of this sheet',
    },
    { check: 'https-base' },
  ),
  item(
    'result-urls',
    'Migration',
    {
      title: 'Result, time-out, validation and confirmation addresses are the live ones',
      todo: 'RegisterURL is sent once for the live short code. Results come from an address of their own: let it in.',
      where: 'Environment, inbox',
    },
    { source: c2bGuide },
  ),
  item('migration', 'Migration', {
    title: 'The move to production is agreed and dated',
    todo: 'Swap base URL, SP id, service id, password, certificate and short code together, then make one small payment and follow its result.',
    where: 'M-PESA integration team',
  }),
  item(
    'checkout-live',
    'Migration',
    {
      title: 'The checkout has its live merchant id and passkey',
      todo: 'It needs no VPN. Its callback must be a public address.',
      where: 'Environment, merchant id and passkey',
    },
    { href: '/environments', source: checkoutGuide },
  ),
]
