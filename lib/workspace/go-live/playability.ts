import type { GoLiveCase, PlayStep } from '@/lib/catalogue/go-live'

export type PlayedWhere = { kind: string; baseUrl: string } | undefined

const local: Partial<Record<PlayStep['do'], string>> = {
  'answer-prompt': 'somebody has to answer the prompt on a phone',
  'customer-pays': 'a customer has to pay from a phone’s menu',
  fault: 'it needs a fault that only the local sandbox plays',
  'read-strictly': 'it needs the local sandbox to read strictly',
}

/** What keeps software from doing a case in an environment; null when it can. */
export const whyNotPlayed = (each: GoLiveCase, where: PlayedWhere): string | null => {
  if (!each.play) return each.byHand ?? 'No steps are known that software could do.'
  if (!where) return 'The environment is gone.'
  if (where.kind === 'production') return 'Nothing of a sheet is run against production.'
  if (each.needs === 'https' && !where.baseUrl.startsWith('https://')) {
    return 'It needs an https address, and this environment has none.'
  }
  if (where.kind === 'local') return null
  const step = each.play.find((one) => local[one.do])
  return step ? `In a provider’s sandbox ${local[step.do]}.` : null
}
