import type { ChecklistItem } from '@/lib/catalogue/go-live'
import { itemsOf } from '@/lib/catalogue/go-live-words'
import { guide } from '../sources'

const portal = 'Vodacom Mozambique developer portal'

const item = itemsOf(guide)

export const mozambiqueChecklist: readonly ChecklistItem[] = [
  item('account-details', 'Account', {
    title: 'The account’s details are right',
    todo: 'They travel with the report: name, company and how to reach you. Correct them before you press Go Live.',
    where: `${portal}, My Profile`,
  }),
  item(
    'account-mode',
    'Account',
    {
      title: 'The mode is the one you want live',
      todo: 'With a response URL every call of the account is asynchronous, without one every call is synchronous.',
      where: 'Sandbox, Mozambique account',
    },
    { href: '/sandbox/mozambique' },
  ),
  item(
    'keys-noted',
    'Account',
    {
      title: 'Former API keys are known',
      todo: 'A renewal starts an empty report; former keys stay selectable. Take the report of the key that made your successes.',
      where: 'Sandbox, Mozambique account, reports',
    },
    { href: '/sandbox/mozambique' },
  ),
  item(
    'successes',
    'Proof',
    {
      title: 'The report shows successful transactions',
      todo: 'Successful transactions are the proof: a report of failures only is of no use.',
      where: 'Cases of this sheet',
    },
    { check: 'has-success' },
  ),
  item(
    'each-api',
    'Proof',
    {
      title: 'Every API in use has a recorded success',
      todo: 'Run C2B, and whatever else you will call, at least once to a good end.',
      where: 'Cases of this sheet',
    },
    { check: 'every-api-succeeds', confirmed: false },
  ),
  item(
    'callback-https',
    'Proof',
    {
      title: 'In asynchronous mode the receiver is public and answers in the portal’s form',
      todo: 'Its answer carries output_ThirdPartyConversationID, not …ThirdPartyReference. Whether the address must be HTTPS is not told.',
      where: 'Account, response URL',
    },
    { href: '/sandbox/mozambique', check: 'callback-urls', confirmed: false },
  ),
  item(
    'report',
    'Go Live',
    {
      title: 'The latest report was made for the right period',
      todo: 'Reports, choose key and period, and make the report: the button takes the latest one.',
      where: `${portal}, Reports`,
    },
    { href: '/sandbox/mozambique' },
  ),
  item('button', 'Go Live', {
    title: 'Go Live was pressed',
    todo: 'The button on the profile sends the latest report and the account’s details to Vodafone M-Pesa, who review and answer.',
    where: `${portal}, My Profile, Go Live!`,
  }),
  item(
    'afterwards',
    'Go Live',
    {
      title: 'What follows was agreed',
      todo: 'Contract, short code, permitted addresses, perhaps a VPN: the guide is silent about what comes after the button. Ask in the answer.',
      where: 'Vodafone M-Pesa',
    },
    { confirmed: false },
  ),
  item(
    'live-host',
    'Go Live',
    {
      title: 'The live environment has its own host, key and public key',
      todo: 'The live host keeps the sandbox’s ports and paths. Whether its public key is another is not told: paste the one of the profile page.',
      where: 'Environments',
    },
    { href: '/environments', confirmed: false },
  ),
]
