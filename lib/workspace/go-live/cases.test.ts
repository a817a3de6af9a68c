import { beforeAll, describe, expect, test } from 'vitest'
import type { GoLiveCase } from '@/lib/catalogue/go-live'
import { bodyOf } from '@/lib/go-live/body'
import { findOperation, systems } from '@/lib/systems'
import { type GoLiveStage, goLiveStage, opposite, unanswered } from '@/tests/go-live'
import { createSheet } from './change-sheet'
import { getSheet } from './get-sheet'
import { judgeAll } from './keep-judging'
import { sheetGroups } from './sheet-groups'

const cases = systems.flatMap(({ goLive }) => goLive.cases)

/** Both a refusal and an acceptance are what these expect: only silence speaks against them. */
const either = new Set(['daraja-c2b-d02', 'daraja-c2b-d03'])

describe('the cases', () => {
  test('are the 319 that are known, each under its own id', () => {
    expect(cases).toHaveLength(319)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(319)
  })

  test('name groups, sheets, operations and callbacks that there are', () => {
    const problems = systems.flatMap(({ id, goLive, operations }) => {
      const apis = new Set(goLive.apis.map((api) => api.id))
      const sheets = new Map(goLive.sheets.map((sheet) => [sheet.name, sheet.api]))
      const own = new Set(operations.map((operation) => operation.id))
      return goLive.cases.flatMap((each) => {
        const records = [each.evidence.records, ...(each.evidence.or ?? [])].flat()
        const used = [
          ...records.flatMap((record) => (record.record === 'exchange' ? (record.operations ?? []) : [])),
          ...(each.play ?? []).flatMap((step) => (step.do === 'send' ? [step.operation] : [])),
        ]
        return [
          ...(each.system === id ? [] : [`${each.id}: system`]),
          ...(apis.has(each.api) ? [] : [`${each.id}: api`]),
          ...(each.sheet === undefined || sheets.get(each.sheet) === each.api ? [] : [`${each.id}: sheet`]),
          ...used.filter((name) => !own.has(name)).map((name) => `${each.id}: ${name}`),
          ...(each.play === undefined || each.byHand === undefined
            ? []
            : [`${each.id}: by hand, yet with a play`]),
        ]
      })
    })
    expect(problems).toEqual([])
  })

  test('say that they need https where they ask for it', () => {
    const silent = cases.filter(
      ({ evidence, play, needs }) =>
        play && needs !== 'https' && JSON.stringify(evidence.records).includes('"^https://"'),
    )
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  test('have steps that software can do, or say why only a person can', () => {
    expect(cases.filter((each) => !each.play && !each.byHand).map(({ id }) => id)).toEqual([])
  })
})

describe.each(systems.map(({ id, goLive }) => [id, goLive.cases.filter(({ play }) => play)] as const))(
  '%s',
  (system, playable) => {
    let stage: GoLiveStage
    beforeAll(() => {
      stage = goLiveStage()
    }, 60_000)

    test.each(playable.map((each) => [each.id, each] as [string, GoLiveCase]))('%s', async (_id, each) => {
      const { failure, attempts } = await stage.play(each)
      expect(failure).toBeNull()
      const judged = stage.judge(each, attempts)
      expect({ judged: judged.judged, missing: judged.missing, recorded: attempts.map(shown) }).toMatchObject(
        {
          judged: 'success',
        },
      )
      expect(stage.against(each, attempts)).toEqual([])
      expect(stage.judge(each, attempts.map(unanswered)).judged).not.toBe('success')
      if (!either.has(each.id)) {
        const turned = stage.judge(each, attempts.map(opposite))
        expect({ judged: turned.judged, recorded: attempts.map(opposite).map(shown) }).not.toMatchObject({
          judged: 'success',
        })
      }
    })

    test('all of them together contradict nothing', async () => {
      const { deps } = stage
      const actor = deps.actor()
      const environment = stage.environmentOf(system)
      const apis = sheetGroups(system).map(({ id }) => id)
      const { id } = createSheet(deps, actor, { name: 'All', environment: environment.id, apis })
      await judgeAll(deps, environment.id)
      const sheet = await getSheet(deps, actor, id)
      const against = sheet.cases.filter(({ isConflicting, state }) => isConflicting || state === 'fail')
      expect(
        against.map((each) => [
          each.id,
          each.evidence.filter(({ says }) => says === 'contradicts').map(({ sentence }) => sentence),
        ]),
      ).toEqual([])
    })
  },
)

describe('rows that every sheet has', () => {
  let stage: GoLiveStage
  beforeAll(() => {
    stage = goLiveStage()
  }, 60_000)

  const titled = (title: string) =>
    cases.filter((each) => each.title === title && each.play).map((each) => [each.id, each] as const)

  const judgedWith = async (each: GoLiveCase, answer: { status: number; body?: string }) => {
    const { attempts } = await stage.play(each)
    const changed = attempts.map(({ run, ...rest }) => ({
      ...rest,
      run: run?.response
        ? {
            ...run,
            response: {
              ...run.response,
              status: answer.status,
              ...(answer.body !== undefined && { body: bodyOf(answer.body) }),
            },
          }
        : run,
    }))
    return stage.judge(each, changed).judged
  }

  const tokens = titled('Token with a wrong consumer key or secret')
  test.each(tokens)('%s: a token end point that is down refuses nobody', async (_id, each) => {
    expect(await judgedWith(each, { status: 503 })).not.toBe('success')
  })

  // C2B has an early form of the answer without a ResponseCode.
  const overHttps = titled('Transaction over HTTPS').filter(([, { api }]) => api !== 'c2b')
  test.each(overHttps)('%s: what the gateway did not accept is no success', async (_id, each) => {
    expect(await judgedWith(each, { status: 200, body: '{"ResponseCode":"1"}' })).not.toBe('success')
  })

  test('stand on nine sheets, and those that are still sent on seven', () => {
    expect([tokens.length, overHttps.length]).toEqual([9, 7])
  })
})

/** For the reader of a failure: what was sent and what came. */
const shown = ({ run, callbacks }: ReturnType<typeof unanswered>) => ({
  ...(run && {
    sent: `${findOperation(run.operation)?.title}: ${run.request.method} ${run.request.url} ${run.request.body.text}`,
    answer: run.response ? `${run.response.status} ${run.response.body.text}` : run.unreachable,
    verdict: `${run.verdict} ${run.code ?? ''} ${run.description ?? ''}`,
  }),
  callbacks: callbacks.map(
    ({ kind, body, answer }) => `${kind}: ${body.text} -> ${answer.status} ${answer.body.text}`,
  ),
})
