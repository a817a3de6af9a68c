import type { ActionResult } from '@/lib/auth/action-result'
import type {
  CreateEnvironmentInput,
  PastedCredentials,
  UpdateEnvironmentInput,
} from '@/lib/workspace/environments/input'
import type { SecurityCredential } from '@/lib/workspace/environments/make-security-credential'
import type { TlsInput } from '@/lib/workspace/environments/tls-input'
import type { CredentialImport, TokenAnswer } from '@/lib/workspace/environments/views'
import type { EnvironmentView } from '@/lib/workspace/views'

type OfEnvironment = { environment: string }

/** The server actions that the screens of this folder are given. */
export type EnvironmentActions = {
  choose(input: OfEnvironment): Promise<ActionResult<{ slug: string }>>
  create(input: CreateEnvironmentInput): Promise<ActionResult<{ slug: string }>>
  save(input: UpdateEnvironmentInput & OfEnvironment): Promise<ActionResult<EnvironmentView>>
  saveTls(input: TlsInput & OfEnvironment): Promise<ActionResult<void>>
  remove(input: OfEnvironment): Promise<ActionResult<void>>
  reveal(input: OfEnvironment & { name: string }): Promise<ActionResult<string>>
  importPasted(input: OfEnvironment & PastedCredentials): Promise<ActionResult<CredentialImport>>
  trim(input: OfEnvironment): Promise<ActionResult<void>>
  refresh(input: OfEnvironment): Promise<ActionResult<TokenAnswer>>
  encrypt(input: OfEnvironment & { password?: string }): Promise<ActionResult<SecurityCredential>>
}
