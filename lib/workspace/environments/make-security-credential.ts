import 'server-only'
import { readCertificate } from '@/lib/crypto/certificate'
import { EncryptionError, encryptPkcs1 } from '@/lib/crypto/rsa'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { environmentContext } from './environment-context'

export type SecurityCredential = { credential: string; certificate: string }

/** Encrypts the stored initiator password, or the given one, with the environment's certificate. */
export const makeSecurityCredential = (
  deps: Deps,
  actor: Actor,
  idOrSlug: string,
  typed?: string,
): SecurityCredential => {
  const context = environmentContext(deps, actor, idOrSlug)
  const password = typed || context.credentials.initiatorPassword
  if (!password) {
    const message = 'No initiator password is stored here. Type one, or save it with the credentials.'
    throw new Refusal('invalid', message, { password: [message] })
  }
  if (!context.certificate) {
    throw new Refusal(
      'precondition',
      'This environment has no certificate yet. Upload one under “Certificate”.',
    )
  }
  try {
    return {
      credential: encryptPkcs1(password, context.certificate),
      certificate: readCertificate(context.certificate)?.subject ?? '',
    }
  } catch (error) {
    if (error instanceof EncryptionError)
      throw new Refusal('invalid', error.message, { password: [error.message] })
    throw error
  }
}
