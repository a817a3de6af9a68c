import { from } from '@/lib/catalogue/go-live-words'
import { send } from './words'

/** A payment that the steps after it can speak of. */
export const payment = send('c2b-single-stage', {}, { as: 'payment' })
export const idOfPayment = from('payment', 'output_TransactionID')
