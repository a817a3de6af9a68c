import { proofsOf } from '@/lib/catalogue/vodacom-proofs'
import { sent } from './words'

export { accepted, code } from '@/lib/catalogue/vodacom-proofs'

export const { succeeds, fails } = proofsOf(sent, 'INS-0.')
