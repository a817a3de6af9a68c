/** Cents. Daraja reference, Limits: 1 and 10 to 250,000 KES a payment, 500,000 KES a day and in a wallet. */
export const limits = {
  leastPayment: 1_00,
  leastPayout: 10_00,
  mostPayment: 250_000_00,
  mostADay: 500_000_00,
  mostInWallet: 500_000_00,
} as const
