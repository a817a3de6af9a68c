import { sendAndWait } from './words'

/** A payout that the steps after it can speak of. */
export const payment = sendAndWait('b2c-payment', {}, { as: 'payment' })
