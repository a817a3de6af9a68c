import 'server-only'
import { runsWithCodes } from '@/db/queries/environments'
import { listRunRows } from '@/db/queries/runs'
import { diagnoseToken } from '../../environments/diagnose-token'
import { type Check, report } from './subject'

export const token: Check = {
  subject: 'environment',
  title: 'A token comes for these credentials',
  run: async (subject) => {
    const { environment, system } = subject.environment()
    const tested = `A token was asked for at ${environment.name}, after key, secret, host and clock were looked at.`
    if (!system.session)
      return report('unknown', 'Nothing: there is no token to ask for.', `${system.title} asks for no token.`)
    const { works, verdict, steps } = await diagnoseToken(subject.deps, subject.actor, environment.id)
    const telling = steps.filter(({ result }) => result === 'problem')
    const open = steps.filter(({ result }) => result === 'consent')
    // A product that is missing is the next question, not this one.
    const own = telling.filter(({ id }) => id !== 'product')
    return report(
      works ? 'fine' : 'problem',
      tested,
      works && own.length === 0
        ? 'A token came.'
        : [
            verdict,
            ...[...own, ...open].flatMap(({ detail, fix }) => [detail, ...(fix ? [fix] : [])]),
          ].filter((line, index, all) => all.indexOf(line) === index),
      [{ label: 'Token of the environment', path: `/environments/${environment.slug}` }],
    )
  },
}

const newest = 20

export const product: Check = {
  subject: 'environment',
  title: 'The application has the product',
  run: (subject) => {
    const { environment, system } = subject.environment()
    const { db } = subject.deps
    const tested =
      'The newest runs of this environment that were refused with a code about products or tokens.'
    const codes = system.codes.flatMap(({ code, cause, cure, success }) =>
      code !== null && !success && /\bproducts?\b/i.test(`${cause} ${cure}`) ? [code] : [],
    )
    const refused = runsWithCodes(db, environment.id, [...new Set(codes)], newest)
    const [last] = refused
    if (!last) return report('unknown', tested, 'None was refused so.')
    const better = listRunRows(
      db,
      subject.actor.workspaceId,
      { operation: last.operation, environment: environment.id },
      newest,
    ).find(
      ({ id, verdict }) => id > last.id && ['paid', 'done', 'pending', 'failed', 'no-word'].includes(verdict),
    )
    const path = `/history/${last.id}`
    return better
      ? report('fine', tested, `${last.operation} was refused with ${last.code}, and taken in later.`, [
          { label: 'The later run', path: `/history/${better.id}` },
        ])
      : report(
          'problem',
          tested,
          `${last.operation} was refused with ${last.code}: ${last.description ?? ''}`,
          [{ label: 'The run', path }],
        )
  },
}
