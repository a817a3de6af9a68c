/** What `/api/v1/guides` gives, each described once. Browsers import the types only. */
import { z } from 'zod'
import type { GuideLink } from '@/lib/guides'
import type { GuideHit } from '@/lib/guides/search'
import { checkNames, type Finding, type Guide, guideGroups, type Tree } from '@/lib/guides/types'

export const guideLink = z
  .object({ slug: z.string(), title: z.string(), summary: z.string() })
  .meta({ id: 'GuideLink' }) satisfies z.ZodType<GuideLink>

const subject = z.enum(['run', 'environment'])
const group = z.enum(guideGroups)
const tone = z.enum(['info', 'good', 'warn', 'bad'])
const lane = z.enum(['you', 'provider', 'phone', 'inbox'])
const rich = z.string().describe('`names` in backticks; [words](op:daraja.stk-push) lead somewhere.')

const sourced = {
  text: rich,
  sources: z.array(z.string()).optional().describe('Where it was read.'),
  unconfirmed: z.boolean().optional().describe('No source says so for sure.'),
}
const items = z.array(z.union([rich, z.object(sourced)]))
const filled = { operation: z.string(), values: z.record(z.string(), z.string()).optional() }

const block = z
  .union([
    z.object({ kind: z.literal('text'), ...sourced }),
    z.object({ kind: z.enum(['steps', 'list']), items }),
    z.object({
      kind: z.literal('table'),
      caption: z.string(),
      head: z.array(z.string()),
      rows: z.array(z.array(rich)),
      sources: z.array(z.string()).optional(),
      unconfirmed: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('note'), tone, title: z.string(), ...sourced }),
    z.object({ kind: z.literal('operations'), ids: z.array(z.string()) }),
    z.object({ kind: z.literal('codes'), refs: z.array(z.string()).describe('By `system/id`.') }),
    z.object({ kind: z.literal('flow'), title: z.string(), operation: z.string() }),
    z.object({
      kind: z.literal('flow'),
      title: z.string(),
      steps: z.array(
        z.object({
          from: lane,
          to: lane,
          label: z.string(),
          dashed: z.boolean().optional().describe('An answer, or what need not happen.'),
          tone: z.enum(['neutral', 'pending', 'good', 'bad', 'warn']).optional(),
        }),
      ),
    }),
    z.object({ kind: z.literal('sample'), title: z.string(), ...filled }),
    z.object({ kind: z.literal('try'), label: z.string(), ...filled }),
  ])
  .meta({ id: 'Block' })

const guide = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    group,
    operations: z.array(z.string()).describe('Beside whose forms it stands.'),
    systems: z.array(z.string()),
    sections: z.array(z.object({ id: z.string(), title: z.string(), blocks: z.array(block) })),
  })
  .meta({ id: 'Guide' }) satisfies z.ZodType<Guide>

const checkResult = z.enum(['fine', 'problem', 'unknown'])

const tree = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    subject,
    systems: z.array(z.string()),
    operations: z.array(z.string()),
    codes: z.array(z.string()).describe('Codes by `system/id` that lead here.'),
    start: z.string(),
    nodes: z.record(
      z.string(),
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('check'),
          title: z.string(),
          why: rich,
          check: z.enum(checkNames),
          next: z.object({ fine: z.string(), problem: z.string(), unknown: z.string() }),
        }),
        z.object({
          kind: z.literal('question'),
          title: z.string(),
          why: rich,
          answers: z.array(z.object({ label: z.string(), next: z.string() })),
        }),
        z.object({
          kind: z.literal('end'),
          title: z.string(),
          isSolved: z.boolean(),
          blocks: z.array(block),
        }),
      ]),
    ),
  })
  .meta({
    id: 'Questions',
    description: 'A failure that many meet, as questions that test what can be tested.',
  }) satisfies z.ZodType<Tree>

const finding = z
  .object({
    id: z.string(),
    systems: z.array(z.string()),
    what: z.string(),
    detail: rich.describe('Of a limit: where it can be done. Of an inconsistency: the versions.'),
    jaribu: rich.optional().describe('Of an inconsistency: what Jaribu does about it.'),
    sources: z.array(z.string()),
    unconfirmed: z.boolean().optional(),
  })
  .meta({ id: 'GuideFinding' }) satisfies z.ZodType<Finding>

export const guideList = z.object({
  guides: z.array(guideLink.extend({ group, systems: z.array(z.string()) })),
  trees: z.array(guideLink.extend({ subject, systems: z.array(z.string()) })),
  hits: z
    .array(
      guideLink.omit({ summary: true }).extend({
        section: z
          .object({ id: z.string(), title: z.string() })
          .nullable()
          .describe('Heading under which it was found; null for the guide as a whole.'),
        excerpt: z.string().describe('Some words around the place.'),
      }) satisfies z.ZodType<GuideHit>,
    )
    .nullable()
    .describe('For a search: the places found.'),
})
export type GuideList = z.infer<typeof guideList>

const samples = z
  .record(z.string(), z.array(z.object({ label: z.string(), code: z.string() })))
  .describe('Code samples by operation, for a guide’s blocks.')

export const guideDocument = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('guide'), guide, samples }),
  z.object({ kind: z.literal('questions'), tree, samples }),
  z.object({ kind: z.literal('findings'), title: z.string(), findings: z.array(finding).readonly() }),
])
export type GuideDocument = z.infer<typeof guideDocument>

export const checkView = z.object({ name: z.enum(checkNames), title: z.string(), subject })

export const checkReport = z.object({
  check: z.enum(checkNames),
  result: checkResult,
  tested: z.string().describe('What was looked at or sent.'),
  found: z.array(z.string()).describe('What that showed, the most telling first.'),
  links: z.array(z.object({ label: z.string(), path: z.string() })),
})
export type CheckReport = z.infer<typeof checkReport>
