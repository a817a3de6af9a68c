/** What a page is for, what to do there, and where to read on. */
export type PageHelp = { title: string; text: string; links: readonly { href: string; label: string }[] }

const codes = { href: '/reference/codes', label: 'Look a code up' }
const limits = { href: '/reference/limits', label: 'Limits of each system' }

/** By the beginning of the address; the longest that fits is meant. */
const helps: Record<string, PageHelp> = {
  '/': {
    title: 'Home',
    text: 'What waits for somebody, what the last hour brought, and where the chosen environment is reached. Choose another environment at the top.',
    links: [{ href: '/guides/first-steps', label: 'First steps' }, codes],
  },
  '/try': {
    title: 'Trying an operation',
    text: 'Fill the form or take it as it stands, and send it with Ctrl Enter. The run appears beside the form: its answer, the prompt on the phone, the callback and what became of it. The other tabs show the same request as text, on the wire and as code.',
    links: [{ href: '/guides/asynchronous-flow', label: 'Answers, callbacks and results' }, codes, limits],
  },
  '/inbox': {
    title: 'Inbox',
    text: 'Every message that came to your callback addresses, byte for byte, newest first. Open one to read what it means; j and k walk the list. Point your provider or your own program at the address above the list.',
    links: [
      { href: '/guides/callbacks', label: 'How callbacks work' },
      { href: '/guides/callback-never-came', label: 'A callback never came' },
    ],
  },
  '/history': {
    title: 'History',
    text: 'Every run with its answer, its callbacks and its verdict. Narrow the list above it, open a run for its timeline, or choose two to compare them.',
    links: [{ href: '/guides/callback-never-came', label: 'A run hears nothing' }, codes],
  },
  '/go-live': {
    title: 'Go live',
    text: 'The test cases that a provider asks for before it lets you into production. A sheet fills itself from your runs; what is missing can be run from here, or brought by your own software in a session.',
    links: [
      { href: '/guides/go-live-daraja', label: 'Going live with Daraja' },
      { href: '/guides/go-live-openapi', label: 'Going live with OpenAPI' },
      { href: '/guides/go-live-mozambique', label: 'Going live in Mozambique' },
    ],
  },
  '/reports': {
    title: 'Reports',
    text: 'How many runs there were, how many succeeded, why the others did not and how long they took. Every number leads to the runs behind it; test-case runs are counted where a filter asks for them.',
    links: [codes],
  },
  '/sandbox': {
    title: 'Local sandbox',
    text: 'Phones, organisations and money that live on this machine. Make a customer pay, decide how a phone answers, slow calls down or let them fail, and point your own program here.',
    links: [
      { href: '/sandbox?tab=code', label: 'Use it from your code' },
      { href: '/reference/on-purpose', label: 'Bring a code about on purpose' },
    ],
  },
  '/sandbox/exchanges': {
    title: 'Exchanges',
    text: 'Each call that your software made to the local sandbox, what it was answered, and why it was refused where it was. Every refusal says what would have been taken.',
    links: [{ href: '/sandbox?tab=code', label: 'Use it from your code' }, codes],
  },
  '/environments': {
    title: 'Environments',
    text: 'A place to send requests to, with its own address, credentials and token. Paste a settings file to fill one in; secrets are sealed and shown to nobody without a note in the audit.',
    links: [
      { href: '/guides/tokens', label: 'How tokens work' },
      { href: '/guides/wrong-credentials', label: 'Credentials are refused' },
    ],
  },
  '/reference': {
    title: 'Reference',
    text: 'What each operation takes and answers, its callbacks, its codes and its limits, every fact with its source.',
    links: [codes, limits, { href: '/reference/terms', label: 'One thing, four names' }],
  },
  '/tools': {
    title: 'Tools',
    text: 'Make a password or a security credential, read a certificate, check a callback address. What is secret stays in this browser.',
    links: [{ href: '/guides/initiator-information-invalid', label: 'The initiator is refused' }],
  },
  '/guides': {
    title: 'Guides',
    text: 'How a payment goes from the request to the money, system by system, and what to do when it does not.',
    links: [codes, limits],
  },
  '/settings': {
    title: 'Settings',
    text: 'Your account, who else is here and what they may do, tokens for scripts, and the audit. What an owner decides says so.',
    links: [{ href: '/settings/tokens', label: 'Tokens for scripts' }],
  },
}

export const helpOf = (pathname: string): PageHelp | undefined => {
  const [found] = Object.keys(helps)
    .filter((start) =>
      start === '/' ? pathname === '/' : pathname === start || pathname.startsWith(`${start}/`),
    )
    .sort((a, b) => b.length - a.length)
  return found === undefined ? undefined : helps[found]
}

/** Every page that a help leads to, for those who check that it is there. */
export const helpLinks = (): string[] =>
  Object.values(helps).flatMap(({ links }) => links.map(({ href }) => href))
