import type { ActionResult } from '@/lib/auth/action-result'
import type { CredentialImport } from '@/lib/workspace/environments/import-credentials'
import type { CreateEnvironmentInput, UpdateEnvironmentInput } from '@/lib/workspace/environments/input'
import type { SecurityCredential } from '@/lib/workspace/environments/make-security-credential'
import type { TlsInput } from '@/lib/workspace/environments/tls-input'
import type { TokenAnswer } from '@/lib/workspace/environments/token-answer'
import type { EnvironmentView } from '@/lib/workspace/views'

/** The server actions that the screens of this folder are given. */
export type EnvironmentActions = {
  choose(input: { environment: string }): Promise<ActionResult<{ slug: string }>>
  create(input: CreateEnvironmentInput): Promise<ActionResult<{ slug: string }>>
  save(input: { environment: string; change: UpdateEnvironmentInput }): Promise<ActionResult<EnvironmentView>>
  saveTls(input: { environment: string; change: TlsInput }): Promise<ActionResult<void>>
  remove(input: { environment: string }): Promise<ActionResult<void>>
  reveal(input: { environment: string; name: string }): Promise<ActionResult<string>>
  importPasted(input: {
    environment: string
    text: string
    apply: boolean
  }): Promise<ActionResult<CredentialImport>>
  trim(input: { environment: string }): Promise<ActionResult<void>>
  refresh(input: { environment: string }): Promise<ActionResult<TokenAnswer>>
  encrypt(input: { environment: string; password?: string }): Promise<ActionResult<SecurityCredential>>
}
