import { beforeEach, describe, expect, test, vi } from 'vitest'
import { members, users } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { openapi } from '@/lib/systems/openapi'
import { type TestDeps, testDeps } from '@/tests/deps'
import type { Actor } from '../deps'
import { createApiToken, registerEnvironmentToken } from '../people/api-tokens'
import { actorOfToken } from '../people/find-actor'
import { removeMember } from '../people/members'
import { listAudit } from '../people/workspace'
import type { Role } from '../views'
import { listOrganisations } from '../world/organisations'
import { seedWorkspaceWorld } from '../world/seed-world'
import { resetSandbox } from '../world/settings'
import { type ReviewStep, reviewApplication } from './application-review'
import { putApplication, readApplication } from './application-store'
import {
  copyApplication,
  deleteApplication,
  editApplication,
  getApplication,
  listApplications,
  renewApplicationKey,
  revealApplicationKey,
} from './applications'
import { givePortals } from './give-portals'
import {
  inviteToOrganisation,
  joinAsNewcomer,
  joinOrganisation,
  listOrganisationInvitations,
  readPortalLink,
  revokeOrganisationInvitation,
} from './invitations'
import {
  createPortalOrganisation,
  deleteOrganisation,
  getPortalOrganisation,
  listPortalOrganisations,
  removeFromOrganisation,
  renameOrganisation,
} from './organisations'

// Real hashes are slow on purpose and have tests of their own.
vi.mock('@/lib/crypto/password', () => ({ hashPassword: async (password: string) => `hash of ${password}` }))

// A key of the real size takes seconds to make.

let deps: TestDeps
let owner: Actor
/** The application of a new workspace. */
let id: string
/** The organisation of a new workspace. */
let jaribu: string

const person = (name: string, role: Role): Actor => {
  const memberId = `member-${name}`
  const now = deps.clock()
  deps.db
    .insert(users)
    .values({ id: `user-${name}`, name, email: `${name}@duka.example`, createdAt: now })
    .run()
  deps.db
    .insert(members)
    .values({ id: memberId, workspaceId: deps.workspaceId, userId: `user-${name}`, role, createdAt: now })
    .run()
  return { workspaceId: deps.workspaceId, role, name, memberId, tokenId: null }
}

const first = <Item>(items: Item[]): Item => {
  const [item] = items
  if (!item) throw new Error('nothing there')
  return item
}

beforeEach(() => {
  deps = testDeps()
  owner = person('wanjiru', 'owner')
  seedWorkspaceWorld(deps, deps.workspaceId, [openapi])
  givePortals(deps)
  id = first(listApplications(deps, owner)).id
  jaribu = first(listPortalOrganisations(deps, owner)).id
})

const kindOf = (act: () => unknown): string => {
  try {
    act()
    return 'none'
  } catch (error) {
    if (error instanceof Refusal) return error.kind
    throw error
  }
}

const kindOfLater = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof Refusal ? error.kind : String(error)),
  )

const tokenOf = (url: string) => url.split('/').at(-1) ?? ''

const linkOf = (actor: Actor, side: 'organisation' | 'developer', organisation = jaribu) =>
  tokenOf(inviteToOrganisation(deps, actor, organisation, { side, label: 'Achieng' }).url)

/** A member who took a side by a link. */
const standing = (name: string, side: 'organisation' | 'developer'): Actor => {
  const actor = person(name, 'member')
  joinOrganisation(deps, actor, { token: linkOf(owner, side) })
  return actor
}

const step = (actor: Actor, given: ReviewStep) => reviewApplication(deps, actor, id, given)
const actions = () => listAudit(deps, owner).map((entry) => entry.action)

describe('a new workspace', () => {
  test('has the organisation of the published code, and its only person stands for both sides', () => {
    expect(getPortalOrganisation(deps, owner, jaribu)).toMatchObject({
      name: 'Jaribu Test',
      shortcode: '000000',
      market: 'tanzania',
      people: [{ name: 'wanjiru', side: 'organisation', isYou: true }],
      you: { side: 'organisation', isAlone: true, manage: true, develop: true, decide: true },
    })
    step(owner, { decision: 'send' })
    expect(getApplication(deps, owner, id).may).toMatchObject({ edit: false, decide: true, withdraw: true })
    expect(step(owner, { decision: 'accept' })).toMatchObject({ state: 'accepted', isLocked: true })
    expect(getApplication(deps, owner, id).may.why).toContain('stand on both sides')
  })

  test('is given nothing twice', () => {
    expect(givePortals(deps)).toBe(0)
    expect(listPortalOrganisations(deps, owner)).toHaveLength(1)
  })
})

test('a world from before gets an organisation: owners decide, members develop, what was handed in is its', () => {
  deps.db.$client.exec('delete from portal_organisations')
  const asha = person('asha', 'member')
  person('viewer', 'viewer')
  putApplication(deps, owner, id, {
    ...readApplication(deps, owner, id),
    state: 'in-review',
    organisationId: '',
  })
  expect(givePortals(deps)).toBe(1)
  const [organisation] = listPortalOrganisations(deps, asha)
  expect(organisation).toMatchObject({
    people: [
      { name: 'asha', side: 'developer' },
      { name: 'wanjiru', side: 'organisation' },
    ],
    applications: [{ id, state: 'in-review' }],
    you: { side: 'developer', isAlone: false, manage: false, develop: true, decide: false },
  })
  expect(step(owner, { decision: 'accept' })).toMatchObject({ state: 'accepted' })
})

describe('organisations', () => {
  const shop = { name: 'Duka', shortcode: '654321', market: 'ghana' }

  test('are created with a code that the world knows, also after a reset', () => {
    const asha = person('asha', 'member')
    const made = createPortalOrganisation(deps, asha, shop)
    expect(made).toMatchObject({ ...shop, people: [{ name: 'asha', side: 'organisation' }] })
    const inWorld = () =>
      listOrganisations(deps, owner).find((one) => one.market === 'ghana' && one.shortcode === '654321')
    expect(inWorld()?.accounts[0]?.balanceCents).toBeGreaterThan(0)
    resetSandbox(deps, owner)
    expect(inWorld()?.accounts[0]?.balanceCents).toBeGreaterThan(0)
    expect(kindOf(() => createPortalOrganisation(deps, owner, shop))).toBe('invalid')
    expect(kindOf(() => createPortalOrganisation(deps, owner, { ...shop, market: 'lesotho' }))).toBe('none')
    expect(actions()).toContain('created an organisation')
    expect(deps.announced()).toContainEqual({ type: 'world', data: { reason: 'settings' } })
  })

  test('are renamed and deleted by their own people only', () => {
    const asha = person('asha', 'member')
    const { id: other } = createPortalOrganisation(deps, asha, shop)
    expect(kindOf(() => renameOrganisation(deps, owner, other, { name: 'Mine' }))).toBe('forbidden')
    expect(renameOrganisation(deps, asha, other, { name: 'Duka Bora' }).name).toBe('Duka Bora')
    expect(kindOf(() => deleteOrganisation(deps, owner, other))).toBe('forbidden')
    deleteOrganisation(deps, asha, other)
    expect(kindOf(() => getPortalOrganisation(deps, asha, other))).toBe('not-found')
    expect(() => deleteOrganisation(deps, owner, jaribu)).toThrow('one organisation at least')
  })

  test('keep what they review or accepted', () => {
    createPortalOrganisation(deps, owner, shop)
    step(owner, { decision: 'send', organisation: jaribu })
    expect(() => deleteOrganisation(deps, owner, jaribu)).toThrow('Local application')
    step(owner, { decision: 'reject', reason: 'Too large' })
    deleteOrganisation(deps, owner, jaribu)
    expect(getApplication(deps, owner, id)).toMatchObject({ organisation: null, may: { edit: true } })
  })

  test('are out of reach for another workspace and read-only for a viewer', () => {
    const viewer = person('viewer', 'viewer')
    expect(getPortalOrganisation(deps, viewer, jaribu).you.manage).toBe(false)
    for (const act of [
      () => createPortalOrganisation(deps, viewer, shop),
      () => inviteToOrganisation(deps, viewer, jaribu, { side: 'developer', label: '' }),
      () => listOrganisationInvitations(deps, viewer, jaribu),
      () => step(viewer, { decision: 'send' }),
    ]) {
      expect(kindOf(act)).toBe('forbidden')
    }
    const stranger = { ...owner, workspaceId: 'elsewhere' }
    expect(listPortalOrganisations(deps, stranger)).toEqual([])
    expect(kindOf(() => getPortalOrganisation(deps, stranger, jaribu))).toBe('not-found')
    expect(kindOf(() => deleteOrganisation(deps, stranger, jaribu))).toBe('not-found')
  })
})

describe('an invitation', () => {
  test('lets a member take its side, once; reading it uses nothing up', () => {
    const asha = person('asha', 'member')
    const token = linkOf(owner, 'developer')
    expect(readPortalLink(deps, token)).toMatchObject({
      state: 'open',
      side: 'developer',
      invitedBy: 'wanjiru',
    })
    expect(readPortalLink(deps, token).state).toBe('open')
    expect(joinOrganisation(deps, asha, { token }).you).toMatchObject({ side: 'developer', develop: true })
    expect(readPortalLink(deps, token).state).toBe('used')
    const juma = person('juma', 'member')
    expect(() => joinOrganisation(deps, juma, { token })).toThrow('used already')
    expect(listOrganisationInvitations(deps, owner, jaribu)).toMatchObject([
      { state: 'used', label: 'Achieng', usedBy: 'asha', invitedBy: 'wanjiru' },
    ])
    expect(actions()).toEqual(
      expect.arrayContaining(['invited to an organisation', 'joined an organisation']),
    )
  })

  test('is refused to somebody who stands on a side already, and stays open', () => {
    const asha = standing('asha', 'developer')
    const token = linkOf(owner, 'organisation')
    expect(() => joinOrganisation(deps, asha, { token })).toThrow('one person stands on one side')
    expect(readPortalLink(deps, token).state).toBe('open')
    expect(kindOf(() => joinOrganisation(deps, person('viewer', 'viewer'), { token }))).toBe('forbidden')
    expect(kindOf(() => joinOrganisation(deps, { ...asha, workspaceId: 'elsewhere' }, { token }))).toBe(
      'forbidden',
    )
    expect(readPortalLink(deps, token).state).toBe('open')
  })

  test('says that it was revoked, has expired or is unknown', () => {
    const asha = person('asha', 'member')
    const revoked = inviteToOrganisation(deps, owner, jaribu, { side: 'developer', label: '' })
    const invitationId = revoked.invitation.id
    revokeOrganisationInvitation(deps, owner, { id: jaribu, invitationId })
    expect(() => joinOrganisation(deps, asha, { token: tokenOf(revoked.url) })).toThrow('was revoked')
    expect(kindOf(() => revokeOrganisationInvitation(deps, owner, { id: jaribu, invitationId }))).toBe(
      'conflict',
    )
    const late = linkOf(owner, 'developer')
    deps.pass(7 * 24 * 60 * 60_000)
    expect(() => joinOrganisation(deps, asha, { token: late })).toThrow('has expired')
    expect(() => joinOrganisation(deps, asha, { token: 'guessed' })).toThrow('unknown')
  })

  test('of an owner gives a newcomer an account; one of a member or a token does not', async () => {
    const newcomer = { name: 'Achieng', email: 'achieng@duka.example', password: 'ten letters and more' }
    const asha = standing('asha', 'organisation')
    const token = linkOf(asha, 'developer')
    expect(readPortalLink(deps, token).admitsStrangers).toBe(false)
    expect(await kindOfLater(joinAsNewcomer(deps, { ...newcomer, token }))).toBe('forbidden')
    const made = createApiToken(deps, owner, { name: 'CI', role: 'member' })
    const script = actorOfToken(deps, made.token)
    expect(readPortalLink(deps, linkOf(script as Actor, 'developer')).admitsStrangers).toBe(false)
    const good = linkOf(owner, 'developer')
    const { memberId } = await joinAsNewcomer(deps, { ...newcomer, token: good })
    expect(getPortalOrganisation(deps, owner, jaribu).people).toContainEqual(
      expect.objectContaining({ memberId, name: 'Achieng', side: 'developer' }),
    )
    expect(await kindOfLater(joinAsNewcomer(deps, { ...newcomer, token: good }))).toBe('precondition')
    const again = linkOf(owner, 'organisation')
    expect(await kindOfLater(joinAsNewcomer(deps, { ...newcomer, token: again }))).toBe('conflict')
    expect(readPortalLink(deps, again).state).toBe('open')
  })

  test('ends, like a place on a side, when its maker leaves the workspace', () => {
    const asha = standing('asha', 'organisation')
    const token = linkOf(asha, 'developer')
    removeMember(deps, owner, { id: asha.memberId ?? '' })
    expect(readPortalLink(deps, token).state).toBe('revoked')
    expect(getPortalOrganisation(deps, owner, jaribu).people.map(({ name }) => name)).toEqual(['wanjiru'])
  })
})

describe('people', () => {
  test('are removed by the organisation, leave by themselves, and never leave it empty', () => {
    const asha = standing('asha', 'developer')
    const juma = standing('juma', 'organisation')
    const out = (actor: Actor, who: Actor) =>
      kindOf(() => removeFromOrganisation(deps, actor, { id: jaribu, memberId: who.memberId ?? '' }))
    expect(out(asha, juma)).toBe('forbidden')
    expect(out(asha, asha)).toBe('none')
    expect(out(owner, asha)).toBe('not-found')
    expect(out(owner, owner)).toBe('none')
    expect(out(juma, juma)).toBe('conflict')
    expect(actions()).toContain('left an organisation')
  })

  test('an owner of the workspace takes care of an organisation that nobody stands for', () => {
    const asha = person('asha', 'member')
    const { id: other } = createPortalOrganisation(deps, asha, {
      name: 'Duka',
      shortcode: '654321',
      market: 'ghana',
    })
    person('juma', 'member')
    expect(getPortalOrganisation(deps, owner, other).you.manage).toBe(false)
    removeMember(deps, owner, { id: 'member-asha' })
    expect(getPortalOrganisation(deps, owner, other).you).toMatchObject({ manage: true, decide: false })
  })
})

describe('review', () => {
  test('the developer sends and takes back, the organisation rejects with a reason and accepts, accepted is locked', () => {
    const asha = standing('asha', 'developer')
    expect(step(asha, { decision: 'send', organisation: jaribu })).toMatchObject({
      state: 'in-review',
      organisation: { id: jaribu, name: 'Jaribu Test' },
      sent: { by: 'asha' },
      may: { edit: false, withdraw: true, decide: false },
    })
    expect(kindOf(() => step(asha, { decision: 'send' }))).toBe('conflict')
    expect(() => editApplication(deps, asha, id, { name: 'Other' })).toThrow('locked')
    step(asha, { decision: 'withdraw' })
    editApplication(deps, asha, id, { name: 'Other' })
    step(asha, { decision: 'send' })
    expect(step(owner, { decision: 'reject', reason: 'Too large' })).toMatchObject({
      state: 'rejected',
      reason: 'Too large',
      decided: { by: 'wanjiru' },
      may: { edit: false },
    })
    expect(editApplication(deps, asha, id, { version: '1.1' })).toMatchObject({ state: 'draft', reason: '' })
    step(asha, { decision: 'send' })
    step(owner, { decision: 'accept' })
    expect(() => editApplication(deps, asha, id, { name: 'Again' })).toThrow('Copy it')
    expect(kindOf(() => deleteApplication(deps, asha, id))).toBe('conflict')
    expect(() => step(asha, { decision: 'send' })).toThrow('accepted')
    expect(kindOf(() => step(owner, { decision: 'reject', reason: 'Late' }))).toBe('conflict')
    const copy = copyApplication(deps, asha, id)
    expect(copy).toMatchObject({ state: 'draft', organisation: null })
    expect(copy.sent).toBeUndefined()
    expect(actions()).toEqual(
      expect.arrayContaining([
        'sent an application for review',
        'took back an application',
        'rejected an application',
        'accepted an application',
      ]),
    )
  })

  test('a developer decides nothing; the organisation edits nothing and sees no key', () => {
    const asha = standing('asha', 'developer')
    const juma = standing('juma', 'organisation')
    const nobody = person('nobody', 'member')
    expect(kindOf(() => step(juma, { decision: 'send', organisation: jaribu }))).toBe('forbidden')
    expect(kindOf(() => step(nobody, { decision: 'send' }))).toBe('forbidden')
    step(asha, { decision: 'send' })
    for (const actor of [asha, nobody]) {
      expect(kindOf(() => step(actor, { decision: 'accept' }))).toBe('forbidden')
    }
    expect(kindOf(() => step(juma, { decision: 'withdraw' }))).toBe('forbidden')
    step(juma, { decision: 'reject', reason: 'Limits missing' })
    expect(kindOf(() => editApplication(deps, juma, id, { name: 'Mine' }))).toBe('forbidden')
    expect(kindOf(() => deleteApplication(deps, juma, id))).toBe('forbidden')
    expect(kindOf(() => revealApplicationKey(deps, juma, id))).toBe('forbidden')
    expect(kindOf(() => renewApplicationKey(deps, juma, id))).toBe('forbidden')
    expect(kindOf(() => revealApplicationKey(deps, asha, id))).toBe('none')
  })

  test('nobody decides what they sent themselves, even after a change of sides', () => {
    const asha = standing('asha', 'developer')
    step(asha, { decision: 'send' })
    removeFromOrganisation(deps, asha, { id: jaribu, memberId: asha.memberId ?? '' })
    joinOrganisation(deps, asha, { token: linkOf(owner, 'organisation') })
    expect(() => step(asha, { decision: 'accept' })).toThrow('somebody else')
    expect(getApplication(deps, asha, id).may).toMatchObject({ decide: false, withdraw: true })
    expect(step(owner, { decision: 'accept' })).toMatchObject({ state: 'accepted' })
  })

  test('a developer of several organisations names the one that reviews', () => {
    const asha = standing('asha', 'developer')
    const { id: other } = createPortalOrganisation(deps, owner, {
      name: 'Duka',
      shortcode: '654321',
      market: 'ghana',
    })
    joinOrganisation(deps, asha, { token: linkOf(owner, 'developer', other) })
    expect(kindOf(() => step(asha, { decision: 'send' }))).toBe('invalid')
    expect(step(asha, { decision: 'send', organisation: other }).organisation?.name).toBe('Duka')
    expect(getPortalOrganisation(deps, owner, other).applications).toMatchObject([{ id, state: 'in-review' }])
    expect(getPortalOrganisation(deps, owner, jaribu).applications).toEqual([])
  })

  test('a token acts for the person who made it, the token of the settings for the first owner', () => {
    const asha = standing('asha', 'developer')
    const { token } = createApiToken(deps, asha, { name: 'CI', role: 'member' })
    const developer = actorOfToken(deps, token) as Actor
    deps.config.apiToken = 'token-of-a-continuous-integration-job-0001'
    registerEnvironmentToken(deps, deps.workspaceId)
    const settings = actorOfToken(deps, deps.config.apiToken) as Actor
    step(developer, { decision: 'send' })
    expect(kindOf(() => step(developer, { decision: 'accept' }))).toBe('forbidden')
    expect(step(settings, { decision: 'accept' })).toMatchObject({ state: 'accepted' })
  })
})
