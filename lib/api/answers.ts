import 'server-only'
import { z } from 'zod'
import { addRule, changeRule, listRules, removeRule } from '@/lib/workspace/answers/change-rules'
import { rulePreset, rulePresets } from '@/lib/workspace/answers/presets'
import { ruleChange, ruleInput, ruleView } from '@/lib/workspace/answers/rules'
import { triedRule, tryRule } from '@/lib/workspace/answers/try-rule'
import { endpoint, nothing } from './endpoint'

const inbox = { name: 'Name of an inbox.' }
const rule = { ...inbox, id: 'Id of a rule.' }

export const answers = [
  endpoint('GET /inboxes/{name}/rules', {
    about:
      'The rules by which an inbox answers, in the order in which they are asked: the first that fits answers. Where none does, the sender gets what it expects.',
    role: 'viewer',
    path: inbox,
    answer: z.object({ rules: z.array(ruleView) }),
    run: ({ deps, actor, path }) => listRules(deps, actor, path.name),
  }),
  endpoint('POST /inboxes/{name}/rules', {
    about: 'Adds a rule, last in the order.',
    role: 'member',
    path: inbox,
    body: ruleInput,
    answer: ruleView,
    status: 201,
    refusals: ['limit'],
    run: ({ deps, actor, path, body }) => addRule(deps, actor, path.name, body),
  }),
  endpoint('POST /inboxes/{name}/rules/try', {
    about: 'Which of the newest callbacks a rule would have answered, and how. Nothing is saved.',
    role: 'member',
    path: inbox,
    body: ruleInput,
    answer: triedRule,
    run: ({ deps, actor, path, body }) => tryRule(deps, actor, path.name, body),
  }),
  endpoint('GET /answer-presets', {
    about: 'Rules to begin with, and what the provider does when it is answered so.',
    role: 'viewer',
    answer: z.object({ presets: z.array(rulePreset).readonly() }),
    run: () => ({ presets: rulePresets }),
  }),
  endpoint('PATCH /inboxes/{name}/rules/{id}', {
    about: 'Changes a rule, or its place in the order.',
    role: 'member',
    path: rule,
    body: ruleChange,
    answer: ruleView,
    run: ({ deps, actor, path, body }) => changeRule(deps, actor, path, body),
  }),
  endpoint('DELETE /inboxes/{name}/rules/{id}', {
    about: 'Takes a rule away.',
    role: 'member',
    path: rule,
    answer: nothing,
    run: ({ deps, actor, path }) => removeRule(deps, actor, path),
  }),
] as const
