import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { insertAuditEntry } from '@/db/queries/environments'
import { accessTokens, auditEntries, environmentSecrets, environments } from '@/db/schema'
import { readCertificate } from '@/lib/crypto/certificate'
import { Refusal } from '@/lib/refusal'
import { darajaCertificates } from '@/lib/systems/daraja/certificates'
import { makeBench } from '@/tests/environment-bench'
import { createEnvironment } from './create-environment'
import { pickEnvironment } from './current'
import { deleteEnvironment } from './delete-environment'
import { environmentContext } from './environment-context'
import { getEnvironment } from './get-environment'
import { getToken } from './get-token'
import { importCredentials } from './import-credentials'
import { listEnvironmentBriefs, listEnvironments } from './list-environments'
import { makeSecurityCredential } from './make-security-credential'
import { revealSecret } from './reveal-secret'
import { updateEnvironment } from './update-environment'

const refusal = (body: () => unknown): Refusal => {
  try {
    body()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const credential = (view: ReturnType<typeof getEnvironment>, name: string) =>
  view.credentials.find((one) => one.name === name)

describe('creating an environment', () => {
  test('from the sandbox preset brings the real host, the public test values and the published certificate', () => {
    const { deps, actor } = makeBench()
    const made = createEnvironment(deps, actor(), { preset: 'daraja-sandbox' })
    expect(made).toMatchObject({
      slug: 'safaricom-sandbox',
      kind: 'sandbox',
      baseUrl: 'https://sandbox.safaricom.co.ke',
      currency: 'KES',
      inbox: 'local',
      inboxUrl: 'http://localhost:3000/hook/local',
      certificate: { source: 'bundled', expired: true, bits: 2048 },
    })
    expect(credential(made, 'lnmShortcode')?.shown).toBe('174379')
    expect(credential(made, 'lnmPasskey')?.shown).toBe('••••c919')
    expect(credential(made, 'initiatorPassword')?.shown).toBe('••••••••')
    expect(credential(made, 'consumerKey')?.set).toBe(false)
  })

  test('from the local preset resolves to our own address', () => {
    const { deps, actor } = makeBench()
    const made = createEnvironment(deps, actor(), { preset: 'daraja-local' })
    expect(made.resolvedBaseUrl).toBe('http://localhost:3000/emulator/daraja')
  })

  test('twice under one name gives two short names', () => {
    const { deps, actor } = makeBench()
    const slugs = [1, 2, 3].map(() => createEnvironment(deps, actor(), { preset: 'daraja-sandbox' }).slug)
    expect(slugs).toEqual(['safaricom-sandbox', 'safaricom-sandbox-2', 'safaricom-sandbox-3'])
  })

  test.each([
    ['New', 'new-2'],
    ['  Ünïcode & Co. ', 'u-ni-code-co'],
    ['☕', 'environment'],
  ])('named %j has the short name %s', (name, slug) => {
    const { deps, actor } = makeBench()
    expect(createEnvironment(deps, actor(), { preset: 'daraja-sandbox', name }).slug).toBe(slug)
  })

  test.each([
    ['no name and no address', {}, ['name', 'baseUrl']],
    ['an address without a scheme', { name: 'x', baseUrl: 'host.co.ke' }, ['baseUrl']],
    ['an address with a password', { name: 'x', baseUrl: 'https://a:b@host.co.ke' }, ['baseUrl']],
    ['an address with a query', { name: 'x', baseUrl: 'https://host.co.ke/?a=1' }, ['baseUrl']],
    ['a path that is not ours', { name: 'x', baseUrl: '/etc' }, ['baseUrl']],
    [
      'our emulator marked as production',
      { name: 'x', kind: 'production' as const, baseUrl: '/emulator/daraja' },
      ['baseUrl'],
    ],
    [
      'the production host marked as sandbox',
      { name: 'x', baseUrl: 'https://api.safaricom.co.ke' },
      ['baseUrl'],
    ],
    [
      'production over http',
      { name: 'x', kind: 'production' as const, baseUrl: 'http://host.co.ke' },
      ['baseUrl'],
    ],
    ['an unknown preset', { preset: 'daraja-moon' }, ['preset']],
    ['an unknown system', { name: 'x', system: 'moon', baseUrl: 'https://h.co' }, ['system']],
    ['an unknown inbox', { preset: 'daraja-sandbox', inbox: 'other' }, ['inbox']],
    [
      'an unknown credential',
      { preset: 'daraja-sandbox', credentials: { colour: 'red' } },
      ['credentials.colour'],
    ],
    [
      'a shortcode with letters',
      { preset: 'daraja-sandbox', credentials: { shortcode: 'abc' } },
      ['credentials.shortcode'],
    ],
    ['a certificate that is none', { preset: 'daraja-sandbox', certificate: 'hello' }, ['certificate']],
    [
      'a private key for a certificate',
      { preset: 'daraja-sandbox', certificate: '-----BEGIN PRIVATE KEY-----\nx' },
      ['certificate'],
    ],
  ])('with %s is refused beside the field', (_, input, fields) => {
    const { deps, actor, db } = makeBench()
    const refused = refusal(() => createEnvironment(deps, actor(), input))
    expect(refused.kind).toBe('invalid')
    expect(Object.keys(refused.fields)).toEqual(fields)
    expect(db.select().from(environments).all()).toEqual([])
  })
})

describe('changing an environment', () => {
  const prepared = () => {
    const bench = makeBench()
    const made = createEnvironment(bench.deps, bench.actor(), {
      preset: 'daraja-sandbox',
      credentials: { consumerKey: 'key-0123456789abcdef', consumerSecret: 'secret-0123456789abcdef' },
    })
    return { ...bench, made }
  }

  test('leaves a secret alone when its field is empty, and forgets it only when asked to', () => {
    const { deps, actor, made } = prepared()
    const same = updateEnvironment(deps, actor(), made.id, { credentials: { consumerKey: '' } })
    expect(credential(same, 'consumerKey')?.shown).toBe('••••cdef')
    const cleared = updateEnvironment(deps, actor(), made.id, { clear: ['consumerKey', 'shortcode'] })
    expect(credential(cleared, 'consumerKey')?.set).toBe(false)
    expect(credential(cleared, 'shortcode')?.set).toBe(false)
    expect(credential(cleared, 'consumerSecret')?.set).toBe(true)
  })

  test('stores nothing at all when one field is wrong', () => {
    const { deps, actor, made } = prepared()
    refusal(() => updateEnvironment(deps, actor(), made.id, { name: 'Other', certificate: 'no' }))
    expect(getEnvironment(deps, actor(), made.id).name).toBe('Safaricom sandbox')
  })

  test('takes a certificate of its own in any form, and goes back to the published one', () => {
    const { deps, actor, made } = prepared()
    const other = darajaCertificates[1].pem
    const der = Buffer.from(other.replace(/-----[^-]+-----/g, ''), 'base64').toString('base64')
    const uploaded = updateEnvironment(deps, actor(), made.id, { certificate: der })
    expect(uploaded.certificate).toMatchObject({
      source: 'uploaded',
      fingerprint: readCertificate(other)?.fingerprint,
    })
    expect(updateEnvironment(deps, actor(), made.id, { certificate: null }).certificate?.source).toBe(
      'bundled',
    )
  })

  test('ends the token when a secret or the host changes, and keeps it when only the name does', async () => {
    const { deps, actor, made } = prepared()
    await getToken(deps, actor(), made.id)
    updateEnvironment(deps, actor(), made.id, { name: 'Other', credentials: { shortcode: '600000' } })
    expect(getEnvironment(deps, actor(), made.id).token.state).toBe('valid')
    updateEnvironment(deps, actor(), made.id, { credentials: { consumerSecret: 'another' } })
    expect(getEnvironment(deps, actor(), made.id).token.state).toBe('none')
  })

  test('is announced and audited by name, without values', () => {
    const { deps, actor, made, db, events } = prepared()
    updateEnvironment(deps, actor(), made.id, { credentials: { consumerSecret: 'very-secret-value' } })
    expect(events).toContainEqual({ type: 'environment', data: { id: made.id } })
    const entries = db.select().from(auditEntries).all()
    expect(entries.at(-1)).toMatchObject({
      actor: 'Wanjiru',
      action: 'changed credentials',
      subject: 'Safaricom sandbox: consumerSecret',
    })
    expect(JSON.stringify(entries)).not.toContain('very-secret-value')
  })
})

describe('deleting an environment', () => {
  test('takes its secrets and its token along, but never the last one', async () => {
    const { deps, actor, db } = makeBench()
    const one = createEnvironment(deps, actor(), {
      preset: 'daraja-sandbox',
      credentials: { consumerKey: 'k', consumerSecret: 's' },
    })
    expect(refusal(() => deleteEnvironment(deps, actor(), one.slug)).kind).toBe('conflict')
    createEnvironment(deps, actor(), { preset: 'daraja-production' })
    await getToken(deps, actor(), one.id)
    deleteEnvironment(deps, actor(), one.slug)
    expect(listEnvironments(deps, actor()).map((each) => each.slug)).toEqual(['safaricom-production'])
    expect(db.select().from(environmentSecrets).all()).toEqual([])
    expect(db.select().from(accessTokens).all()).toEqual([])
  })
})

describe('roles and workspaces', () => {
  const prepared = () => {
    const bench = makeBench()
    return { ...bench, made: createEnvironment(bench.deps, bench.actor(), { preset: 'daraja-local' }) }
  }

  test('a viewer reads masks only, and neither changes, reveals nor plans', async () => {
    const { deps, actor, made } = prepared()
    const viewer = actor('viewer')
    expect(JSON.stringify(listEnvironments(deps, viewer))).not.toContain('jaribu-local-secret')
    const attempts = [
      () => createEnvironment(deps, viewer, { preset: 'daraja-sandbox' }),
      () => updateEnvironment(deps, viewer, made.id, { name: 'x' }),
      () => deleteEnvironment(deps, viewer, made.id),
      () => revealSecret(deps, viewer, made.id, 'consumerSecret'),
      () => environmentContext(deps, viewer, made.id),
    ]
    for (const attempt of attempts) expect(refusal(attempt).kind).toBe('forbidden')
    await expect(getToken(deps, viewer, made.id)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(importCredentials(deps, viewer, made.id, { text: '', apply: false })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('another workspace does not exist', () => {
    const { deps, actor, made } = prepared()
    for (const name of [made.id, made.slug])
      expect(refusal(() => getEnvironment(deps, actor('owner', 'w2'), name)).kind).toBe('not-found')
    expect(listEnvironmentBriefs(deps, actor('owner', 'w2'))).toEqual([])
  })

  test('the chosen environment counts while it exists in this workspace, else the first', () => {
    const { deps, actor, made } = prepared()
    const second = createEnvironment(deps, actor(), { preset: 'daraja-sandbox' })
    expect(pickEnvironment(deps, actor(), second.id)).toBe(second.id)
    expect(pickEnvironment(deps, actor(), 'gone')).toBe(made.id)
    expect(pickEnvironment(deps, actor('owner', 'w2'), second.id)).toBeNull()
  })
})

describe('secrets', () => {
  test('are revealed one at a time, and the audit says who and which', () => {
    const { deps, actor, db } = makeBench()
    const made = createEnvironment(deps, actor(), { preset: 'daraja-local' })
    expect(revealSecret(deps, actor('member'), made.slug, 'consumerSecret')).toBe('jaribu-local-secret')
    expect(db.select().from(auditEntries).all().at(-1)).toMatchObject({
      action: 'revealed a secret',
      subject: 'Local sandbox: consumerSecret',
    })
    expect(refusal(() => revealSecret(deps, actor(), made.slug, 'billManagerAppKey')).kind).toBe('not-found')
    // A plain setting is shown anyway: revealing it is no reveal.
    expect(refusal(() => revealSecret(deps, actor(), made.slug, 'shortcode')).kind).toBe('not-found')
  })

  test('and tokens are nowhere in the files of the database', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jaribu-secrets-'))
    try {
      const { deps, actor, db, state } = makeBench(path.join(folder, 'jaribu.db'))
      state.answer = () => ({
        kind: 'answered',
        status: 200,
        headers: [],
        body: new TextEncoder().encode('{"access_token":"tokenplaintext0123456789abcd","expires_in":"3599"}'),
        truncated: false,
        ms: 1,
      })
      const made = createEnvironment(deps, actor(), {
        preset: 'daraja-sandbox',
        credentials: {
          consumerKey: 'keyplaintext0123456789',
          consumerSecret: 'secretplaintext0123456789',
          lnmPasskey: 'passkeyplaintext0123456789',
          initiatorPassword: 'initiatorplaintext!',
        },
      })
      await getToken(deps, actor(), made.id)
      revealSecret(deps, actor(), made.id, 'consumerSecret')
      insertAuditEntry(db, {
        id: 'a',
        workspaceId: 'w1',
        actor: 'x',
        action: 'marker',
        subject: 'written',
        at: 1,
      })
      const read = () =>
        readdirSync(folder)
          .map((file) => readFileSync(path.join(folder, file)).toString('latin1'))
          .join('')
      expect(read()).toContain('marker')
      db.$client.pragma('wal_checkpoint(TRUNCATE)')
      expect(read()).toContain('marker')
      expect(read()).not.toMatch(/plaintext/)
      db.$client.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('open nowhere but in their own environment and under their own name', () => {
    const { deps, actor, db } = makeBench()
    const one = createEnvironment(deps, actor(), { preset: 'daraja-local' })
    const two = createEnvironment(deps, actor(), { preset: 'daraja-production' })
    const stolen = db
      .select()
      .from(environmentSecrets)
      .all()
      .find((row) => row.name === 'consumerSecret')
    if (!stolen) throw new Error('the preset has a secret')
    db.insert(environmentSecrets)
      .values({ ...stolen, id: 'moved', environmentId: two.id })
      .run()
    expect(() => environmentContext(deps, actor(), two.id)).toThrow()
    expect(environmentContext(deps, actor(), one.id).credentials.consumerSecret).toBe('jaribu-local-secret')
  })
})

describe('the context for planning', () => {
  test('holds everything that a request needs, secrets in plain text', () => {
    const { deps, actor } = makeBench()
    createEnvironment(deps, actor(), { preset: 'daraja-sandbox' })
    const context = environmentContext(deps, actor(), 'safaricom-sandbox')
    expect(context).toMatchObject({
      baseUrl: 'https://sandbox.safaricom.co.ke',
      timeoutMs: 30_000,
      market: { id: 'kenya' },
      system: { id: 'daraja' },
      environment: { inbox: 'local', kind: 'sandbox' },
      certificate: darajaCertificates[0].pem,
    })
    expect(context.credentials).toMatchObject({ shortcode: '600000', initiatorPassword: 'Safaricom999!*!' })
    expect(context.callbackUrlFor('01RUN')).toBe('http://localhost:3000/hook/local/r/01RUN')
  })
})

describe('a security credential', () => {
  test('is made from the stored password or a typed one', () => {
    const { deps, actor } = makeBench()
    createEnvironment(deps, actor(), { preset: 'daraja-sandbox' })
    const stored = makeSecurityCredential(deps, actor(), 'safaricom-sandbox')
    expect(stored.credential).toMatch(/^[A-Za-z0-9+/]{342}==$/)
    expect(stored.certificate).toContain('apicrypt')
    expect(makeSecurityCredential(deps, actor(), 'safaricom-sandbox', 'typed').credential).toHaveLength(344)
  })

  test('without a password says where to put one', () => {
    const { deps, actor } = makeBench()
    createEnvironment(deps, actor(), { preset: 'daraja-production' })
    const refused = refusal(() => makeSecurityCredential(deps, actor(), 'safaricom-production'))
    expect(Object.keys(refused.fields)).toEqual(['password'])
  })
})

describe('importing credentials', () => {
  const text = 'MPESA_CONSUMER_KEY="imported-key-0123456789"\nMPESA_SHORTCODE=600999\nDB_HOST=x\n'

  test('previews masks and stores nothing until it is applied', async () => {
    const { deps, actor } = makeBench()
    const made = createEnvironment(deps, actor(), { preset: 'daraja-sandbox' })
    const preview = await importCredentials(deps, actor(), made.id, { text, apply: false })
    expect(preview.applied).toBe(false)
    expect(preview.recognised).toEqual([
      {
        name: 'consumerKey',
        label: 'Consumer key',
        key: 'MPESA_CONSUMER_KEY',
        line: 1,
        shown: '••••6789',
        note: null,
        problem: null,
      },
      {
        name: 'shortcode',
        label: 'Shortcode',
        key: 'MPESA_SHORTCODE',
        line: 2,
        shown: '600999',
        note: null,
        problem: null,
      },
    ])
    expect(preview.unknown).toMatchObject([{ key: 'DB_HOST', line: 3 }])
    expect(credential(getEnvironment(deps, actor(), made.id), 'consumerKey')?.set).toBe(false)
    expect((await importCredentials(deps, actor(), made.id, { text, apply: true })).applied).toBe(true)
    expect(revealSecret(deps, actor(), made.id, 'consumerKey')).toBe('imported-key-0123456789')
  })

  test('with a wrong value shows the problem, and applying stores none of it', async () => {
    const { deps, actor } = makeBench()
    const made = createEnvironment(deps, actor(), { preset: 'daraja-sandbox' })
    const wrong = 'SHORTCODE=abc\nCONSUMER_KEY=k'
    const preview = await importCredentials(deps, actor(), made.id, { text: wrong, apply: false })
    expect(preview.recognised[0]?.problem).toBe('Shortcode: a shortcode or till number has 5 to 9 digits.')
    await expect(
      importCredentials(deps, actor(), made.id, { text: wrong, apply: true }),
    ).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining('Shortcode') })
    expect(credential(getEnvironment(deps, actor(), made.id), 'consumerKey')?.set).toBe(false)
  })
})
