'use server'
import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { memberAction } from '@/lib/auth/action'
import { createEnvironment } from '@/lib/workspace/environments/create-environment'
import { environmentCookie } from '@/lib/workspace/environments/current'
import { deleteEnvironment } from '@/lib/workspace/environments/delete-environment'
import { getEnvironment } from '@/lib/workspace/environments/get-environment'
import { getToken } from '@/lib/workspace/environments/get-token'
import { importCredentials } from '@/lib/workspace/environments/import-credentials'
import {
  createEnvironmentInput,
  pastedCredentials,
  updateEnvironmentInput,
} from '@/lib/workspace/environments/input'
import { makeSecurityCredential } from '@/lib/workspace/environments/make-security-credential'
import { revealSecret } from '@/lib/workspace/environments/reveal-secret'
import { setTls } from '@/lib/workspace/environments/set-tls'
import { tlsInput } from '@/lib/workspace/environments/tls-input'
import { withoutToken } from '@/lib/workspace/environments/token-answer'
import { trimCredentials } from '@/lib/workspace/environments/trim-credentials'
import { updateEnvironment } from '@/lib/workspace/environments/update-environment'

const environment = z.string().min(1).max(80)
const year = 365 * 24 * 60 * 60

/** The environment that this browser works in from now on. */
export const chooseEnvironment = memberAction(
  z.object({ environment }),
  async (input, actor, deps) => {
    const { id, slug } = getEnvironment(deps, actor, input.environment)
    const store = await cookies()
    store.set(environmentCookie, id, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: deps.config.publicUrl.startsWith('https:'),
      maxAge: year,
    })
    revalidatePath('/', 'layout')
    return { slug }
  },
  { minimum: 'viewer' },
)

export const refreshToken = memberAction(
  z.object({ environment }),
  async (input, actor, deps) => {
    const answer = withoutToken(await getToken(deps, actor, input.environment, { refresh: true }))
    revalidatePath('/', 'layout')
    return answer
  },
  { minimum: 'member' },
)

export const saveNewEnvironment = memberAction(
  createEnvironmentInput,
  (input, actor, deps) => {
    const { slug } = createEnvironment(deps, actor, input)
    revalidatePath('/', 'layout')
    return { slug }
  },
  { minimum: 'member' },
)

export const saveEnvironment = memberAction(
  updateEnvironmentInput.extend({ environment }),
  ({ environment, ...change }, actor, deps) => {
    const view = updateEnvironment(deps, actor, environment, change)
    revalidatePath('/', 'layout')
    return view
  },
  { minimum: 'member' },
)

export const saveTls = memberAction(
  tlsInput.extend({ environment }),
  ({ environment, ...change }, actor, deps) => {
    setTls(deps, actor, environment, change)
    revalidatePath('/', 'layout')
  },
  { minimum: 'member' },
)

export const removeEnvironment = memberAction(
  z.object({ environment }),
  (input, actor, deps) => {
    deleteEnvironment(deps, actor, input.environment)
    revalidatePath('/', 'layout')
  },
  { minimum: 'member' },
)

export const reveal = memberAction(
  z.object({ environment, name: z.string().max(60) }),
  (input, actor, deps) => revealSecret(deps, actor, input.environment, input.name),
  { minimum: 'member' },
)

export const importPasted = memberAction(
  pastedCredentials.extend({ environment }),
  async ({ environment, ...pasted }, actor, deps) => {
    const result = await importCredentials(deps, actor, environment, pasted)
    if (result.applied) revalidatePath('/', 'layout')
    return result
  },
  { minimum: 'member' },
)

export const trimStored = memberAction(
  z.object({ environment }),
  (input, actor, deps) => {
    trimCredentials(deps, actor, input.environment)
    revalidatePath('/', 'layout')
  },
  { minimum: 'member' },
)

export const encryptPassword = memberAction(
  z.object({ environment, password: z.string().max(500).optional() }),
  (input, actor, deps) => makeSecurityCredential(deps, actor, input.environment, input.password),
  { minimum: 'member' },
)
