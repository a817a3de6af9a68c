import type { SenderAddress } from '../types'
import { portal } from './sources'

const page = portal('questions and answers')

/** From where Safaricom sends results and notices, as far as it says so. */
export const darajaSenders: readonly SenderAddress[] = [
  ...[
    '196.201.214.200',
    '196.201.214.206',
    '196.201.214.207',
    '196.201.214.208',
    '196.201.213.114',
    '196.201.213.44',
    '196.201.212.127',
    '196.201.212.129',
    '196.201.212.136',
    '196.201.212.138',
    '196.201.212.69',
    '196.201.212.74',
  ].map((address) => ({ address, confirmed: true, source: page })),
  ...['196.201.212.128', '196.201.212.132'].map((address) => ({
    address,
    confirmed: false,
    source: 'One published SDK adds it to the list; the portal does not have it.',
  })),
]
