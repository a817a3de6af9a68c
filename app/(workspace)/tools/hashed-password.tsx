import { type HashedPassword, HashedPasswordTool } from '@/components/tools/hashed-password-tool'
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

export function HashedPasswords() {
  return <HashedPasswordTool kinds={hashedPasswords} />
}
