import type { GoLiveCase, PlayAnswer, PlayStep, PlayValue } from '@/lib/catalogue/go-live'
import { findOperation } from '@/lib/systems'

/** What somebody's own program, and the people around it, do to make a case happen, a sentence each. */
export const instructionsOf = (each: GoLiveCase): string[] => {
  if (!each.play) return [...each.steps]
  return each.play.flatMap((step, index) => {
    const sentence = sentenceOf(step)
    const isRepeated = index > 0 && sentence === sentenceOf(each.play?.[index - 1] ?? step)
    return sentence === null || isRepeated ? [] : [sentence]
  })
}

const sentenceOf = (step: PlayStep): string | null => {
  switch (step.do) {
    case 'send':
      return sending(step)
    case 'answer-prompt':
      return answers[step.answer.answer](step.answer)
    case 'customer-pays':
      return `On a phone of the sandbox, pay ${step.amount} to ${step.shortcode} for ${step.reference}.`
    case 'read-strictly':
      return 'Have the sandbox read strictly: Sandbox, settings.'
    case 'answer-validation':
      return step.with === 'accept'
        ? 'Your server accepts the validation.'
        : step.with === 'silent'
          ? 'Your server does not answer the validation.'
          : `Your server turns the validation down with ${step.with}.`
    case 'await-callback':
      return 'Wait for the callback.'
    case 'arrange':
      return `On the local portal, set ${named(step.with)}.`
    case 'let-pass':
      return step.seconds >= 10 ? `Let ${step.seconds} seconds pass.` : null
    case 'fault':
      return `In the sandbox’s settings, choose the fault “${step.name}” for the next call.`
  }
}

const answers: Record<PlayAnswer['answer'], (answer: PlayAnswer) => string> = {
  pin: () => 'Enter the right PIN on the phone.',
  'wrong-pin': () => 'Enter a wrong PIN on the phone.',
  cancel: () => 'Cancel the prompt on the phone.',
  expire: () => 'Let the prompt on the phone expire.',
  'no-money': () => 'Answer the prompt from a phone with too little money.',
  code: (answer) => `Have the phone answer with ${answer.answer === 'code' ? answer.code : 'the code'}.`,
}

type Sending = Extract<PlayStep, { do: 'send' }>

const sending = (step: Sending): string => {
  const operation = findOperation(step.operation)
  const call = operation ? `${operation.title} (${operation.method} ${operation.path})` : step.operation
  const details = [
    ...valuesOf(step.values),
    ...(step.credentials ? [`another ${Object.keys(step.credentials).join(' and ')}`] : []),
    ...(step.token === null ? ['no token'] : step.token === undefined ? [] : ['another token']),
    ...(step.body === undefined ? [] : [step.body === '' ? 'no body' : `the body ${shown(step.body)}`]),
  ]
  const often = step.times && step.times > 1 ? ` ${step.times} times, each alike` : ''
  return details.length > 0 ? `Call ${call}${often} with ${details.join(', ')}.` : `Call ${call}${often}.`
}

const valuesOf = (values: Sending['values'] = {}): string[] =>
  Object.entries(values).map(([name, value]) => (value === null ? `no ${name}` : `${name} ${wordsOf(value)}`))

const named = (values: Readonly<Record<string, PlayValue>>): string => valuesOf(values).join(', ')

const wordsOf = (value: PlayValue): string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return shown(value)
  if ('$from' in value) return 'as the call before brought it'
  if ('$hook' in value) return 'set to your own callback address'
  if ('$fresh' in value) return 'that was never used before'
  if ('$ago' in value) return `${String(value.$ago)} seconds in the past`
  return shown(value)
}

const longest = 60
const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? (value === '' ? '“”' : value) : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text
}
