'use client'
import type { ComponentProps } from 'react'
import type { HashedPassword } from '@/components/tools/hashed-password-tool'
import { Toolbox } from '@/components/tools/toolbox'
import { checkCallbackUrl } from '@/lib/systems/daraja/callback-url'
import { makeCheckoutPassword, makeSpPassword } from '@/lib/systems/g2/hashed-passwords'

const hashedPasswords: HashedPassword[] = [
  {
    id: 'sp',
    title: 'spPassword',
    caller: 'spId',
    secret: 'SP password',
    timestamp: 'timeStamp',
    about: 'Base64 of the hexadecimal text, in lower case, of the SHA-256 of spId, password and timeStamp.',
    make: makeSpPassword,
  },
  {
    id: 'checkout',
    title: 'Checkout PASSWORD',
    caller: 'MERCHANT_ID',
    secret: 'Passkey',
    timestamp: 'TIMESTAMP',
    about:
      'Base64 of the hexadecimal text, in lower case, of the SHA-256 of MERCHANT_ID, passkey and TIMESTAMP.',
    make: makeCheckoutPassword,
  },
]

/** Hands the tools what only a system knows, and what cannot cross from the server: functions. */
export function SystemsToolbox(
  props: Omit<ComponentProps<typeof Toolbox>, 'checkCallbackUrl' | 'hashedPasswords'>,
) {
  return <Toolbox {...props} hashedPasswords={hashedPasswords} checkCallbackUrl={checkCallbackUrl} />
}
