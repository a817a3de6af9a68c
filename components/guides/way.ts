import type { CheckResult, Tree, TreeNode } from '@/lib/guides/types'

/** What was answered at a node: a check’s result, or the number of an answer. */
export type Choice = CheckResult | number

export type Stop = { id: string; node: TreeNode; choice: Choice | null }

const results: readonly string[] = ['fine', 'problem', 'unknown'] satisfies CheckResult[]

/** As the address has it: `fine.problem.0`. */
export const readWay = (text: string | null): Choice[] =>
  (text ?? '')
    .split('.')
    .filter(Boolean)
    .flatMap((part): Choice[] => {
      if (results.includes(part)) return [part as CheckResult]
      return /^\d$/.test(part) ? [Number(part)] : []
    })

export const writeWay = (way: readonly Choice[]): string => way.join('.')

export const nextAfter = (node: TreeNode, choice: Choice): string | undefined => {
  if (node.kind === 'check') return typeof choice === 'string' ? node.next[choice] : undefined
  return node.kind === 'question' && typeof choice === 'number' ? node.answers[choice]?.next : undefined
}

/** The nodes passed, and the one where the way stands. Choices that do not fit end it. */
export const stopsOf = (tree: Tree, way: readonly Choice[]): Stop[] => {
  const stops: Stop[] = []
  let id = tree.start
  for (let index = 0; ; index++) {
    const node = tree.nodes[id]
    if (!node) return stops
    const choice = way[index] ?? null
    const next = choice === null ? undefined : nextAfter(node, choice)
    stops.push({ id, node, choice: next === undefined ? null : choice })
    if (next === undefined) return stops
    id = next
  }
}
