import 'server-only'
import { listRunRows } from '@/db/queries/runs'
import { readEncryptionKey } from '@/lib/crypto/certificate'
import { encryptPkcs1 } from '@/lib/crypto/rsa'
import { decryptPkcs1 } from '@/lib/crypto/rsa-decrypt'
import { emulatorKeys } from '@/lib/workspace/world/emulator-keys'
import { trimStray } from '../../environments/diagnose-token'
import type { EnvironmentContext } from '../../environments/environment-context'
import { type Check, report, type Subject } from './subject'

const labelOf = ({ system }: EnvironmentContext, name: string) =>
  system.credentials.find((spec) => spec.name === name)?.label ?? name

/** What the provider publishes for an environment of this kind; nothing in production. */
const publishedFor = ({ system, environment }: EnvironmentContext, name: string): string | undefined =>
  system.presets.find(({ kind, market }) => kind === environment.kind && market === environment.market)
    ?.credentials[name]

const strayProblems = (context: EnvironmentContext, names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const value = context.credentials[name]
    const label = labelOf(context, name)
    if (!value) return [`${label} is not stored.`]
    return trimStray(value) === value
      ? []
      : [`${label}: there are spaces, line breaks or quotes around the value.`]
  })

const settings = (context: EnvironmentContext) => [
  { label: 'Credentials', path: `/environments/${context.environment.slug}` },
]

const newest = 20

export const stkPassword: Check = {
  subject: 'environment',
  title: 'Shortcode and passkey fit',
  run: (subject) => {
    const context = subject.environment()
    const { environment, credentials, system } = context
    const names = ['lnmShortcode', 'lnmPasskey'] as const
    const tested = `${names.map((name) => labelOf(context, name)).join(' and ')} of ${environment.name}, and its newest pushes.`
    if (!names.every((name) => system.credentials.some((spec) => spec.name === name))) {
      return report('unknown', tested, `${system.title} has no password of this kind.`)
    }
    const problems = strayProblems(context, names)
    const isReal = environment.kind === 'production'
    for (const name of names) {
      const value = credentials[name]
      const published = publishedFor(context, name)
      if (value && published && value !== published) {
        problems.push(`${labelOf(context, name)} is not the published one, and the sandbox knows no other.`)
      }
      const known = system.presets.map((preset) => preset.credentials[name])
      if (isReal && value && known.includes(value)) {
        problems.push(`${labelOf(context, name)} is the sandbox’s: production issues its own.`)
      }
    }
    if (problems.length > 0) return report('problem', tested, problems, settings(context))
    return report(isReal ? 'unknown' : 'fine', tested, [
      'Both are stored, without anything stray.',
      ...pushesOf(subject, context),
    ])
  },
}

/** How pushes of the environment ended: one that passed proves the pair. */
const pushesOf = ({ deps, actor }: Subject, { environment, system }: EnvironmentContext): string[] => {
  const push = system.operations.find(({ fields }) => fields.some(({ name }) => name === 'CallBackURL'))
  if (!push) return []
  const runs = listRunRows(
    deps.db,
    actor.workspaceId,
    { operation: push.id, environment: environment.id },
    newest,
  )
  const passed = runs.filter(({ verdict }) =>
    ['paid', 'pending', 'failed', 'timed-out', 'no-word'].includes(verdict),
  ).length
  return runs.length === 0
    ? ['No push has been sent from here yet.']
    : [`${passed} of the newest ${runs.length} pushes from here were taken in.`]
}

/** Organisation portal: # & % $ are safe; brackets are refused, @ and the full stop are best avoided. */
const unsafe = /[^A-Za-z0-9#&%$]/g

export const credential: Check = {
  subject: 'environment',
  title: 'The operator’s name and password are in order',
  run: (subject) => {
    const context = subject.environment()
    const names = ['initiatorName', 'initiatorPassword'] as const
    const tested = `${names.map((name) => labelOf(context, name)).join(' and ')} of ${context.environment.name}. Nothing was sent.`
    if (!names.every((name) => context.system.credentials.some((spec) => spec.name === name))) {
      return report('unknown', tested, `${context.system.title} has no operator of this kind.`)
    }
    const problems = strayProblems(context, names)
    const [name, password] = names.map((each) => context.credentials[each] ?? '')
    const [knownName, knownPassword] = names.map((each) => publishedFor(context, each))
    if (name && knownName && name !== knownName && name.toLowerCase() === knownName.toLowerCase()) {
      problems.push(`The name is ${knownName} in exactly these letters: it is case sensitive.`)
    }
    const odd = password === knownPassword ? [] : [...new Set(password?.match(unsafe) ?? [])]
    if (odd.length > 0 && context.environment.kind === 'production') {
      problems.push(
        `The password holds ${odd.length === 1 ? 'a character' : 'characters'} other than letters, digits and # & % $, which the organisation portal may not keep.`,
      )
    }
    return problems.length > 0
      ? report('problem', tested, problems, settings(context))
      : report('fine', tested, 'Both are stored, without anything stray.')
  },
}

export const certificate: Check = {
  subject: 'environment',
  title: 'It is encrypted with the right certificate',
  run: (subject) => {
    const context = subject.environment()
    const { environment, system } = context
    const tested = `The certificate of ${environment.name}: whose it is, and what the password becomes with it.`
    const pem = context.certificate
    const key = pem === undefined ? undefined : readEncryptionKey(pem)
    if (!pem || !key)
      return report('problem', tested, 'There is no certificate that can be read.', settings(context))
    const published = system.publicKeys?.find(
      (one) => readEncryptionKey(one.pem)?.fingerprint === key.fingerprint,
    )
    const title = published?.title ?? key.subject ?? 'a key without a name'
    if (published && environment.kind !== 'local' && published.kind !== environment.kind) {
      return report(
        'problem',
        tested,
        `It is ${title}, of the ${published.kind} environment; this one is ${environment.kind}.`,
        settings(context),
      )
    }
    const password = context.credentials.initiatorPassword
    if (!password) return report('unknown', tested, [`It is ${title}.`, 'No password is stored to encrypt.'])
    const encrypted = encryptPkcs1(password, pem)
    const said = `It is ${title}, ${key.bits} bits: the credential has ${encrypted.length} characters.`
    if (environment.kind !== 'local') {
      return report(
        published ? 'fine' : 'unknown',
        tested,
        published ? said : [said, 'It is your own upload: compare it with the portal’s.'],
      )
    }
    return decryptPkcs1(
      encrypted,
      emulatorKeys(subject.deps, subject.actor.workspaceId, system.id).privateKey,
    ) === password
      ? report('fine', tested, [said, 'The local sandbox opened it and found the password.'])
      : report(
          'problem',
          tested,
          [said, 'The local sandbox cannot open it: it takes its own certificate.'],
          settings(context),
        )
  },
}
