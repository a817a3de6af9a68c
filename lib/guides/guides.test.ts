import { describe, expect, test } from 'vitest'
import type { Field, Json, XmlShape } from '@/lib/catalogue/types'
import { allOperations, findOperation, systemOf, systems } from '@/lib/systems'
import { isAnsweredFromEntry } from '@/tests/system-bench'
import {
  findGuide,
  findTree,
  guides,
  guidesOfCode,
  guidesOfOperation,
  inconsistencies,
  limits,
  searchGuides,
  trees,
} from '.'
import { hrefOf, partsOf } from './rich'
import type { Block, Rich, Tree } from './types'
import { blocksOfGuide, blocksOfTree, codesIn, operationsIn, textsOf } from './walk'

const fieldNames = (field: Field): string[] => [field.name, ...(field.items ?? []).flatMap(fieldNames)]
const keysOf = (value: Json): string[] => {
  if (typeof value === 'string')
    return [...value.matchAll(/<(?:[\w.-]+:)?([\w.-]+)/g)].map(([, name = '']) => name)
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(keysOf)
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
}
const tagsOf = (shape: XmlShape): string[] => [
  shape.tag.replace(/^.*:/, ''),
  ...(shape.children ?? []).flatMap(tagsOf),
]

const operations = allOperations()
/** Every name that the catalogue knows from the wire. */
const wireNames = new Set(
  operations.flatMap((operation) => {
    const { success, failure, variants } = operation.acknowledgement
    const examples = [success, ...(failure ? [failure] : []), ...variants]
    return [
      ...operation.fields.flatMap(fieldNames),
      ...examples.flatMap(({ body }) => keysOf(body)),
      ...operation.callbacks.flatMap(({ example, expectedResponse }) => [
        ...keysOf(example),
        ...(expectedResponse ? keysOf(expectedResponse.body) : []),
      ]),
      ...operation.headers.map(({ name }) => name),
      ...(operation.envelope ? tagsOf(operation.envelope) : []),
      ...operation.auth.uses,
    ]
  }),
)
const codeRefs = new Set(systems.flatMap(({ codes }) => codes.map(({ system, id }) => `${system}/${id}`)))
/** Pages outside of guides and reference that texts lead to. */
const pages = new Set([
  '/inbox',
  '/history',
  '/sandbox',
  '/sandbox/openapi',
  '/settings/reach',
  '/sandbox/mozambique',
  '/environments',
  '/tools',
  '/reference/codes',
])

const texts: [where: string, blocks: Block[]][] = [
  ...guides.map((guide): [string, Block[]] => [guide.slug, blocksOfGuide(guide)]),
  ...trees.map((tree): [string, Block[]] => [tree.slug, blocksOfTree(tree)]),
  ['limits', limits.map(({ detail }) => ({ kind: 'text', text: detail }))],
  [
    'inconsistencies',
    inconsistencies.map(({ detail, jaribu = '' }) => ({ kind: 'list', items: [detail, jaribu] })),
  ],
]

const isTarget = (target: string): boolean => {
  const [kind = '', rest = ''] = [target.slice(0, target.indexOf(':')), target.slice(target.indexOf(':') + 1)]
  if (kind === 'op' || kind === 'ref') return findOperation(rest) !== undefined
  if (kind === 'code') return codeRefs.has(rest)
  if (kind === 'page') return pages.has(rest.split('?')[0] ?? '')
  if (kind === 'field') {
    const [id = '', name = ''] = rest.split('/')
    return findOperation(id)?.fields.some((field) => field.name === name) ?? false
  }
  if (kind === 'guide') {
    const [slug = '', section] = rest.split('#')
    if (findTree(slug)) return section === undefined
    const guide = findGuide(slug)
    return guide !== undefined && (section === undefined || guide.sections.some(({ id }) => id === section))
  }
  return false
}

const linksIn = (text: Rich) => partsOf(text).flatMap((part) => (part.kind === 'link' ? [part.target] : []))
const namesIn = (text: Rich) =>
  partsOf(text).flatMap((part) =>
    part.kind === 'code' && /^[A-Za-z_][\w.-]*$/.test(part.text) ? [part.text] : [],
  )

describe.each(texts)('%s', (_, blocks) => {
  test('every link leads somewhere', () => {
    const broken = blocks
      .flatMap(textsOf)
      .flatMap(linksIn)
      .filter((target) => !isTarget(target) || !hrefOf(target))
    expect(broken).toEqual([])
  })

  test('every operation and code exists', () => {
    expect(operationsIn(blocks).filter((id) => !findOperation(id))).toEqual([])
    expect(codesIn(blocks).filter((ref) => !codeRefs.has(ref))).toEqual([])
  })

  test('every name in backticks is a name of the wire', () => {
    expect(
      blocks
        .flatMap(textsOf)
        .flatMap(namesIn)
        .filter((name) => !wireNames.has(name)),
    ).toEqual([])
  })

  test('values of forms and samples belong to fields', () => {
    const wrong = blocks.flatMap((block) => {
      if (block.kind !== 'try' && block.kind !== 'sample') return []
      const names = new Set(findOperation(block.operation)?.fields.map(({ name }) => name))
      return Object.keys(block.values ?? {}).filter((name) => !names.has(name))
    })
    expect(wrong).toEqual([])
  })

  test('rows of tables are as long as their heads', () => {
    const uneven = blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.filter((row) => row.length !== block.head.length) : [],
    )
    expect(uneven).toEqual([])
  })
})

test('every operation that a rule plays is named by a guide, and the guide stands beside its form', () => {
  const named = new Set(guides.flatMap((guide) => operationsIn(blocksOfGuide(guide))))
  const lacking = operations.filter(({ id }) => !named.has(id) || guidesOfOperation(id).length === 0)
  expect(lacking.filter((entry) => !isAnsweredFromEntry(systemOf(entry.system), entry))).toEqual([])
})

test('guides and trees name real operations, systems and codes, and no slug twice', () => {
  const all = [...guides, ...trees]
  expect(all.flatMap((one) => one.operations).filter((id) => !findOperation(id))).toEqual([])
  expect(
    all.flatMap((one) => one.systems).filter((id) => !systems.some((system) => system.id === id)),
  ).toEqual([])
  expect(trees.flatMap((tree) => tree.codes).filter((ref) => !codeRefs.has(ref))).toEqual([])
  const slugs = all.map(({ slug }) => slug)
  expect(slugs.filter((slug, index) => slugs.indexOf(slug) !== index)).toEqual([])
})

const nextOf = (tree: Tree, id: string): string[] => {
  const node = tree.nodes[id]
  if (!node || node.kind === 'end') return []
  return node.kind === 'check' ? Object.values(node.next) : node.answers.map(({ next }) => next)
}

describe.each(trees.map((tree): [string, Tree] => [tree.slug, tree]))('the tree %s', (_, tree) => {
  test('leads from its start to every node, always to an end, never in a circle', () => {
    const seen = new Set<string>()
    const walk = (id: string, way: readonly string[]): void => {
      expect(tree.nodes[id], `${[...way, id].join(' > ')}`).toBeDefined()
      expect(way).not.toContain(id)
      seen.add(id)
      for (const next of new Set(nextOf(tree, id))) walk(next, [...way, id])
    }
    walk(tree.start, [])
    expect(Object.keys(tree.nodes).filter((id) => !seen.has(id))).toEqual([])
  })
})

test('no text promises what the product does not do', () => {
  const said = JSON.stringify([guides, trees, limits, inconsistencies])
  // It keeps and copies; it sends nothing again, forwards nothing, and opens no tunnel.
  for (const promise of [
    /\breplay/i,
    /Jaribu (?:can )?(?:re-?sends?|forwards?|tunnels?)\b/i,
    /to be slow or silent/i,
    /refuse, wait or fail/i,
    /Jaribu warns when/i,
  ]) {
    expect(promise.exec(said)?.[0]).toBeUndefined()
  }
})

test('findings name their systems and sources, and no id twice', () => {
  for (const list of [limits, inconsistencies]) {
    expect(list.filter(({ systems: of, sources }) => of.length === 0 || sources.length === 0)).toEqual([])
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
  }
  expect(inconsistencies.filter(({ jaribu }) => !jaribu)).toEqual([])
})

describe('the search', () => {
  test.each([
    ['reversal', 'reversal'],
    ['the callback never came', 'callback-never-came'],
    ['passkey', 'stk-push'],
    ['90 days', 'b2c'],
    ['INS-996', 'openapi-applications'],
    ['18352', 'mozambique'],
    ['spPassword', 'g2-soap'],
  ])('finds %s', (typed, slug) => {
    expect(searchGuides(typed).map((hit) => hit.slug)).toContain(slug)
  })

  test('leads to the section and shows the words around', () => {
    const hit = searchGuides('18352').find(({ slug }) => slug === 'mozambique')
    expect(hit?.section).toEqual({ id: 'address', title: 'A port for each call' })
    expect(hit?.excerpt).toContain('18352')
  })

  test.each(['', '   ', '§', 'zebra crossing'])('finds nothing for %j', (typed) => {
    expect(searchGuides(typed)).toEqual([])
  })
})

test('a code leads to the guides that speak of it, questions first', () => {
  expect(guidesOfCode('daraja/stk-wrong-credentials').map(({ slug }) => slug)).toEqual(
    expect.arrayContaining(['wrong-credentials', 'stk-push']),
  )
  expect(guidesOfCode('daraja/nothing')).toEqual([])
})
