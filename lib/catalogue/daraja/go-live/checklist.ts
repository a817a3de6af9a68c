import type { ChecklistItem } from '@/lib/catalogue/go-live'
import { itemsOf } from '@/lib/catalogue/go-live-words'
import { olderPortal, portal, tutorial } from '../sources'

const today = 'Daraja 3.0, today: two steps'
const first = 'First portal, 2017 to about 2020: four steps'
const pages = portal('pages on going live, copy of December 2025')
const guides = 'Guides to the first portal and its workbook'
const organisationPortal = 'M-PESA organisation portal'

const item = itemsOf(pages)

const shortcode: ChecklistItem[] = [
  item(
    'shortcode-kind',
    'Short code',
    {
      title: 'The live short code and its kind are known',
      todo: 'Take the paybill number, the store number of a till, the head-office number or the B2C number. For a till it is never the till number that customers see.',
      where: 'Environment, Shortcode',
    },
    { href: '/environments', check: 'own:shortcode' },
  ),
  item(
    'settlement-bank',
    'Short code',
    {
      title: 'An organisation portal user may settle to a bank',
      todo: 'Ask for the settlement option Bank by an application of the head office before you go live.',
      where: 'M-PESA business support',
    },
    { source: portal('Going live, prerequisites') },
  ),
  item(
    'products-apart',
    'Products',
    {
      title: 'No short code carries products that exclude each other',
      todo: 'C2B and M-Pesa Express may share one short code and one app. Give B2C a short code of its own: the older answers rule out B2C beside C2B; those of today allow it where the short code itself does.',
      where: 'My Apps on the Daraja portal',
    },
    { check: 'shortcodes-apart', source: `${portal('FAQ')}; ${tutorial}` },
  ),
  item('products-of-app', 'Products', {
    title: 'The app has every product that you call',
    todo: 'Compare the products of the app with the APIs of this sheet: a call without its product ends as a token error (401.003.01, no apiproduct match found).',
    where: 'My Apps on the Daraja portal',
  }),
]

const organisation: ChecklistItem[] = [
  item(
    'organisation-name',
    'Organisation',
    {
      title: 'The organisation’s name is short and has no symbols',
      todo: 'Shorten the name and drop &, apostrophes, dots and the like. One guide says a single word. Write the name as a note here and it is checked.',
      where: 'Go Live, Organizational Name',
    },
    { check: 'name-without-symbols' },
  ),
  item(
    'operator-role',
    'Operator',
    {
      title: 'The operator is Business Administrator or Business Manager',
      todo: 'Open the operator on the organisation portal and read its role. No other role can be verified.',
      where: `${organisationPortal}, Operators`,
    },
    { source: `${pages}; ${guides}` },
  ),
  item(
    'operator-user-name',
    'Operator',
    {
      title: 'The user name is copied letter by letter',
      todo: 'It is case sensitive: Wanjiru and wanjiru are two operators. Write it as a note here, so that nobody types it from memory.',
      where: `${organisationPortal}, Operators`,
    },
    { check: 'copied-name', source: `${pages}; ${guides}` },
  ),
  item(
    'operator-otp-phone',
    'Operator',
    {
      title: 'The operator’s phone is a Safaricom line at hand',
      todo: 'The one-time password goes to the phone in the operator’s profile and lives about 3 minutes. Write the number as a note here and its form is checked.',
      where: `${organisationPortal}, Operators, contact details`,
    },
    { check: 'phone-number' },
  ),
  item(
    'operator-kyc',
    'Operator',
    {
      title: 'The operator’s KYC tab is complete',
      todo: 'Identity status Active; e-mail, preferred contact number and notification number (2547…); notification e-mail; ID type and number. Where one is missing, the portal finds no verification data for the paybill.',
      where: `${organisationPortal}, Operators, KYC`,
    },
    { source: guides },
  ),
  item(
    'api-operator',
    'Operator',
    {
      title: 'Calls with an initiator have an API operator with the right roles',
      todo: 'ORG B2C API initiator, Transaction Status query ORG API, Balance Query ORG API, Org Reversals Initiator; for business payments Business Paybill or Business Buy Goods Org API initiator. Its password lasts 90 days.',
      where: `${organisationPortal}, Operators, access channel API`,
    },
    { href: '/environments', check: 'own:initiatorName', source: portal('operator roles of each API') },
  ),
]

const technical: ChecklistItem[] = [
  item(
    'urls-pass',
    'Callback URLs',
    {
      title: 'Every callback URL passes the rules',
      todo: 'HTTPS, a public host, no tunnel or request catcher, and none of the words mpesa, m-pesa, safaricom, exe, exec, cmd, sql, query in any case.',
      where: 'Tools, Callback URL',
    },
    { href: '/tools', check: 'callback-urls', source: portal('URL rules') },
  ),
  item(
    'urls-answer-first',
    'Callback URLs',
    {
      title: 'The receiver answers first and works later',
      todo: 'A callback is delivered once: what meets a closed door is lost, except for Bill Manager. A validation must be answered within about 8 seconds.',
      where: 'Your own service',
    },
    { source: portal('callbacks') },
  ),
  item(
    'certificate',
    'Certificates and credentials',
    {
      title: 'The security credential is made with the production certificate',
      todo: 'Encrypt the initiator password with the certificate of production, not with that of the sandbox (2001, initiator information is invalid).',
      where: 'Environment, certificate',
    },
    { href: '/environments', check: 'certificate-in-force', source: portal('security credential') },
  ),
  item(
    'proof-success',
    'Proof',
    {
      title: 'Every API in use has a recorded success',
      todo: 'Run at least one success of each API of this sheet. Only the APIs in use need filling.',
      where: 'Cases of this sheet',
    },
    { check: 'every-api-succeeds', source: guides },
  ),
  item(
    'proof-failures',
    'Proof',
    {
      title: 'The ways to fail were tried',
      todo: 'Refusals and failed payments are worth as much as successes: your software meets them on its first day.',
      where: 'Cases of this sheet',
    },
    { check: 'refusals-tried', source: guides },
  ),
]

const journeys: ChecklistItem[] = [
  item(
    'today-information',
    'Today’s portal',
    {
      title: 'Step 1: organisation information',
      todo: 'Verification type Short Code, the short code, the organisation’s name, the operator’s user name, and a tick for the terms. Then Next.',
      where: 'developer.safaricom.co.ke, Go Live',
    },
    { journey: today },
  ),
  item(
    'today-otp',
    'Today’s portal',
    {
      title: 'Step 2: the one-time password',
      todo: 'Type what arrives on the operator’s phone. Afterwards the production end points come by e-mail, and a production app shows key, secret, short code and products.',
      where: 'developer.safaricom.co.ke, Go Live',
    },
    { journey: today },
  ),
  item(
    'today-no-upload',
    'Today’s portal',
    {
      title: 'No workbook is asked for',
      todo: 'No captured page shows or names an upload of test cases. Keep the filled workbook as your own record and for partners who ask for one.',
      where: 'developer.safaricom.co.ke, Go Live',
    },
    { journey: today, confirmed: false },
  ),
  item(
    'first-certificate',
    'The first portal',
    {
      title: 'Access to the organisation portal needed a client certificate',
      todo: 'Have it issued for the operator and installed in the browser.',
      where: organisationPortal,
    },
    { journey: first, source: guides },
  ),
  item(
    'first-upload',
    'The first portal',
    {
      title: 'Step 1: upload the test cases',
      todo: 'Download the workbook, fill Actual Results, upload it and tick the terms. Only the APIs in use need filling; the content was not checked.',
      where: 'Go Live, Upload test cases',
    },
    { journey: first, source: guides },
  ),
  item(
    'first-verification',
    'The first portal',
    {
      title: 'Step 2: verification',
      todo: 'Verification type Short Code, the organisation’s name, its short code (for a till the head-office number) and the case-sensitive user name.',
      where: 'Go Live, Verification',
    },
    { journey: first, source: guides },
  ),
  item(
    'first-otp',
    'The first portal',
    {
      title: 'Step 3: the one-time password',
      todo: 'It comes by SMS to the operator’s phone and is valid for about 3 minutes; it can be sent again.',
      where: 'Go Live, OTP Confirmation',
    },
    { journey: first, source: guides },
  ),
  item(
    'first-urls',
    'The first portal',
    {
      title: 'Step 4: production URLs and terms',
      todo: 'Choose the APIs and accept. Production apps appear; URLs and keys follow by e-mail after an internal approval. An error in CRQ creation goes away when repeated.',
      where: 'Go Live, Production URLs',
    },
    { journey: first, source: guides },
  ),
]

const afterwards: ChecklistItem[] = [
  item(
    'c2b-urls-once',
    'After going live',
    {
      title: 'C2B URLs are registered once, and right',
      todo: 'Production takes one registration. To change it, delete it under Self Services, URL Management, where two Business Managers or Administrators approve, and register again.',
      where: 'Self Services, URL Management',
    },
    { source: portal('C2B, register URL') },
  ),
  item(
    'c2b-validation',
    'After going live',
    {
      title: 'External validation is switched on, where you validate',
      todo: 'It is off at first. Ask for it; activation takes about 6 hours, or 24 working hours by an older answer.',
      where: 'API support, by e-mail',
    },
    { source: `${portal('C2B')}; ${olderPortal('FAQ')}` },
  ),
  item(
    'production-environment',
    'After going live',
    {
      title: 'The production environment holds the live values',
      todo: 'Consumer key and secret, short codes, passkey and initiator come by e-mail and on the production app; none of the sandbox’s works.',
      where: 'Environments, a new one of kind production',
    },
    { href: '/environments' },
  ),
  item(
    'sim-apis',
    'SIM APIs',
    {
      title: 'IMSI and SIM swap go live by e-mail',
      todo: 'Write to API support with the company’s registration details and a signed commercial agreement. No wizard leads there.',
      where: 'API support, by e-mail',
    },
    { source: portal('IMSI, Swap') },
  ),
]

export const darajaChecklist: readonly ChecklistItem[] = [
  ...shortcode,
  ...organisation,
  ...technical,
  ...journeys,
  ...afterwards,
]
