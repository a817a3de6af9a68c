import type { CallbackEntry } from '@/lib/catalogue/callbacks'
import type { HttpResult, Inspection } from '@/lib/http/types'
import { resultCodeIn } from '../codes/explain-recorded'
import type { CallbackTest, Finding } from './fields'

/** How long M-Pesa waits for the answer to a validation. */
export const patienceMs = 8_000

const good = (about: Finding['about'], text: string): Finding => ({ about, result: 'good', text })
const risky = (about: Finding['about'], text: string): Finding => ({ about, result: 'risky', text })
const bad = (about: Finding['about'], text: string): Finding => ({ about, result: 'bad', text })

/** What there is to say of the way: name, certificate. */
export const wayFindings = (url: URL, { addresses, dnsMs, problem, tls }: Inspection): Finding[] => {
  if (problem !== null) return [bad('name', problem)]
  const name = good('name', `${url.hostname} is ${addresses.join(', ')}, found in ${dnsMs} ms.`)
  if (url.protocol === 'http:') {
    return [name, risky('certificate', 'The address is http. Production takes https addresses only.')]
  }
  if (!tls) return [name]
  const [own] = tls.chain
  if (tls.problem !== null) return [name, bad('certificate', tls.problem)]
  return [
    name,
    good(
      'certificate',
      `${tls.protocol} in ${tls.ms} ms. The certificate is of ${own?.subject ?? 'the host'}, signed by ${own?.issuer ?? 'somebody'}, and ${tls.chain.length} of its chain were shown.`,
    ),
  ]
}

/** What M-Pesa would make of an answer to a message of this kind. */
export const judgeAnswer = (
  entry: Pick<CallbackEntry, 'asks'>,
  sent: HttpResult,
): { verdict: CallbackTest['verdict']; findings: Finding[] } => {
  const isQuestion = entry.asks === 'validation'
  const otherwise = isQuestion ? 'undecided' : 'lost'
  const consequence = isQuestion
    ? 'The ResponseType of the registered URLs decides instead.'
    : 'It is not sent again: ask for the status of the payment.'
  if (sent.kind === 'unreachable') {
    return { verdict: otherwise, findings: [bad('status', `${sent.detail} ${consequence}`)] }
  }
  const { status, ms } = sent
  const findings: Finding[] = [timeFinding(ms, isQuestion)]
  if (status >= 300 && status < 400) {
    const to = sent.headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? 'nowhere'
    findings.push(
      bad(
        'redirect',
        `It redirects to ${to}. Nothing says that this is followed: register the last address.`,
      ),
    )
    return { verdict: otherwise, findings }
  }
  findings.push(good('redirect', 'It redirects nowhere.'))
  if (status < 200 || status > 299) {
    findings.push(bad('status', `HTTP ${status} is no acceptance. ${consequence}`))
    return { verdict: otherwise, findings }
  }
  findings.push(good('status', `HTTP ${status}.`))
  if (!isQuestion) {
    findings.push(good('body', 'Any body will do.'))
    return { verdict: 'accepted', findings }
  }
  const { verdict, finding } = judgeValidation(Buffer.from(sent.body).toString('utf8'))
  findings.push(finding)
  return { verdict: ms > patienceMs ? 'undecided' : verdict, findings }
}

const timeFinding = (ms: number, isQuestion: boolean): Finding => {
  const took = `The answer took ${Math.round(ms)} ms`
  if (ms <= patienceMs / 4) return good('time', `${took}, of about ${patienceMs}.`)
  if (ms <= patienceMs)
    return risky('time', `${took}, of about ${patienceMs}: answer first and work afterwards.`)
  return isQuestion
    ? bad('time', `${took}: M-Pesa had stopped waiting after about ${patienceMs}.`)
    : risky('time', `${took}, longer than the ${patienceMs} that are known of validations.`)
}

const judgeValidation = (body: string): { verdict: CallbackTest['verdict']; finding: Finding } => {
  const code = resultCodeIn(body)
  if (code === undefined) {
    return {
      verdict: 'undecided',
      finding: bad('body', 'It has no ResultCode, so it is no answer to a validation.'),
    }
  }
  if (!/^0+$/.test(code)) {
    return { verdict: 'rejected', finding: good('body', `ResultCode ${code} turns the payment down.`) }
  }
  const isText = /"ResultCode"\s*:\s*"/.test(body)
  return {
    verdict: 'accepted',
    finding: isText
      ? risky('body', 'ResultCode is the text "0". The tutorial demands the number 0; both are said to work.')
      : good('body', 'ResultCode 0 lets the payment through.'),
  }
}
